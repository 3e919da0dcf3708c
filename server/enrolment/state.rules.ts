import type { EnrolmentState } from './enrolment.ts';

type State = `${EnrolmentState}`;

/** What staff do to an enrolment. */
export type EnrolmentMove = 'CONFIRM' | 'RETURN' | 'WITHDRAW';

/** Where each move starts from, and whether it needs a motive there. */
const moves: Readonly<Record<EnrolmentMove, Partial<Record<State, 'motive' | 'plain'>>>> = {
  // One that never submitted its form may still be confirmed, by telephone for instance, and one that withdrew may
  // come back: whoever decides so says why.
  CONFIRM: { SUBMITTED: 'plain', INVITED: 'motive', DRAFT: 'motive', WITHDRAWN: 'motive' },
  RETURN: { SUBMITTED: 'motive' },
  WITHDRAW: { INVITED: 'motive', DRAFT: 'motive', SUBMITTED: 'motive', CONFIRMED: 'motive' },
};

/** Why a move is refused; null when it is not. */
export function refusalOfMove(
  state: State,
  move: EnrolmentMove,
  motive: string | null,
): 'ENROLMENT_STATE' | 'ENROLMENT_MOTIVE_REQUIRED' | null {
  const needed = moves[move][state];
  if (!needed) return 'ENROLMENT_STATE';
  return needed === 'motive' && !motive ? 'ENROLMENT_MOTIVE_REQUIRED' : null;
}
