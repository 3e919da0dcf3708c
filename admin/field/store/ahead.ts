import type { LocalDraft } from './db.ts';

/**
 * The latest state of each draft that the memory of the device has not written yet. Its writing takes a moment, longer
 * under fast fingers on a slow phone, and a page may be killed within it: what is set here is not lost with the page.
 */
const PREFIX = 'terrain ahead ';

/** What a draft goes by on this device: two people may have typed in one test. */
export const keyOf = ({ accountId, assignmentId }: LocalDraft): string => `${PREFIX}${accountId} ${assignmentId}`;

/** Notes a draft before it is written. */
export function noteAhead(draft: LocalDraft): void {
  try {
    localStorage.setItem(keyOf(draft), JSON.stringify(draft));
  } catch {
    // No room here: the memory of the device, which has more, will have it in a moment.
  }
}

/** Forgets what was noted, now that it is written. */
export const forgetAhead = (draft: LocalDraft): void => localStorage.removeItem(keyOf(draft));

/** What was noted and never written: the page was killed meanwhile. */
export const leftAhead = (): LocalDraft[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => JSON.parse(localStorage.getItem(key) ?? '') as LocalDraft);
