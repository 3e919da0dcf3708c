import { useCallback, useEffect, useState } from 'react';
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
  const [value, setValue] = useState(first);
  const [ready, setReady] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `first` is where one starts, not something to follow.
  useEffect(() => {
    if (!key) return;
    const kept = draftAt(key, new Date(), store);
    setValue(kept ? (kept.typed.value as T) : first);
    setReady(true);
  }, [key, store]);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      if (key) keepDraft(key, { at: new Date().toISOString(), was: {}, typed: { value: next } }, store);
    },
    [key, store],
  );
  const forget = useCallback(() => {
    if (key) forgetDraft(key, store);
  }, [key, store]);
  return { value, set, forget, ready };
}
