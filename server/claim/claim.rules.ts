import type { ClaimState, Verdict } from './claim.ts';

/** What a decided claim came to: all that it contested, some, or nothing. */
export type Outcome = 'ACCEPTED' | 'PARTLY' | 'REFUSED';

/** What a claim came to; null while one of its criteria is undecided. */
export function outcomeOf(verdicts: readonly (`${Verdict}` | null)[]): Outcome | null {
  if (verdicts.length === 0 || verdicts.includes(null)) return null;
  if (verdicts.every((verdict) => verdict === 'REFUSED')) return 'REFUSED';
  return verdicts.every((verdict) => verdict === 'ACCEPTED') ? 'ACCEPTED' : 'PARTLY';
}

/** Claims that one structure may have at once, drafts included: a link must not fill the desk of those who answer. */
export const MOST_CLAIMS = 20;

/** Files that one structure may have in the store at once, over all its claims: a link must not fill a disk. */
export const MOST_EXHIBITS = 20;

/** The shortest statement that can be examined, in characters. */
export const SHORTEST_STATEMENT = 20;

/** A criterion and what is said of it. */
export interface Stated {
  readonly code: string;
  readonly statement: string;
}

/** What keeps a claim from being submitted: each criterion whose statement says too little, by code. */
export const tooShortIn = (points: readonly Stated[]): string[] =>
  points.filter(({ statement }) => statement.trim().length < SHORTEST_STATEMENT).map(({ code }) => code);

/** Why someone may not decide a claim; null when they may. */
export type Bar = 'NOT_OPEN' | 'PHASE' | 'OWN_CLAIM' | 'OWN_TESTS';

/** What decides it. */
export interface Bench {
  readonly state: `${ClaimState}`;
  readonly granted: boolean;
  readonly author: boolean;
  /** Whether they validated, rejected or corrected a test that the claim speaks of. */
  readonly handled: boolean;
}

export function barOf({ state, granted, author, handled }: Bench): Bar | null {
  if (state !== 'SUBMITTED') return 'NOT_OPEN';
  if (!granted) return 'PHASE';
  if (author) return 'OWN_CLAIM';
  return handled ? 'OWN_TESTS' : null;
}
