import { describe, expect, test } from 'vitest';
import { crossedEffects } from '../../server/effect/crossed.rules.ts';
import { effectsOf } from '../../server/effect/effect.rules.ts';
import { choleskyOf, inverseOf, solved } from '../../server/effect/linear.rules.ts';
import { pairedEffects } from '../../server/effect/paired.rules.ts';
import { podiumChanges, podiumOf, withoutEffect } from '../../server/effect/podium.rules.ts';
import { drawnField, drawnPairs } from '../support/severe.ts';

/** Fields that are drawn: enough for the claim in `npm test`, many more by EFFECT_RUNS=2000. */
const RUNS = Number(process.env.EFFECT_RUNS ?? 100);

/** The share of severe and lenient auditors that are found, and of even-handed ones that are told. */
function powerOf(noise: number, structures: number, runs = RUNS, checks = 0) {
  const counts = { found: 0, biased: 0, wrong: 0, even: 0 };
  const said = { tests: 20, bias: 8, auditors: 12, structures, noise };
  for (let run = 0; run < runs; run++) {
    const field = drawnField(`${noise} ${run}`, said);
    const pairs = drawnPairs(`${noise} ${run}`, said, checks, 5);
    for (const { auditor, points, flagged } of effectsOf(field, pairs).effects) {
      const sign = auditor === 'a00' ? -1 : auditor === 'a01' ? 1 : 0;
      if (sign === 0) counts.even += 1;
      else counts.biased += 1;
      if (flagged && sign !== 0 && Math.sign(points) === sign) counts.found += 1;
      if (flagged && sign === 0) counts.wrong += 1;
    }
  }
  return { found: counts.found / counts.biased, wrong: counts.wrong / counts.even };
}

describe('severe and lenient auditors', () => {
  test('of 8 points and 20 tests are found nine times in ten, and even-handed ones are told once in twenty at most', () => {
    // Structures differ by 10 points, two tests of one by 8: the ordinary case of an edition.
    const { found, wrong } = powerOf(8, 10);
    expect(found).toBeGreaterThanOrEqual(0.9);
    expect(wrong).toBeLessThanOrEqual(0.05);
  });

  test('are found as often where tests are noisier, once two of the twenty are read twice', () => {
    const { found, wrong } = powerOf(10, 10, RUNS, 2);
    expect(found).toBeGreaterThanOrEqual(0.9);
    expect(wrong).toBeLessThanOrEqual(0.05);
  });

  test('raise no more false alarms where tests are noisier, and are found less', () => {
    const { found, wrong } = powerOf(16, 10, RUNS / 2);
    expect(wrong).toBeLessThanOrEqual(0.05);
    expect(found).toBeLessThan(0.9);
  });

  test('of whom there are none are not invented', () => {
    let told = 0;
    let all = 0;
    for (let run = 0; run < RUNS; run++) {
      const { effects } = effectsOf(
        drawnField(`even ${run}`, { tests: 20, bias: 0, auditors: 12, structures: 10, noise: 8 }),
        [],
      );
      told += effects.filter(({ flagged }) => flagged).length;
      all += effects.length;
    }
    expect(told / all).toBeLessThanOrEqual(0.05);
  });

  test('are estimated without bias, with an error that is the right one', () => {
    const estimates = Array.from({ length: RUNS }, (_, run) => {
      const field = drawnField(`error ${run}`, { tests: 20, bias: 8, auditors: 12, structures: 10, noise: 8 });
      return crossedEffects(field)?.estimates[0] ?? { points: 0, error: 1 };
    });
    const mean = estimates.reduce((sum, { points }) => sum + points, 0) / RUNS;
    const spread = Math.sqrt(estimates.reduce((sum, { points }) => sum + (points - mean) ** 2, 0) / RUNS);
    const error = estimates.reduce((sum, each) => sum + each.error, 0) / RUNS;
    expect(Math.abs(mean + 8)).toBeLessThan(0.6);
    expect(error / spread).toBeGreaterThan(0.85);
    expect(error / spread).toBeLessThan(1.15);
  });
});

test('two auditors on the same structures are compared within them: by hand', () => {
  // Each of ten structures tested once by each: what they add is half of what lies between them, whatever it is worth.
  const field = Array.from({ length: 10 }, (_, i) => [
    { structure: `${i}`, auditor: 'a', score: 50 + 4 * i + (i % 2) },
    { structure: `${i}`, auditor: 'b', score: 56 + 4 * i },
  ]).flat();
  const crossed = crossedEffects(field);
  expect(crossed?.estimates[0]?.points).toBeCloseTo(-2.75, 2);
  expect(crossed?.estimates[1]?.points).toBeCloseTo(2.75, 2);
});

test('nothing is told of too few tests, or of one auditor alone', () => {
  const alone = Array.from({ length: 20 }, (_, i) => ({ structure: `${i}`, auditor: 'a', score: i }));
  expect(effectsOf(alone, [])).toEqual({ effects: [], noise: null });
  expect(
    effectsOf(
      alone.slice(0, 5).map((each, i) => ({ ...each, auditor: `${i % 2}` })),
      [],
    ).effects,
  ).toEqual([]);
});

test('tests that were read twice tell what an auditor adds, and make the rest surer', () => {
  const pairs = [-9, -7, -8, -8, -8].map((difference) => ({ auditor: 'a00', difference }));
  const others = [1, -1, 0, 0, 0].map((difference) => ({ auditor: 'a02', difference }));
  expect(pairedEffects([...pairs, ...others])).toMatchObject([
    { auditor: 'a00', tests: 5, points: -8 },
    { auditor: 'a02', tests: 5, points: 0 },
  ]);
  const field = drawnField('pairs', { tests: 20, bias: 8, auditors: 12, structures: 10, noise: 16 });
  const [without, withThem] = [effectsOf(field, []), effectsOf(field, [...pairs, ...others])].map(
    ({ effects }) => effects[0],
  );
  expect(withThem?.error).toBeLessThan(without?.error ?? 0);
  expect(withThem?.flagged).toBe(true);
});

test('a podium is told to change when taking the effect away has others on it, or otherwise', () => {
  const structure = (id: string, score: number) => ({
    id,
    channels: [{ code: 'PHONE', weight: 1, score, tests: [], criteria: [], bonus: 0 }],
  });
  const all = [structure('a', 80), structure('b', 79), structure('c', 70), structure('d', 60)];
  const before = podiumOf(all);
  expect(before.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  const after = podiumOf(all.map((each) => withoutEffect(each, (id) => (id === 'a' ? 3 : 0))));
  expect(after.map(({ id, score }) => `${id} ${score}`)).toEqual(['b 79', 'a 77', 'c 70']);
  expect([podiumChanges(before, after), podiumChanges(before, podiumOf(all))]).toEqual([true, false]);
});

test('a matrix times its inverse is one', () => {
  const matrix = [
    [4, 1, 0],
    [1, 3, 1],
    [0, 1, 2],
  ].map((row) => Float64Array.from(row));
  const lower = choleskyOf(matrix);
  const inverse = inverseOf(lower);
  const product = matrix.map((row) =>
    inverse.map((column) => row.reduce((sum, each, k) => sum + each * (column[k] ?? 0), 0)),
  );
  for (const [i, row] of product.entries())
    for (const [j, value] of row.entries()) expect(value).toBeCloseTo(i === j ? 1 : 0, 12);
  expect([...solved(lower, Float64Array.from([5, 5, 3]))].map((each) => Math.round(each * 1e9) / 1e9)).toEqual([
    1, 1, 1,
  ]);
  expect(() =>
    choleskyOf(
      [
        [1, 1],
        [1, 1],
      ].map((row) => Float64Array.from(row)),
    ),
  ).toThrow(RangeError);
});
