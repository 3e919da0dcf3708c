import { instantsOf, territoryOf } from '../../server/delay/calendar.rules.ts';

/** Where the clock of a release hangs. */
export const PARIS = 'Europe/Paris';

/** The instant of a day and an hour in Paris, as a field holds them: the first of two when clocks go back; null for none. */
export const parisInstant = (local: string): string | null =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? (instantsOf(local, territoryOf(null))[0] ?? null) : null;

/** The last minute before a deadline: "jusqu’au 2 octobre à 23 h 59" is read one way, midnight is not. */
export const lastMinuteOf = (deadline: string): string => new Date(Date.parse(deadline) - 60_000).toISOString();
