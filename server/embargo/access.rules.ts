/** Where a link to a version under embargo leads. */
export const doorStates = ['OPEN', 'NOT_YET', 'CLOSED', 'REVOKED', 'PUBLISHED'] as const;
export type Door = (typeof doorStates)[number];

/** What decides where it leads. */
export interface Standing {
  readonly revokedAt: Date | null;
  readonly fromAt: Date;
  /** Whether its version is public already. */
  readonly published: boolean;
  /** The instant at which its version goes out, once two people want it; null before, and when it was stopped. */
  readonly dueAt: Date | null;
}

/** Where it leads at an instant of the server's clock. Past the instant of the release nothing is under embargo. */
export function doorOf({ revokedAt, fromAt, published, dueAt }: Standing, now: Date): Door {
  if (published) return 'PUBLISHED';
  if (revokedAt) return 'REVOKED';
  if (dueAt === null || dueAt <= now) return 'CLOSED';
  return now < fromAt ? 'NOT_YET' : 'OPEN';
}
