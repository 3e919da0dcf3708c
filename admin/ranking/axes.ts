import type { Span } from '../kernel/robustness.graphql.ts';
import type { Line } from './ranking.graphql.ts';

/** The axes that all whiskers of a category share. */
export interface Axes {
  readonly rank: Span;
  readonly score: Span;
}

/** From the first rank to the last; and the tens that hold every score and all that is said of it. */
export function axesOf(lines: readonly Line[]): Axes {
  const ranked = lines.filter(({ rank }) => rank !== null);
  const scores = ranked.flatMap(({ score, robustness }) =>
    [
      score,
      robustness?.scoreLow,
      robustness?.scoreHigh,
      robustness?.weightScoreLow,
      robustness?.weightScoreHigh,
    ].flatMap((each) => (each == null ? [] : [Number(each)])),
  );
  const low = Math.min(90, Math.floor(Math.min(100, ...scores) / 10) * 10);
  const high = Math.max(low + 10, Math.ceil(Math.max(0, ...scores) / 10) * 10);
  return { rank: { low: 1, high: Math.max(2, ranked.length) }, score: { low, high } };
}

/**
 * How many others nobody can tell apart from the first, at 90 %; null when nothing is known of it. From its rank
 * interval, which starts at 1 + how many are surely better and stops at all less how many are surely worse.
 */
export function levelWithFirst(lines: readonly Line[]): number | null {
  const first = lines.filter(({ rank }) => rank === 1);
  const [{ rankLow = null, rankHigh = null } = {}] = first.flatMap(({ robustness }) => robustness ?? []);
  return rankLow === null || rankHigh === null ? null : Math.max(0, rankHigh - rankLow + 1 - first.length);
}

/** Whether a line lies between the ranks that another cannot be told apart from. */
export const isLevelWith = ({ rank }: Line, held: Line | undefined): boolean =>
  rank !== null &&
  held?.robustness?.tiedFrom != null &&
  held.robustness.tiedTo !== null &&
  held.robustness.tiedFrom <= rank &&
  rank <= held.robustness.tiedTo;
