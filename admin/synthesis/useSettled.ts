import { useEffect, useState } from 'react';

/** Long enough to type a word, short enough not to be waited for. */
const TYPING_MS = 500;

/** A text once nobody types any more: the server is not asked at every key. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
