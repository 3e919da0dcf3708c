import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { inversionOf, smallestWeightChange } from '../../server/explanation/sensitivity.rules.ts';
import { type Rules, type StructureScore, scoreOf } from '../../server/score/score.rules.ts';
import { sumOf } from '../support/arbitrary.ts';

const absences = { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'ZERO' } as const;
const rulesOf = (weights: readonly number[]): Rules => ({
  channels: weights.map((weight, i) => ({
    ...{ code: `c${i}`, weight: String(weight), optional: false },
    criteria: [{ code: `q${i}`, weight: '1', scale: { type: 'LINEAR', zeroAt: '0', oneAt: '10' }, absences }],
  })),
});
const scoredOn = (rules: Rules, marks: readonly number[]) =>
  scoreOf(
    rules,
    marks.map((mark, i) => ({ criterion: `q${i}`, value: String(mark), absence: null })),
  );

/** Two structures on the same one to six channels, the better one first. */
const pair = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc
    .tuple(
      ...(
        [
          [1, 9],
          [0, 10],
          [0, 10],
        ] as const
      ).map(([min, max]) => fc.array(fc.integer({ min, max }), { minLength: size, maxLength: size })),
    )
    .map(([weights = [], one = [], other = []]) => {
      const rules = rulesOf(weights);
      const [a, b] = [scoredOn(rules, one), scoredOn(rules, other)];
      const [ahead, behind] = (a.score as Fraction).gte(b.score as Fraction) ? [a, b] : [b, a];
      return { weights, rules, ahead, behind };
    }),
);

/** The lead of one structure over another under given weights, times their total. */
const leadOf = (weights: readonly Fraction[], a: StructureScore, b: StructureScore): Fraction =>
  sumOf(weights.map((weight, i) => weight.mul(countedIn(a, i).sub(countedIn(b, i)))));
const countedIn = ({ channels }: StructureScore, i: number): Fraction => channels[i]?.counted as Fraction;

/** Every way of moving each weight all the way up or down by a share of itself. */
const cornersOf = (weights: readonly number[], delta: Fraction): Fraction[][] =>
  Array.from({ length: 2 ** weights.length }, (_, corner) =>
    weights.map((weight, i) => new Fraction(1).add((corner >> i) & 1 ? delta : delta.neg()).mul(weight)),
  );

test('the smallest move of weights makes the two level at one corner of what it allows, and at none just before', () =>
  fc.assert(
    fc.property(pair, ({ weights, rules, ahead, behind }) => {
      const found = inversionOf(rules, ahead, behind);
      if (found.reason !== null) throw new Error(found.reason);
      const least = (delta: Fraction) =>
        cornersOf(weights, delta)
          .map((moved) => leadOf(moved, ahead, behind))
          .reduce((min, each) => (each.lt(min) ? each : min));
      if (!found.move) {
        expect(least(new Fraction(999_999, 1_000_000)).gt(0)).toBe(true);
        return;
      }
      expect(least(found.move.delta).equals(0)).toBe(true);
      if (found.move.delta.gt(0)) expect(least(found.move.delta.mul(new Fraction(999, 1000))).gt(0)).toBe(true);
      expect(
        leadOf(
          found.move.weights.map(({ after }) => after),
          ahead,
          behind,
        ).equals(0),
      ).toBe(true);
      expect(sumOf(found.move.weights.map(({ after }) => after)).equals(1)).toBe(true);
      expect(sumOf(found.move.weights.map(({ before }) => before)).equals(1)).toBe(true);
    }),
    { numRuns: 300 },
  ));

test('one that never passes does so under no weights; the weights shown for the others do put them above', () =>
  fc.assert(
    fc.property(pair, fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }), ({ rules, ahead, behind }, random) => {
      const found = inversionOf(rules, ahead, behind);
      if (found.reason !== null) throw new Error(found.reason);
      const any = random.slice(0, rules.channels.length).map((weight) => new Fraction(weight));
      if (found.verdict === 'NEVER') {
        expect(found.witness).toBe(null);
        expect(leadOf(any, ahead, behind).gte(0)).toBe(true);
      } else {
        expect(
          leadOf(
            (found.witness ?? []).map(({ share }) => share),
            ahead,
            behind,
          ).lt(0),
        ).toBe(true);
      }
    }),
    { numRuns: 300 },
  ));

test('a swap is the same, whichever of the two asks', () =>
  fc.assert(
    fc.property(pair, ({ rules, ahead, behind }) => {
      const told = (found: ReturnType<typeof smallestWeightChange>) =>
        found.reason === null && [found.lead.toFraction(), found.verdict, found.move?.delta.toFraction()];
      expect(told(smallestWeightChange(rules, behind, ahead))).toEqual(
        told(smallestWeightChange(rules, ahead, behind)),
      );
    }),
  ));
