import { useCallback, useEffect, useState } from 'react';

const onward = ['ArrowRight', 'ArrowDown', 'PageDown'];
const backward = ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'];
/** What clickers send to hide the screen, and to begin: the latter would read the page again. */
const hiding = ['b', 'B', '.'];
const filling = ['f', 'F', 'F5'];

/** The steps of a ceremony, from 0, by keys and clicker: clickers press the page keys. Escape leaves. */
export function useSteps(count: number, leave: () => void) {
  const [step, setStep] = useState(0);
  const [black, setBlack] = useState(false);
  const forward = useCallback(() => setStep((now) => Math.min(count - 1, now + 1)), [count]);
  const back = useCallback(() => setStep((now) => Math.max(0, now - 1)), []);
  const show = useCallback(() => setBlack(false), []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, repeat, ctrlKey, metaKey, altKey } = event;
      if (repeat || ctrlKey || metaKey || altKey) return;
      const onButton = event.target instanceof HTMLButtonElement;
      const goesOn = onward.includes(key) || (key === ' ' && !onButton);
      if (hiding.includes(key)) setBlack((now) => !now);
      // A screen that was hidden is shown again as it was: nothing is revealed unseen.
      else if (black && (goesOn || backward.includes(key) || key === 'Escape')) show();
      else if (goesOn) forward();
      else if (backward.includes(key)) back();
      else if (filling.includes(key)) fillScreen();
      else if (key === 'Escape') leave();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [forward, back, leave, show, black]);
  return { step, forward, back, black, show };
}

export const fillScreen = (): void => void document.documentElement.requestFullscreen?.();
