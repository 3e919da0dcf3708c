import { useCallback, useEffect, useRef, useState } from 'react';
import { codeIn } from '../kernel/api.ts';
import { type Answers, asGuest, type GuestForm, inputOf, Save } from './guest.graphql.ts';
import type { Link } from './link.ts';

/** Milliseconds without typing before what was typed is sent, and before one that failed is sent again. */
const PAUSE = 1200;
const AGAIN = 6000;

export type Saving = 'saved' | 'typing' | 'saving' | 'offline' | 'stale' | 'closed';

/** Sends what is typed as it is typed, one request at a time; what fails to arrive is sent again. */
export function useAutosave(link: Link, form: GuestForm) {
  const [answers, setAnswers] = useState<Answers>(form.answers);
  const [saving, setSaving] = useState<Saving>('saved');
  const version = useRef(form.version);
  const latest = useRef(form.answers);
  const under = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    await under.current;
    const sent = latest.current;
    setSaving('saving');
    under.current = asGuest(link, Save, { version: version.current, answers: inputOf(sent) }).then(
      ({ saveRegistration }) => {
        version.current = saveRegistration.version;
        setSaving(latest.current === sent ? 'saved' : 'typing');
      },
      (error: unknown) => {
        const code = codeIn(error);
        setSaving(code === 'STALE' ? 'stale' : code.startsWith('INVITATION') ? 'closed' : 'offline');
        if (code !== 'STALE' && !code.startsWith('INVITATION')) timer.current = setTimeout(() => void send(), AGAIN);
      },
    );
    await under.current;
    under.current = null;
  }, [link]);

  const change = useCallback(
    (some: Partial<Answers>) => {
      latest.current = { ...latest.current, ...some };
      setAnswers(latest.current);
      setSaving((now) => (now === 'stale' || now === 'closed' ? now : 'typing'));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), PAUSE);
    },
    [send],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => saving !== 'saved' && event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [saving]);
  useEffect(() => () => clearTimeout(timer.current), []);

  /** Waits for what is under way, so that a submission carries the last version. */
  const settle = async (): Promise<number> => {
    clearTimeout(timer.current);
    await under.current;
    return version.current;
  };
  /** After someone else saved: keeps what is typed here over what they did. */
  const insist = (newest: number) => {
    version.current = newest;
    void send();
  };
  return { answers, change, saving, settle, insist };
}
