import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { fullMarksOf } from '../../server/explanation/explanation.rules.ts';
import { smallestImprovement } from '../../server/explanation/improvement.rules.ts';
import { type StructureScore, scoreOfTallies } from '../../server/score/score.rules.ts';
import { grids, type Measured, measuredOn, tallyFor } from '../support/scored.ts';

/** A structure of at most 12 criteria, and how far above is the next one: in tenths of all that it could gain. */
const sample = fc.tuple(measuredOn(grids(3, 4)), fc.integer({ min: 1, max: 11 }));

/** The criteria that have a score, what the structure is worth with some at full marks, and the score of the next. */
function improverOf({ rules, tallies }: Measured, scored: StructureScore, tenths: number) {
  const criteria = rules.channels.flatMap((channel, i) =>
    channel.criteria.flatMap((rule, k) => (scored.channels[i]?.criteria[k]?.score ? [rule] : [])),
  );
  const improved = (codes: readonly string[]): Fraction => {
    const better = criteria
      .filter(({ code }) => codes.includes(code))
      .map(({ code, scale }) => {
        const absent = { NOT_APPLICABLE: 0, NOT_OFFERED: 0, NOT_OBSERVED: 0, REFUSED: 0 };
        const now = scored.channels.flatMap((channel) => channel.criteria).find((each) => each.code === code);
        // A floor may be worth more than the best answer: improving never costs.
        const full = fullMarksOf(scale);
        const points = (now?.score?.gt(full) ? now.score : full).div(100);
        return [code, { points, values: 1, absent }] as const;
      });
    return scoreOfTallies(rules, tallyFor(new Map([...tallies, ...better]))).score as Fraction;
  };
  const codes = criteria.map(({ code }) => code);
  const now = scored.score as Fraction;
  const could = improved(codes).sub(now);
  return { codes, improved, above: now.add(could.equals(0) ? 1 : could.mul(new Fraction(tenths, 10))) };
}

test('the criteria proposed gain the place when they are improved, and none of them can be spared', () =>
  fc.assert(
    fc.property(sample, ([measured, tenths]) => {
      const scored = scoreOfTallies(measured.rules, tallyFor(measured.tallies));
      if (!scored.score) return;
      const { codes, improved, above } = improverOf(measured, scored, tenths);
      const found = smallestImprovement(measured.rules, scored, above);
      if (found.reason !== null) {
        expect(found.reason).toBe('OUT_OF_REACH');
        expect(improved(codes).lt(above)).toBe(true);
        return;
      }
      const proposed = found.criteria.map(({ code }) => code);
      expect(improved(proposed).toFraction()).toBe(found.score.toFraction());
      expect(found.score.gte(above) && found.score.sub(found.gain).equals(scored.score)).toBe(true);
      for (const spared of proposed)
        expect(improved(proposed.filter((code) => code !== spared)).lt(above), spared).toBe(true);
    }),
    { numRuns: 300 },
  ));

test('no smaller set does, and none as small gains more: every set was tried', () =>
  fc.assert(
    fc.property(sample, ([measured, tenths]) => {
      const scored = scoreOfTallies(measured.rules, tallyFor(measured.tallies));
      if (!scored.score) return;
      const { codes, improved, above } = improverOf(measured, scored, tenths);
      const found = smallestImprovement(measured.rules, scored, above);
      if (found.reason !== null) return;
      for (const smaller of setsOf(codes, found.criteria.length - 1)) expect(improved(smaller).lt(above)).toBe(true);
      for (const other of setsOf(codes, found.criteria.length))
        expect(improved(other).lte(found.score), other.join()).toBe(true);
    }),
    { numRuns: 300 },
  ));

/** Every way of choosing so many. */
function setsOf(codes: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return codes.flatMap((code, i) => setsOf(codes.slice(i + 1), size - 1).map((rest) => [code, ...rest]));
}
