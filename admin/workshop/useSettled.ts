import { useEffect, useState } from 'react';

/** Long enough to type a number, short enough not to be waited for. */
const TYPING_MS = 400;

/** A value once it has stopped changing: the server is not asked at every key. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
