import { type Day, dayAfter, type Instant, instantsOf, localDayOf } from '../delay/calendar.rules.ts';
import { mainland } from './plan.ts';

/** The day it is in Paris. */
export const dayOf = (now: Date): Day => localDayOf(now.toISOString(), mainland);

/** The Monday so many weeks from that of an instant, before it when negative. */
export function mondayFrom(now: Date, weeks: number): Day {
  const today = dayOf(now);
  return dayAfter(today, 7 * weeks - ((new Date(today).getUTCDay() + 6) % 7));
}

/** The instant at which a clock in Paris shows a time, such as "09:25", and so many minutes later. */
export function instantAt(day: Day, time: string, minutes = 0): Instant {
  const [at = ''] = instantsOf(`${day}T${time}:00`, mainland);
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}
