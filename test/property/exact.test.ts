import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { fractionOf, sum, weightedSum } from '../../server/score/exact.rules.ts';
import { underPolicy } from '../../server/score/policy.rules.ts';
import { scoreOf } from '../../server/score/score.rules.ts';
import { decimal, sumOf } from '../support/arbitrary.ts';
import { entrantsOf, imagined } from '../support/imagined.ts';

const fractions = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 9n))
  .map(([n, d]) => new Fraction(n, d));
const terms = fc.array(fractions, { maxLength: 12 });

test('a sum reduced once at its end is the sum of its terms, one after the other', () =>
  fc.assert(
    fc.property(terms, terms, (weights, values) => {
      expect(sum(values).toFraction()).toBe(sumOf(values).toFraction());
      const products = weights.map((weight, i) => weight.mul(values[i] ?? 0));
      expect(weightedSum(weights, values).toFraction()).toBe(sumOf(products).toFraction());
    }),
  ));

test('a decimal is read as the fraction it says', () =>
  fc.assert(
    fc.property(fc.oneof(decimal(-1000, 1000, 6), decimal(-9, 9, 0)), (text) => {
      expect(fractionOf(text).toFraction()).toBe(new Fraction(text).toFraction());
    }),
  ));

/** Fractions hold big integers, which compare best as text. */
const told = (value: unknown) =>
  JSON.stringify(value, (_, each) => (each instanceof Fraction ? each.toFraction() : each));

test('what scoring one structure leaves in memory changes nothing for the next', () =>
  fc.assert(
    fc.property(imagined, (edition) => {
      const rules = edition.policy ? underPolicy(edition.rules, edition.policy) : edition.rules;
      for (const { tests } of entrantsOf(edition)) {
        const findings = tests.flatMap((found) => [...found.values()]);
        expect(told(scoreOf(rules, findings))).toBe(told(scoreOf(structuredClone(rules), findings)));
      }
    }),
  ));
