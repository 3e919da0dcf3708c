import { instantsOf, territoryOf } from '../../server/delay/calendar.rules.ts';

/** Where the clock of a release hangs. */
export const PARIS = 'Europe/Paris';

/** The instant of a day and an hour in Paris, as a field holds them: the first of two when clocks go back; null for none. */
export const parisInstant = (local: string): string | null =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? (instantsOf(local, territoryOf(null))[0] ?? null) : null;
