import type { Office, SeatState } from './juror.ts';

/** What decides where a seat stands. */
export interface Seating {
  readonly acceptedAt: Date | null;
  readonly declinedAt: Date | null;
  readonly leftAt: Date | null;
  readonly expiresAt: Date;
}

/** Where a seat stands at an instant: leaving comes before everything, and an accepted seat does not expire. */
export function seatStateOf({ acceptedAt, declinedAt, leftAt, expiresAt }: Seating, now: Date): `${SeatState}` {
  if (leftAt) return 'LEFT';
  if (declinedAt) return 'DECLINED';
  if (acceptedAt) return 'ACCEPTED';
  return expiresAt <= now ? 'EXPIRED' : 'INVITED';
}

/** Who sits where, by name. */
interface Seat {
  readonly office: `${Office}`;
  readonly name: string;
}

const offices: readonly Seat['office'][] = ['CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER'];

/** The order in which those who sit are named: offices first, then names as a French list has them. */
export const bySeat = (one: Seat, other: Seat): number =>
  offices.indexOf(one.office) - offices.indexOf(other.office) || one.name.localeCompare(other.name, 'fr');

/** Days during which the link to a seat works. */
export const SEAT_LINK_LASTS = 14;

export const seatLinkUntil = (now: Date): Date => new Date(now.getTime() + SEAT_LINK_LASTS * 86_400_000);
