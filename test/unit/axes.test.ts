import { expect, test } from 'vitest';
import { axesOf, isLevelWith, levelWithFirst } from '../../admin/ranking/axes.ts';
import type { Line } from '../../admin/ranking/ranking.graphql.ts';

interface Said {
  readonly score?: readonly [number, number];
  readonly rank?: readonly [number, number];
  readonly tied?: readonly [number, number];
}

/** A line of a ranking; what is not said of it is not known. */
const lineOf = (rank: number | null, score: string | null, said: Said | null = null) =>
  ({
    ...{ rank, score },
    robustness: said && {
      ...{ scoreLow: said.score?.[0] ?? null, scoreHigh: said.score?.[1] ?? null },
      ...{ rankLow: said.rank?.[0] ?? null, rankHigh: said.rank?.[1] ?? null },
      ...{ tiedFrom: said.tied?.[0] ?? null, tiedTo: said.tied?.[1] ?? null },
      ...{ weightScoreLow: null, weightScoreHigh: null },
    },
  }) as Line;

const first = lineOf(1, '78.40', { score: [71.2, 84.9], rank: [1, 4], tied: [1, 4] });
const others = [2, 3, 4, 5].map((rank) => lineOf(rank, '60.00', { score: [52.5, 67], rank: [1, 5] }));
const unranked = lineOf(null, null);

test('the axis of ranks ends at the last ranked, that of scores at the tens that hold all that is said', () => {
  expect(axesOf([first, ...others, unranked])).toEqual({ rank: { low: 1, high: 5 }, score: { low: 50, high: 90 } });
});

test('a category of one, or of none, still has axes', () => {
  expect(axesOf([lineOf(1, '100.00')])).toEqual({ rank: { low: 1, high: 2 }, score: { low: 90, high: 100 } });
  expect(axesOf([unranked])).toEqual({ rank: { low: 1, high: 2 }, score: { low: 90, high: 100 } });
});

test('those who cannot be told apart from the first are counted without those who share its rank', () => {
  expect(levelWithFirst([first, ...others])).toBe(3);
  expect(levelWithFirst([first, lineOf(1, '78.40'), ...others])).toBe(2);
  expect(levelWithFirst([lineOf(1, '78.40', { rank: [1, 1] }), ...others])).toBe(0);
});

test('nothing is said of a first without an interval', () => {
  expect(levelWithFirst([lineOf(1, '78.40', {}), ...others])).toBeNull();
  expect(levelWithFirst([unranked])).toBeNull();
});

test('a line is level with those its span reaches, and nobody with one of which nothing is known', () => {
  const reached = [first, ...others, unranked].filter((line) => isLevelWith(line, first));
  expect(reached.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  expect(isLevelWith(first, others[0])).toBe(false);
  expect(isLevelWith(first, undefined)).toBe(false);
});
