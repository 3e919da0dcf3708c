import type { Instant } from '../delay/calendar.rules.ts';

/** What a device tells of its clock: the instant it wrote a request, and how long its last exchange took. */
export interface DeviceClock {
  readonly sentAt: Instant;
  /** Milliseconds from a request to its answer, the last time; 0 when there was none. */
  readonly roundTrip: number;
}

/** Milliseconds under which a difference of clocks cannot be told from the time a network takes. */
const TOLD_APART = 2000;

/** The longest round trip that is believed: beyond, the device slept in between. */
const LONGEST = 60_000;

/**
 * By how many milliseconds the clock of a device is behind that of the server (negative when ahead): half the round trip
 * lies between writing and receiving.
 */
export const skewOf = ({ sentAt, roundTrip }: DeviceClock, receivedAt: Instant): number =>
  Math.round(Date.parse(receivedAt) - Date.parse(sentAt) - tripOf(roundTrip) / 2);

const tripOf = (roundTrip: number): number => (roundTrip >= 0 && roundTrip <= LONGEST ? roundTrip : 0);

/** Whether a difference of clocks is one, and not the time a network takes. */
export const isSkewed = (skew: number, roundTrip: number): boolean => Math.abs(skew) > TOLD_APART + tripOf(roundTrip);

/** The instant of a device on the clock of the server, and never later than the server's own. */
export function correctedAt(at: Instant, skew: number, roundTrip: number, receivedAt: Instant): Instant {
  const moved = isSkewed(skew, roundTrip) ? Date.parse(at) + skew : Date.parse(at);
  const late = moved - Date.parse(receivedAt);
  // What a network cannot tell apart is no event of the future; what is really later stays so, and is refused.
  return new Date(late > 0 && late <= TOLD_APART + tripOf(roundTrip) ? Date.parse(receivedAt) : moved).toISOString();
}
