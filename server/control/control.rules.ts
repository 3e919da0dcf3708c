import type { AuditState } from '../audit/audit.ts';
import type { Reason } from '../kernel/errors.ts';

type State = `${AuditState}`;

/** The states a test may go to from each, but for what stands in the way: see `obstacleTo`. */
const ways: Readonly<Record<State, readonly State[]>> = {
  SUBMITTED: ['IN_CONTROL', 'VALIDATED', 'REJECTED', 'TO_REDO'],
  IN_CONTROL: ['SUBMITTED', 'VALIDATED', 'REJECTED', 'TO_REDO'],
  VALIDATED: ['IN_CONTROL', 'REJECTED', 'TO_REDO'],
  REJECTED: ['IN_CONTROL', 'VALIDATED', 'TO_REDO'],
  TO_REDO: ['IN_CONTROL'],
};

/** The states that a test may go to from one, in the order they are offered. */
export const waysFrom = (state: State): readonly State[] => ways[state];

/** A test, as far as moving it goes. */
export interface Controlled {
  readonly state: State;
  /** The account of the auditor who made it; null for what came in a file. */
  readonly auditorId: string | null;
  /** The account of whoever corrected it last; null when nobody did. */
  readonly correctorId: string | null;
  /** How many of its questions are not closed. */
  readonly openQuestions: number;
  /** Whether the test that was planned in its place is still to be done, or done. */
  readonly redone: boolean;
}

/**
 * Why someone may not move a test to a state; null when they may. A test with a question that is not closed is not
 * validated, all else may go on; nobody validates what they made or were the last to correct; and a test that is being
 * done again is not taken back.
 */
export function obstacleTo(to: State, test: Controlled, actorId: string): Reason | null {
  if (!ways[test.state].includes(to)) return 'AUDIT_STATE';
  if (test.state === 'TO_REDO' && test.redone) return 'AUDIT_REDONE';
  if (to !== 'VALIDATED') return null;
  if (actorId === test.auditorId || actorId === test.correctorId) return 'AUDIT_OWN';
  return test.openQuestions > 0 ? 'AUDIT_QUESTIONED' : null;
}

/** Whether going to a state needs a reason: not to count a test does, and so does opening again what was decided. */
export const needsReason = (to: State): boolean => to === 'REJECTED' || to === 'TO_REDO';

/** The number of the test that is done in place of another: T-00042, then T-00042-2, then T-00042-3. */
export const referenceAgain = (reference: string, attempt: number): string =>
  `${reference.replace(/-\d+$/, (end) => (attempt > 2 ? '' : end))}-${attempt}`;
