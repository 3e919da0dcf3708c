import type { SeatState } from './juror.ts';

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

/** Days during which the link to a seat works. */
export const SEAT_LINK_LASTS = 14;

export const seatLinkUntil = (now: Date): Date => new Date(now.getTime() + SEAT_LINK_LASTS * 86_400_000);
