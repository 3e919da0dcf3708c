import { type Decimal, fractionOf } from '../score/exact.rules.ts';
import type { Paper } from './paper.rules.ts';

/** What a juror wrote. */
export type Vote =
  | { readonly mode: 'RATIFY'; readonly opinion: 'FOR' | 'AGAINST' }
  | { readonly mode: 'RANK'; readonly ranking: Ranking }
  | { readonly mode: 'MAJORITY_JUDGMENT'; readonly grades: readonly Graded[] }
  | { readonly mode: 'SCORE'; readonly marks: readonly Marked[] };

/** Candidates in order of preference, the best first; those that are equal stand together. */
export type Ranking = readonly (readonly string[])[];

export interface Graded {
  readonly candidate: string;
  readonly grade: string;
}

/** A mark from 0 to the scale of the paper. */
export interface Marked {
  readonly candidate: string;
  readonly criterion: string;
  readonly mark: Decimal;
}

/** Why a ballot does not count. */
export interface Fault {
  readonly reason:
    | 'WRONG_MODE'
    | 'UNKNOWN_CANDIDATE'
    | 'REPEATED_CANDIDATE'
    | 'MISSING_CANDIDATE'
    | 'UNKNOWN_CRITERION'
    | 'UNKNOWN_GRADE'
    | 'NOT_A_MARK'
    | 'OUT_OF_RANGE';
  readonly candidate?: string;
  readonly criterion?: string;
}

/** A ballot as it was found: nothing that was cast is thrown away, and what does not count says why. */
export type Ballot =
  | { readonly kind: 'VALID'; readonly vote: Vote }
  | { readonly kind: 'INVALID'; readonly vote: Vote; readonly faults: readonly Fault[] }
  /** Cast, and silent: it counts among the ballots, not among the votes. */
  | { readonly kind: 'BLANK' }
  /** Nothing was cast by someone who was there: it counts in the quorum alone. */
  | { readonly kind: 'ABSTENTION' };

/**
 * Reads a ballot. One on which nothing is written is blank: neither invalid nor an abstention.
 * Source: Code électoral, article L. 65 (an empty envelope is a blank ballot; blank ballots are counted apart and are
 * not votes).
 */
export function ballotOf(paper: Paper, cast: Vote | 'BLANK' | 'ABSTENTION'): Ballot {
  if (cast === 'BLANK' || cast === 'ABSTENTION') return { kind: cast };
  if (cast.mode === paper.mode && isEmpty(cast)) return { kind: 'BLANK' };
  const faults = faultsOf(paper, cast);
  return faults.length === 0 ? { kind: 'VALID', vote: cast } : { kind: 'INVALID', vote: cast, faults };
}

const isEmpty = (vote: Vote): boolean => vote.mode !== 'RATIFY' && cellsOf(vote).length === 0;

/** One place of a ballot where something is written, or due. */
interface Cell {
  readonly candidate: string;
  readonly criterion?: string;
}

function cellsOf(vote: Vote): readonly Cell[] {
  if (vote.mode === 'RANK') return vote.ranking.flat().map((candidate) => ({ candidate }));
  if (vote.mode === 'MAJORITY_JUDGMENT') return vote.grades.map(({ candidate }) => ({ candidate }));
  if (vote.mode === 'SCORE') return vote.marks.map(({ candidate, criterion }) => ({ candidate, criterion }));
  return [];
}

/** All that is wrong with what a juror wrote, in the order it was written; what is missing comes last. */
export function faultsOf(paper: Paper, vote: Vote): readonly Fault[] {
  if (vote.mode !== paper.mode) return [{ reason: 'WRONG_MODE' }];
  if (paper.mode === 'RATIFY') return [];
  const written = cellsOf(vote);
  return [
    ...strangeIn(paper, written),
    ...repeatedIn(written),
    ...unreadableIn(paper, vote),
    ...missingIn(paper, written),
  ];
}

type Listing = Exclude<Paper, { mode: 'RATIFY' }>;

const strangeIn = (paper: Listing, written: readonly Cell[]): Fault[] =>
  written.flatMap((cell): Fault[] => {
    if (!paper.candidates.includes(cell.candidate)) return [{ reason: 'UNKNOWN_CANDIDATE', ...cell }];
    const known = paper.mode !== 'SCORE' || paper.criteria.some(({ code }) => code === cell.criterion);
    return known ? [] : [{ reason: 'UNKNOWN_CRITERION', ...cell }];
  });

const keyOf = ({ candidate, criterion = '' }: Cell): string => JSON.stringify([candidate, criterion]);

const repeatedIn = (written: readonly Cell[]): Fault[] =>
  [...Map.groupBy(written, keyOf).values()].flatMap(([cell, again]): Fault[] =>
    cell && again ? [{ reason: 'REPEATED_CANDIDATE', ...cell }] : [],
  );

function missingIn(paper: Listing, written: readonly Cell[]): Fault[] {
  if (paper.mode !== 'SCORE' && paper.mayOmit) return [];
  const due: readonly Cell[] = paper.candidates.flatMap((candidate) =>
    paper.mode === 'SCORE' ? paper.criteria.map(({ code }) => ({ candidate, criterion: code })) : [{ candidate }],
  );
  const there = new Set(written.map(keyOf));
  return due.filter((cell) => !there.has(keyOf(cell))).map((cell): Fault => ({ reason: 'MISSING_CANDIDATE', ...cell }));
}

/** A mark as it may be written: plain digits, at most two decimals. */
const markShape = /^-?\d{1,4}(\.\d{1,2})?$/;

function unreadableIn(paper: Listing, vote: Vote): Fault[] {
  if (paper.mode === 'MAJORITY_JUDGMENT' && vote.mode === 'MAJORITY_JUDGMENT')
    return vote.grades
      .filter(({ grade }) => !paper.grades.includes(grade))
      .map(({ candidate }): Fault => ({ reason: 'UNKNOWN_GRADE', candidate }));
  if (paper.mode !== 'SCORE' || vote.mode !== 'SCORE') return [];
  return vote.marks.flatMap(({ mark, ...cell }): Fault[] => {
    if (!markShape.test(mark)) return [{ reason: 'NOT_A_MARK', ...cell }];
    const exact = fractionOf(mark);
    return exact.lt(0) || exact.gt(paper.scale) ? [{ reason: 'OUT_OF_RANGE', ...cell }] : [];
  });
}

/**
 * What a juror wrote, struck of candidates that withdrew since; what was written of the others stands as it was. Read
 * again on the paper without them, a ballot that named nobody else is blank.
 */
export function voteWithout(vote: Vote, withdrawn: ReadonlySet<string>): Vote {
  const stays = ({ candidate }: Cell) => !withdrawn.has(candidate);
  if (vote.mode === 'SCORE') return { ...vote, marks: vote.marks.filter(stays) };
  if (vote.mode === 'MAJORITY_JUDGMENT') return { ...vote, grades: vote.grades.filter(stays) };
  if (vote.mode === 'RATIFY') return vote;
  const ranking = vote.ranking.map((equals) => equals.filter((candidate) => !withdrawn.has(candidate)));
  return { ...vote, ranking: ranking.filter(({ length }) => length > 0) };
}
