import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overallOf, type Sampled } from '../../server/uncertainty/sample.rules.ts';
import { wilson } from '../../server/uncertainty/share.rules.ts';
import { ranksOf } from '../../server/uncertainty/standing.rules.ts';
import { type Robustness, robustnessOf } from '../../server/uncertainty/uncertainty.rules.ts';
import { channelOf } from '../support/fieldwork.ts';

const points = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
const weight = fc.integer({ min: 1, max: 40 });
const criteria = fc.array(fc.record({ weight, score: points }), { maxLength: 4 });
const channel = (code: string) =>
  fc
    .record({ weight, tests: fc.array(points, { minLength: 1, maxLength: 4 }), criteria })
    .map(({ weight, tests, criteria }) => ({
      ...channelOf(code, weight, tests),
      criteria: criteria.map((each, i) => ({ ...each, code: `${i}` })),
    }));
const structures = fc
  .array(
    fc.tuple(
      fc.subarray(['mail', 'phone', 'visit'], { minLength: 1 }).chain((codes) => fc.tuple(...codes.map(channel))),
    ),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((all) => all.map(([channels], i): Sampled => ({ id: `s${i}`, channels })));

const seed = '5eed';
const options = { seed, replicates: 60 };
const runs = { numRuns: 60 };
const byId = (found: readonly Robustness[]) => found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const widthOf = ({ interval }: Robustness) => (interval ? interval.high - interval.low : 0);

test('an interval holds the score, and stays within 0 and 100', () =>
  fc.assert(
    fc.property(structures, (category) => {
      for (const [i, { interval, weights }] of robustnessOf(category, options).entries()) {
        const score = overallOf(category[i] as Sampled);
        for (const span of interval ? [interval, weights.score] : [weights.score]) {
          expect(span.low).toBeGreaterThanOrEqual(0);
          expect(span.low).toBeLessThanOrEqual(score);
          expect(span.high).toBeGreaterThanOrEqual(score);
          expect(span.high).toBeLessThanOrEqual(100);
        }
      }
    }),
    runs,
  ));

test('an interval of ranks holds the rank, those it is tied with, and stays within the category', () =>
  fc.assert(
    fc.property(structures, (category) => {
      const ranks = ranksOf(category.map(overallOf));
      for (const [i, { rank, tied, weights }] of robustnessOf(category, options).entries()) {
        const own = ranks[i] ?? 0;
        expect(weights.rank.low <= own && own <= weights.rank.high).toBe(true);
        if (!rank || !tied) continue;
        expect(1 <= rank.low && rank.low <= own && own <= rank.high && rank.high <= category.length).toBe(true);
        expect(1 <= tied.from && tied.from <= own && own <= tied.to && tied.to <= category.length).toBe(true);
      }
    }),
    runs,
  ));

test('the order of structures, channels, criteria and tests changes nothing', () =>
  fc.assert(
    fc.property(structures, structures, fc.nat(), (category, rest, by) => {
      const turned = <T>(all: readonly T[]): T[] => [...all.slice(by % all.length), ...all.slice(0, by % all.length)];
      const shuffled = turned(category)
        .toReversed()
        .map(({ id, channels }) => ({
          id,
          channels: turned(channels).map((each) => ({
            ...{ ...each, tests: turned(each.tests), criteria: each.criteria.toReversed() },
          })),
        }));
      const found = robustnessOf(shuffled, { ...options, rest: rest.toReversed() });
      expect(found.map(({ id }) => id)).toEqual(shuffled.map(({ id }) => id));
      expect(byId(found)).toEqual(byId(robustnessOf(category, { ...options, rest })));
    }),
    runs,
  ));

test('tests that differ more give a wider interval, ranks less sure, and leave the weights alone', () =>
  fc.assert(
    fc.property(structures, fc.double({ min: 1, max: 3, noNaN: true }), (category, times) => {
      const spread = category.map(({ id, channels }) => ({
        id,
        channels: channels.map((each) => ({ ...each, tests: each.tests.map((test) => test * times) })),
      }));
      const before = robustnessOf(category, options);
      for (const [i, after] of robustnessOf(spread, options).entries()) {
        const one = before[i] as Robustness;
        expect(after.weights).toEqual(one.weights);
        if (one.bounded.length > 0) continue;
        expect(widthOf(after)).toBeGreaterThanOrEqual(widthOf(one) - 1e-9);
        if (after.rank && one.rank) expect(after.rank.low).toBeLessThanOrEqual(one.rank.low);
      }
    }),
    runs,
  ));

test('all weights multiplied by one number change nothing', () =>
  fc.assert(
    fc.property(structures, fc.constantFrom(0.25, 2, 1024), (category, times) => {
      const heavier = category.map(({ id, channels }) => ({
        id,
        channels: channels.map((each) => ({
          ...{ ...each, weight: each.weight * times },
          criteria: each.criteria.map((criterion) => ({ ...criterion, weight: criterion.weight * times })),
        })),
      }));
      expect(robustnessOf(heavier, options)).toEqual(robustnessOf(category, options)); // powers of two: no rounding
    }),
    runs,
  ));

test('weights that do not move leave one score and one rank; the further they move, the wider both', () =>
  fc.assert(
    fc.property(structures, fc.double({ min: 0.01, max: 0.4, noNaN: true }), (category, weightMove) => {
      const still = robustnessOf(category, { ...options, weightMove: 0 });
      const moved = robustnessOf(category, { ...options, weightMove });
      for (const [i, { weights }] of still.entries()) {
        const score = overallOf(category[i] as Sampled);
        expect(weights.score).toEqual({ low: score, high: score });
        expect(weights.rank.low).toBe(weights.rank.high);
        expect(moved[i]?.weights.score.low).toBeLessThanOrEqual(score);
        expect(moved[i]?.weights.score.high).toBeGreaterThanOrEqual(score);
      }
    }),
    runs,
  ));

test('those of whom one is surely better have ranks that say so', () =>
  fc.assert(
    fc.property(structures, (category) => {
      const found = robustnessOf(category, options).flatMap(({ rank }) => rank ?? []);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      if (found.length < category.length) return;
      const above = sum(found.map(({ low }) => low - 1));
      const below = sum(found.map(({ high }) => category.length - high));
      expect(above).toBe(below);
    }),
    runs,
  ));

test('the bounds of a share hold it, rise with it, mirror its opposite, and close in with more tests', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.nat(n - 1), fc.constant(n))),
      fc.constantFrom(90 as const, 95 as const),
      ([k, n], level) => {
        const one = wilson(k, n, level) ?? { low: Number.NaN, high: Number.NaN };
        const more = wilson(k + 1, n, level) ?? one;
        const opposite = wilson(n - k, n, level) ?? one;
        const longer = wilson(3 * k, 3 * n, level) ?? one;
        const wider = wilson(k, n, 95) ?? one;
        expect(0 <= one.low && one.low <= k / n && k / n <= one.high && one.high <= 1).toBe(true);
        expect(more.low > one.low && more.high > one.high).toBe(true);
        expect(opposite.low).toBeCloseTo(1 - one.high, 12);
        expect(longer.high - longer.low).toBeLessThan(one.high - one.low);
        expect(wider.high - wider.low).toBeGreaterThanOrEqual(one.high - one.low);
      },
    ),
  ));
