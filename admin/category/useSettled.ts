import { useEffect, useState } from 'react';

/** Long enough to type a number, short enough not to be waited for. */
const TYPING_MS = 300;

/** A value once it has stopped changing, compared by what it says: the server is not asked at every key. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const said = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(said) as T), TYPING_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return settled;
}
