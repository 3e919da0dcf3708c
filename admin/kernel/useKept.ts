import { useCallback, useMemo, useState } from 'react';
import { useGetIdentity } from 'react-admin';
import { draftAt, draftKey, forgetDraft, keepDraft } from './record/draft.ts';

/** Something typed that is kept until it is sent, so that neither a lost network nor a page left by mistake loses it. */
export interface Kept<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  /** Forgets it: it was sent, or is no longer wanted. */
  readonly forget: () => void;
  /** Whether what was kept was looked for: before that, `value` is only the first one. */
  readonly ready: boolean;
}

/** Keeps what one person types under a name. A ballot is kept in `sessionStorage`: it goes with the tab. */
export function useKept<T>(name: string, first: T, store: Storage = localStorage): Kept<T> {
  const { identity } = useGetIdentity();
  const key = identity ? draftKey(String(identity.id), 'jury', name) : null;
  const found = useMemo(() => (key ? draftAt(key, new Date(), store)?.typed : undefined), [key, store]);
  // What is typed before one is known is not lost to what is found then.
  const [typed, setTyped] = useState<{ readonly name: string; readonly value: T } | null>(null);
  const value = typed?.name === name ? typed.value : found ? (found.value as T) : first;
  const set = useCallback(
    (next: T) => {
      setTyped({ name, value: next });
      if (key) keepDraft(key, { at: new Date().toISOString(), was: {}, typed: { value: next } }, store);
    },
    [name, key, store],
  );
  const forget = useCallback(() => {
    if (key) forgetDraft(key, store);
  }, [key, store]);
  return { value, set, forget, ready: key !== null };
}
