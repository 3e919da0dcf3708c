import type { Decimal } from '../score/exact.rules.ts';
import {
  type Day,
  daysBetween,
  endOf,
  type Instant,
  localDayOf,
  type Territory,
  workingDaysBetween,
} from './calendar.rules.ts';

/** What happens, at an instant, between a mystery citizen and a structure. CONNECTED is a call picked up. */
export type EventKind = 'SENT' | 'ACKNOWLEDGED' | 'ANSWERED' | 'ATTEMPTED' | 'RANG' | 'CONNECTED';

/** What a delay is counted in. */
export type DelayCount = 'CALENDAR_DAYS' | 'WORKING_DAYS' | 'MINUTES' | 'SECONDS';

/** How a delay follows from events: from the first of one kind to the first of another that is not before it. */
export interface DelayRule {
  readonly from: EventKind;
  readonly to: EventKind;
  readonly count: DelayCount;
}

export interface ContactEvent {
  readonly kind: EventKind;
  readonly at: Instant;
}

/** A delay, whole, in what the rule counts; `censoredAt` when all one knows is that it lasted at least so long. */
export type Delay = { readonly value: Decimal } | { readonly censoredAt: Decimal };

/**
 * The delay that events tell; null when it never began.
 *
 * A day counts when it comes after the local day of the start, up to and including the local day of the end (the day
 * of the start is not counted: dies a quo), so that a change of clocks never changes a delay. Minutes and seconds are
 * time elapsed, and the last begun is not counted.
 *
 * What ends after the closing day, local time, has not ended: the delay is then censored at what had elapsed when
 * that day was over. Without a closing day, a delay that has not ended is censored at the last thing known to happen.
 */
export function delayOf(
  rule: DelayRule,
  events: readonly ContactEvent[],
  closing: Day | null,
  territory: Territory,
): Delay | null {
  const inOrder = events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const start = inOrder.find(({ kind }) => kind === rule.from);
  if (!start) return null;
  const after = inOrder.filter(({ at }) => Date.parse(at) >= Date.parse(start.at));
  const end = after.find(({ kind }) => kind === rule.to);
  if (end && (closing === null || localDayOf(end.at, territory) <= closing))
    return { value: elapsed(rule.count, start.at, end.at, localDayOf(end.at, territory), territory) };
  const last = after.at(-1)?.at ?? start.at;
  const [until, day] = closing === null ? [last, localDayOf(last, territory)] : [endOf(closing, territory), closing];
  return { censoredAt: elapsed(rule.count, start.at, until, day, territory) };
}

/** How many events of a kind there are: rings, attempts. */
export const countOf = (kind: EventKind, events: readonly ContactEvent[]): number =>
  events.filter((event) => event.kind === kind).length;

/** Whether a delay is counted in days. */
export const isInDays = ({ count }: DelayRule): boolean => count === 'CALENDAR_DAYS' || count === 'WORKING_DAYS';

/** From an instant to another, or to the end of a day: days go by `day`, the rest by `until`. */
function elapsed(count: DelayCount, from: Instant, until: Instant, day: Day, territory: Territory): Decimal {
  const milliseconds = Math.max(0, Date.parse(until) - Date.parse(from));
  switch (count) {
    case 'CALENDAR_DAYS':
      return String(daysBetween(localDayOf(from, territory), day));
    case 'WORKING_DAYS':
      return String(workingDaysBetween(localDayOf(from, territory), day, territory));
    case 'MINUTES':
      return String(Math.floor(milliseconds / 60_000));
    case 'SECONDS':
      return String(Math.floor(milliseconds / 1000));
  }
}
