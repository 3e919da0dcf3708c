/** The days whose pace tells the end: long enough for weekends to weigh nothing, short enough to follow a change. */
export const PACE_DAYS = 14;

/** When fieldwork would end at the pace of late. */
export interface Forecast {
  /** Tests of the plan still to be sent. */
  readonly remaining: number;
  /** Tests sent in the last fourteen days, today left out: it is not over. */
  readonly recent: number;
  /** ISO day on which the last one would be sent; null when none remains, or when none was sent of late. */
  readonly endsOn: string | null;
}

/**
 * What remains, divided by the mean of the last fourteen days, rounded up to whole days from today. A division and
 * nothing else, so that anyone can check it: it knows nothing of holidays to come.
 */
export function forecastOf(remaining: number, recent: number, today: string): Forecast {
  if (remaining === 0 || recent === 0) return { remaining, recent, endsOn: null };
  return { remaining, recent, endsOn: dayAfter(today, Math.ceil((remaining * PACE_DAYS) / recent)) };
}

/** The day so many days after another; before it when negative. */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
