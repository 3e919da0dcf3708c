import { useCallback, useEffect, useRef, useState } from 'react';
import { codeIn, run } from '../kernel/api.ts';
import { useKept } from '../kernel/useKept.ts';
import { KeepNote } from './dossier.graphql.ts';

/** Milliseconds without typing before what was typed is sent, and before what did not arrive is sent again. */
const PAUSE = 800;
const AGAIN = 4000;

export type Saving = 'saved' | 'typing' | 'saving' | 'offline' | 'refused';

/**
 * A note that saves itself. Until the server has it, it is kept in this browser: a network that goes, a page that is
 * closed or a tablet that runs dry loses nothing.
 */
export function useNote(candidateId: string, read: string) {
  const kept = useKept<string | null>(`note.${candidateId}`, null);
  const [text, setText] = useState(read);
  const [saving, setSaving] = useState<Saving>('saved');
  const latest = useRef(read);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { forget, set, ready } = kept;

  const send = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const sent = latest.current;
    setSaving('saving');
    try {
      await run(KeepNote, { id: candidateId, text: sent.trim() || null });
      if (latest.current !== sent) return;
      forget();
      setSaving('saved');
    } catch (error) {
      const lost = codeIn(error) === 'UNREACHABLE' || codeIn(error) === 'INTERNAL';
      setSaving(lost ? 'offline' : 'refused');
      if (lost) timer.current = setTimeout(() => void send(), AGAIN);
    }
  }, [candidateId, forget]);

  const change = useCallback(
    (typed: string) => {
      latest.current = typed;
      setText(typed);
      set(typed);
      setSaving('typing');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), PAUSE);
    },
    [send, set],
  );

  // What an earlier visit could not send is taken up again.
  const left = ready ? kept.value : null;
  const taken = useRef(false);
  useEffect(() => {
    if (taken.current || !ready) return;
    taken.current = true;
    if (left !== null && left !== latest.current) change(left);
  }, [left, ready, change]);
  useEffect(() => {
    const online = () => latest.current !== read && void send();
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('online', online);
      clearTimeout(timer.current);
    };
  }, [read, send]);
  return { text, change, saving };
}
