import type { Ballot, Vote } from './ballot.rules.ts';
import { type JudgmentCount, judgmentOf } from './majority.rules.ts';
import type { Mode, Paper } from './paper.rules.ts';
import { type SchulzeCount, schulzeOf } from './schulze.rules.ts';
import { type ScoringCount, scoringOf } from './scoring.rules.ts';

/** What became of the ballots: cast = votes + blank + invalid; who abstained cast nothing. */
export interface Turnout {
  readonly cast: number;
  readonly votes: number;
  readonly blank: number;
  readonly invalid: number;
  readonly abstained: number;
}

/** What was said of a motion; blank and invalid ballots are no opinion. */
export interface MotionCount {
  readonly for: number;
  readonly against: number;
}

/** What a vote came to, in the terms of its mode. */
export type Count =
  | ({ readonly mode: 'RATIFY' } & MotionCount)
  | ({ readonly mode: 'RANK' } & SchulzeCount)
  | ({ readonly mode: 'MAJORITY_JUDGMENT' } & JudgmentCount)
  | ({ readonly mode: 'SCORE' } & ScoringCount);

export function turnoutOf(ballots: readonly Ballot[]): Turnout {
  const of = (kind: Ballot['kind']) => ballots.filter((ballot) => ballot.kind === kind).length;
  const [votes, blank, invalid] = [of('VALID'), of('BLANK'), of('INVALID')];
  return { cast: votes + blank + invalid, votes, blank, invalid, abstained: of('ABSTENTION') };
}

/** Counts the valid ballots of one item; the order they came in changes no place. */
export function countOf(paper: Paper, ballots: readonly Ballot[]): Count {
  const { mode } = paper;
  if (mode === 'RATIFY') {
    const opinions = votesIn(mode, ballots).map(({ opinion }) => opinion);
    const of = (opinion: 'FOR' | 'AGAINST') => opinions.filter((it) => it === opinion).length;
    return { mode, for: of('FOR'), against: of('AGAINST') };
  }
  if (mode === 'RANK') {
    const rankings = votesIn(mode, ballots).map(({ ranking }) => ranking);
    return { mode, ...schulzeOf(paper.candidates, rankings) };
  }
  if (mode === 'SCORE') {
    const marks = votesIn(mode, ballots).map(({ marks }) => marks);
    return { mode, ...scoringOf(paper.candidates, paper.criteria, marks) };
  }
  const grades = votesIn(mode, ballots).map(({ grades }) => grades);
  return { mode, ...judgmentOf(paper.candidates, paper.grades, grades) };
}

type VoteIn<M extends Mode> = Extract<Vote, { mode: M }>;

const votesIn = <M extends Mode>(mode: M, ballots: readonly Ballot[]): VoteIn<M>[] =>
  ballots.flatMap((ballot) => (ballot.kind === 'VALID' && ballot.vote.mode === mode ? [ballot.vote as VoteIn<M>] : []));
