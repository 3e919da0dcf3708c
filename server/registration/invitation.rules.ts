import type { EditionPhase } from '../edition/edition.ts';
import type { EnrolmentState } from '../enrolment/enrolment.ts';

/** What a link leads to today. */
export const statuses = [
  'OPEN',
  'NOT_YET',
  'CLOSED',
  'EXPIRED',
  'REVOKED',
  'SUBMITTED',
  'CONFIRMED',
  'WITHDRAWN',
] as const;
export type Status = (typeof statuses)[number];

/** What decides where a link leads. */
export interface Link {
  readonly state: `${EnrolmentState}`;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
  readonly phase: `${EditionPhase}`;
  /** First and last day of registration; null when they are not set. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Where a link leads at an instant, which is a day in Paris. What happened to the enrolment comes before the dates. */
export function statusOf(link: Link, now: Date, today: string): Status {
  if (link.revokedAt) return 'REVOKED';
  if (link.state === 'SUBMITTED' || link.state === 'CONFIRMED' || link.state === 'WITHDRAWN') return link.state;
  const season = seasonOf(link, today);
  if (season !== 'OPEN') return season;
  return link.expiresAt <= now ? 'EXPIRED' : 'OPEN';
}

/** Whether structures may register today. */
export function seasonOf({ phase, from, to }: Pick<Link, 'phase' | 'from' | 'to'>, today: string) {
  if (phase === 'PREPARATION' || (phase === 'REGISTRATION' && from !== null && today < from)) return 'NOT_YET';
  return phase === 'REGISTRATION' && (to === null || today <= to) ? 'OPEN' : 'CLOSED';
}

/** Asks for a code, or for a new link, that one invitation answers within an hour. */
export const MOST_ASKS = 5;

/** Guesses at one code before it is worth nothing. */
export const MOST_TRIES = 5;

/** Minutes during which a code works. */
export const CODE_LASTS = 15;

/** Days during which an invitation works when the edition has no last day of registration. */
export const INVITATION_LASTS = 30;

const HOUR = 3_600_000;

/** How many asks count within the hour that began with the first of them, this one taken in. */
export function asksAt(since: Date | null, asks: number, now: Date): { since: Date; asks: number } {
  const fresh = since === null || now.getTime() - since.getTime() >= HOUR;
  return fresh ? { since: now, asks: 1 } : { since, asks: asks + 1 };
}
