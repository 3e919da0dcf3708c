/** Minutes to wait after each attempt that failed: a minute at first, a day at last; nearly four days in all. */
const WAITS = [1, 5, 30, 120, 360, 720, 1440, 1440, 1440] as const;

/** When to try again after an attempt, counted from 1; null when that was the last. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const minutes = WAITS[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
