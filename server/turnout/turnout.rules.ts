import { dayAfter, daysBetween } from '../delay/calendar.rules.ts';

/** The days of registration of an edition, both included, and how many structures enrolled on each. */
export interface Registered {
  readonly from: string;
  readonly to: string;
  readonly byDay: ReadonlyMap<string, number>;
}

/** One day into registration: how many had enrolled by then, this time and last. */
export interface Progress {
  readonly day: number;
  readonly on: string;
  readonly enrolled: number | null;
  readonly before: number | null;
}

/**
 * How enrolments added up, day by day, over the longer of the two registrations: day 0 is the first day of each. A day
 * that has not come has no figure of this edition; past its last day, each edition keeps its total.
 */
export function progressOf(edition: Registered, previous: Registered | null, today: string): Progress[] {
  const last = Math.max(daysBetween(edition.from, edition.to), previous ? daysBetween(previous.from, previous.to) : 0);
  const [mine, theirs] = [cumulated(edition, last), previous && cumulated(previous, last)];
  return mine.map((enrolled, day) => {
    const on = dayAfter(edition.from, day);
    return { day, on, enrolled: on <= today ? enrolled : null, before: theirs?.[day] ?? null };
  });
}

function cumulated({ from, to, byDay }: Registered, last: number): number[] {
  let sum = 0;
  return Array.from({ length: last + 1 }, (_, day) => {
    const on = dayAfter(from, day);
    if (on <= to) sum += byDay.get(on) ?? 0;
    return sum;
  });
}

/** How many enrolled on no known day, or on a day outside registration. */
export const undatedIn = ({ from, to, byDay }: Registered, enrolled: number): number =>
  enrolled - [...byDay].reduce((sum, [on, count]) => sum + (on >= from && on <= to ? count : 0), 0);
