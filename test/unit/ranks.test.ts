import { describe, expect, test } from 'vitest';
import { chanceOf } from '../../server/demo/random.ts';
import { tendencyOf } from '../support/ranks.ts';

const { whole } = chanceOf('ranks');
/** What requests take: mostly alike, now and then much longer. */
const taken = (count: number, more = 0) =>
  Array.from({ length: count }, () => more + 1 + whole(0, 1000) / 1000 + (whole(0, 19) === 0 ? whole(5, 50) : 0));

describe('the rank-sum test', () => {
  test('counts as the worked example does', () => {
    // Every draw of the second exceeds all of the first but one pair: U = 15 of 16.
    expect(tendencyOf([1, 2, 3, 5], [4, 6, 7, 8]).exceeds).toBe(15 / 16);
    for (const same of [tendencyOf([1, 2, 3], [1, 2, 3]), tendencyOf([7, 7, 7], [7, 7, 7, 7])]) {
      expect(same.exceeds).toBe(0.5);
      expect(same.p).toBeCloseTo(1);
    }
  });

  test('agrees with the tables: of ten draws and ten, 23 pairs of 100 are significant at five per cent, 28 are not', () => {
    const first = Array.from({ length: 10 }, (_, i) => 2 * i);
    const moved = (by: number) =>
      tendencyOf(
        first,
        first.map((value) => value + by),
      );
    expect(moved(5).exceeds).toBe(0.72);
    expect(moved(5).p).toBeGreaterThan(0.05);
    expect(moved(7).exceeds).toBe(0.79);
    expect(moved(7).p).toBeLessThan(0.05);
  });

  test('is seldom surer than one in a hundred of samples alike, and never than one in ten thousand', () => {
    const found = Array.from({ length: 400 }, () => tendencyOf(taken(40), taken(40)).p);
    expect(found.filter((p) => p < 0.01).length).toBeLessThanOrEqual(12);
    expect(Math.min(...found)).toBeGreaterThan(1e-4);
    expect(found.filter((p) => p < 0.5).length).toBeGreaterThan(150);
  });

  test('is sure of a delay as long as the spread, whichever of the two has it', () => {
    for (let i = 0; i < 20; i++) {
      const { p, exceeds } = tendencyOf(taken(60), taken(60, 1));
      expect(p).toBeLessThan(1e-7);
      expect(exceeds).toBeGreaterThan(0.8);
      expect(tendencyOf(taken(60, 1), taken(60)).exceeds).toBeLessThan(0.2);
    }
  });
});
