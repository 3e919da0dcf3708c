import { useNotify } from 'react-admin';

/** Copies a text, and says so; a browser that refuses is told of too. */
export function useCopy(): (text: string, done: string) => Promise<void> {
  const notify = useNotify();
  return async (text, done) => {
    try {
      await navigator.clipboard.writeText(text);
      notify(done, { type: 'success' });
    } catch {
      notify('room.runs.notCopied', { type: 'warning' });
    }
  };
}
