import { graphql, type ResultOf } from './graphql.ts';

/** How sure a score and a rank are. */
export const RobustnessRow = graphql(`
  fragment RobustnessRow on Robustness @_unmask {
    scoreLow scoreHigh rankLow rankHigh tiedFrom tiedTo
    weightScoreLow weightScoreHigh weightRankLow weightRankHigh reason bounded
  }
`);
export type Robustness = ResultOf<typeof RobustnessRow>;

/** From where to where something lies, both ends within. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Where a score or a rank would lie, for the two reasons it might move. */
export interface Spans {
  /** Nine times in ten, had the tests fallen otherwise; null for a reason that `robustness.reason` gives. */
  readonly tests: Span | null;
  /** Whatever the weights, each moved by a tenth at most. */
  readonly weights: Span | null;
}

/** The spans of a score, on 100, or of a rank, from 1. */
export const spansOf = (robustness: Robustness, of: 'score' | 'rank'): Spans =>
  of === 'score'
    ? {
        tests: spanOf(robustness.scoreLow, robustness.scoreHigh),
        weights: spanOf(robustness.weightScoreLow, robustness.weightScoreHigh),
      }
    : {
        tests: spanOf(robustness.rankLow, robustness.rankHigh),
        weights: spanOf(robustness.weightRankLow, robustness.weightRankHigh),
      };

const spanOf = (low: number | null, high: number | null): Span | null =>
  low === null || high === null ? null : { low, high };
