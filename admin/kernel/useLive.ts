import { useEffect, useState } from 'react';

/** Milliseconds before a stream that the server closed is opened again. */
const AGAIN = 2000;

/** Whether what happens in the room arrives: it does, it does not for the moment, one may no longer watch. */
export type Line = 'connecting' | 'live' | 'lost' | 'over';

/**
 * Listens to a meeting; to none while there is none. Each event only says that something happened: the page then asks what it may see. A stream that
 * breaks is opened again until it holds, and its first event makes up for what was missed.
 */
export function useLive(meetingId: string | null, heard: () => void): Line {
  const [line, setLine] = useState<Line>('connecting');
  useEffect(() => {
    if (meetingId === null) return;
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const open = () => {
      clearTimeout(again);
      source?.close();
      if (over) return;
      const opened = new EventSource(`/admin/meetings/${meetingId}/live`);
      source = opened;
      opened.addEventListener('meeting', () => {
        setLine('live');
        heard();
      });
      opened.addEventListener('over', () => {
        over = true;
        opened.close();
        setLine('over');
        heard();
      });
      opened.addEventListener('error', () => {
        if (over || source !== opened) return;
        setLine('lost');
        if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN);
      });
    };
    const lose = () => setLine('lost');
    // A tablet that slept keeps a stream that is dead without knowing.
    const wake = () => document.visibilityState === 'visible' && open();
    open();
    window.addEventListener('online', open);
    window.addEventListener('offline', lose);
    document.addEventListener('visibilitychange', wake);
    return () => {
      over = true;
      clearTimeout(again);
      source?.close();
      window.removeEventListener('online', open);
      window.removeEventListener('offline', lose);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [meetingId, heard]);
  return line;
}
