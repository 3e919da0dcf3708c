import { type Day, dayAfter, endOf, localDayOf, territoryOf } from '../delay/calendar.rules.ts';

/** Deadlines are those of Paris, wherever the structure is: they are announced in one hour for all. */
const PARIS = territoryOf(null);

/** The instant from which nothing is contested any more: the end of the last day; null while none is set. */
export const deadlineOf = (lastDay: Day | null): Date | null =>
  lastDay === null ? null : new Date(endOf(lastDay, PARIS));

/**
 * The last day that sending results at an instant gives everyone: so many days after that day, and never earlier than
 * the one that is already announced.
 */
export function lastDayFrom(now: Date, days: number, announced: Day | null): Day {
  const given = dayAfter(localDayOf(now.toISOString(), PARIS), days);
  return announced !== null && announced > given ? announced : given;
}

/** Days before the deadline at which those who have not answered are reminded, once. */
export const REMINDED_BEFORE = 7;

/** Whether the reminder is due: the deadline is near, and not past. */
export const isReminderDue = (deadline: Date, now: Date): boolean =>
  now < deadline && now.getTime() >= deadline.getTime() - REMINDED_BEFORE * 86_400_000;

/** Where a link to provisional results leads. */
export const provisionalDoors = ['OPEN', 'CLOSED'] as const;
export type Door = (typeof provisionalDoors)[number];

/** Open in the phase that hears structures, until the deadline of the server's clock, itself excluded. */
export const doorOf = (hears: boolean, deadline: Date | null, now: Date): Door =>
  hears && deadline !== null && now < deadline ? 'OPEN' : 'CLOSED';
