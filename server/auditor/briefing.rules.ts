/** A question, as far as its answer is judged. */
export interface Asked {
  readonly choices: readonly string[];
  /** The right choice, from 0. */
  readonly right: number;
}

/** What is wrong with a briefing: the place of the question, from 0, or null for the whole. */
export interface BriefingFault {
  readonly question: number | null;
  readonly reason: 'TOO_FEW_CHOICES' | 'RIGHT_UNKNOWN' | 'PASS_MARK_TOO_HIGH';
}

/** The faults of a briefing, in the order of its questions. */
export function faultsOf(questions: readonly Asked[], passMark: number): BriefingFault[] {
  const faults = questions.flatMap(({ choices, right }, question): BriefingFault[] => [
    ...(choices.length < 2 ? [{ question, reason: 'TOO_FEW_CHOICES' as const }] : []),
    ...(choices[right] === undefined ? [{ question, reason: 'RIGHT_UNKNOWN' as const }] : []),
  ]);
  const high = passMark > questions.length || passMark < 0;
  return high ? [...faults, { question: null, reason: 'PASS_MARK_TOO_HIGH' }] : faults;
}

/** How many answers are right: the choice for each question, from 0. A question left out is not. */
export const rightOf = (questions: readonly Asked[], answers: readonly number[]): number =>
  questions.filter(({ right }, i) => answers[i] === right).length;
