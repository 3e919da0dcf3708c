import { useCallback, useEffect, useState } from 'react';

const onward = ['ArrowRight', 'ArrowDown', 'PageDown'];
const backward = ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'];

/** The steps of a ceremony, from 0, by keys and clicker: clickers press the page keys. Escape leaves. */
export function useSteps(count: number, leave: () => void) {
  const [step, setStep] = useState(0);
  const forward = useCallback(() => setStep((now) => Math.min(count - 1, now + 1)), [count]);
  const back = useCallback(() => setStep((now) => Math.max(0, now - 1)), []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const onButton = event.target instanceof HTMLButtonElement;
      if (event.repeat) return;
      if (onward.includes(event.key) || (event.key === ' ' && !onButton)) forward();
      else if (backward.includes(event.key)) back();
      else if (event.key === 'Escape') leave();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [forward, back, leave]);
  return { step, forward, back };
}
