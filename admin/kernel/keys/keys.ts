import { useEffect, useRef } from 'react';
import { useStore } from 'react-admin';

/** What a key does. A letter alone acts only where nobody is typing, and may be switched off. */
type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const TYPING =
  'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=combobox]';
const ELSEWHERE = '[role=dialog], [role=menu], [role=listbox], [role=tablist]';

/** Whether a key pressed there is meant for what is there: a text being typed, a dialog, a menu. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`${TYPING}, ${ELSEWHERE}`) !== null;

/** Whether letters alone act: people who dictate, or whose hands slip, switch them off. */
export const useLetters = () => useStore<boolean>('keys.letters', true);

/**
 * Listens to keys while a page is there: `j`, `?`, `ctrl+s`. A letter alone is left to whoever is typing; an action
 * that has nothing to do leaves the key to the browser by not preventing it.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  const [letters] = useLetters();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey;
      if (event.altKey || event.defaultPrevented || event.isComposing) return;
      if (!held && (!letters || isTaken(event.target))) return;
      latest.current[(held ? 'ctrl+' : '') + event.key.toLowerCase()]?.(event);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [letters]);
}
