import { useState } from 'react';
import { change, now } from './state.ts';

/**
 * A text outside the form of a test that was typed and not sent yet: this browser keeps it under its owner's name, at
 * each keystroke, until it is sent. Null before anything was typed.
 */
export function useKept(place: string): readonly [text: string | null, put: (text: string | null) => void] {
  const key = `terrain ${now().me?.id} ${place}`;
  const [text, setText] = useState(() => localStorage.getItem(key));
  const put = (typed: string | null) => {
    setText(typed);
    try {
      if (typed === null) localStorage.removeItem(key);
      else localStorage.setItem(key, typed);
    } catch {
      change({ full: true }); // the page alone has it
    }
  };
  return [text, put];
}
