import type { BallotInput, Paper } from '../meeting.graphql.ts';
import type { Ranking } from './ranking.ts';

/** A ballot while it is being filled in; only what its mode asks for is used. */
export interface BallotDraft {
  readonly opinion: 'FOR' | 'AGAINST' | null;
  readonly ranking: Ranking;
  /** The grade of each candidate, by code. */
  readonly grades: Readonly<Record<string, string>>;
  /** The mark of each candidate on each criterion, by `markKey`, as it was typed. */
  readonly marks: Readonly<Record<string, string>>;
  /** Whether one chose to cast nothing. Nobody is told: it only folds the ballot away. */
  readonly abstains: boolean;
}

export const blankDraft: BallotDraft = { opinion: null, ranking: [], grades: {}, marks: {}, abstains: false };

export const markKey = (candidate: string, criterion: string): string => `${candidate} ${criterion}`;

/** A mark as the server reads it: "14.5", whatever the key of the decimal sign. */
export const markOf = (typed: string): string => typed.trim().replace(',', '.');

/** Whether a mark may be written: digits, at most two decimals, from 0 to the scale. */
export const isMark = (typed: string, scale: number): boolean =>
  /^\d{1,4}(\.\d{1,2})?$/.test(markOf(typed)) && Number(markOf(typed)) <= scale;

/** What is sent of a ballot. With `blank`, nothing is written on it. */
export function ballotOf(
  { mode, criteria }: Paper,
  codes: readonly string[],
  draft: BallotDraft,
  blank: boolean,
): BallotInput {
  if (blank) return { mode };
  if (mode === 'RATIFY') return { mode, opinion: draft.opinion };
  if (mode === 'RANK') return { mode, ranking: draft.ranking.map((equals) => [...equals]) };
  if (mode === 'MAJORITY_JUDGMENT') {
    const gradeOf = (candidate: string) => draft.grades[candidate];
    return { mode, grades: written(codes, gradeOf, (candidate, grade) => ({ candidate, grade })) };
  }
  const marks = criteria.flatMap(({ code: criterion }) => {
    const typed = (candidate: string) => draft.marks[markKey(candidate, criterion)];
    return written(codes, typed, (candidate, mark) => ({ candidate, criterion, mark: markOf(mark) }));
  });
  return { mode, marks };
}

/** What is written of each candidate; nothing of those of whom nothing is. */
const written = <Line>(
  codes: readonly string[],
  of: (code: string) => string | undefined,
  line: (code: string, value: string) => Line,
): Line[] =>
  codes.flatMap((code) => {
    const value = of(code);
    return value ? [line(code, value)] : [];
  });

/** How many of the things a ballot asks for are written, of how many. */
export function filledOf({ mode, criteria }: Paper, codes: readonly string[], draft: BallotDraft) {
  if (mode === 'RATIFY') return { done: draft.opinion ? 1 : 0, all: 1 };
  if (mode === 'RANK') return { done: draft.ranking.flat().length, all: codes.length };
  if (mode === 'MAJORITY_JUDGMENT')
    return { done: codes.filter((code) => draft.grades[code]).length, all: codes.length };
  const keys = codes.flatMap((candidate) => criteria.map(({ code }) => markKey(candidate, code)));
  return { done: keys.filter((key) => draft.marks[key]).length, all: keys.length };
}

/** Whether a ballot can be cast as it stands: complete, or with what its paper lets be left out. */
export function isReady(paper: Paper, codes: readonly string[], draft: BallotDraft): boolean {
  const { done, all } = filledOf(paper, codes, draft);
  if (paper.mode === 'SCORE') {
    const typed = Object.values(draft.marks).filter((mark) => mark !== '');
    return done === all && typed.every((mark) => isMark(mark, paper.scale));
  }
  return done === all || (paper.mode !== 'RATIFY' && paper.mayOmit && done > 0);
}
