import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { meanValueOf, type ShareRule, shareOf, type Test } from '../../server/score/indicator.rules.ts';
import type { Finding } from '../../server/score/measure.rules.ts';

const CODES = ['answered', 'delay', 'sent'] as const;
const found = (criterion: string, value: string | null): Finding => ({
  ...{ criterion, value, absence: value === null ? 'NOT_OBSERVED' : null },
});
const yesOrNo = fc.constantFrom('0', '1', null);
const aTest: fc.Arbitrary<Test> = fc
  .record({ answered: yesOrNo, delay: fc.option(fc.nat(30).map(String)), sent: yesOrNo })
  .map((values) => new Map(CODES.map((code) => [code, found(code, values[code])])));
const tests = fc.array(aTest, { maxLength: 12 });
const among = fc.option(
  fc.record({ criterion: fc.constantFrom(...CODES), answer: fc.constantFrom('ANY' as const, 'YES' as const) }),
  { nil: undefined },
);
const rules: fc.Arbitrary<ShareRule> = fc
  .record({
    criteria: fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1 }),
    passes: fc.oneof(fc.constant('YES' as const), fc.record({ below: fc.nat(20).map(String) })),
    among,
  })
  .map(({ among, ...rule }) => ({ type: 'SHARE', ...rule, ...(among && { among }) }));

test('a share lies between 0 and 1, its numerator within its denominator', () =>
  fc.assert(
    fc.property(rules, tests, (rule, all) => {
      const { value, numerator, denominator } = shareOf(rule, all);
      expect(denominator).toBeLessThanOrEqual(all.length);
      expect(numerator?.gte(0) && numerator.lte(denominator)).toBe(true);
      expect(value === null).toBe(denominator === 0);
      if (value && numerator) expect(value.mul(denominator).equals(numerator)).toBe(true);
    }),
  ));

test('a request that was never answered never raises a share', () =>
  fc.assert(
    fc.property(rules, tests, yesOrNo, (rule, all, sent) => {
      const silence: Test = new Map([
        ['answered', found('answered', '0')],
        ['delay', found('delay', null)],
        ['sent', found('sent', sent === '1' && !rule.criteria.includes('sent') ? '1' : null)],
      ]);
      fc.pre(rule.passes === 'YES' || !rule.criteria.includes('answered'));
      const before = shareOf(rule, all).value;
      const after = shareOf(rule, [...all, silence]).value;
      expect(before === null || after === null || after.lte(before)).toBe(true);
    }),
  ));

test('the order of tests changes neither shares nor means', () =>
  fc.assert(
    fc.property(rules, tests, (rule, all) => {
      const back = all.toReversed();
      const [share, turned] = [shareOf(rule, all), shareOf(rule, back)];
      expect([turned.value?.toFraction(), turned.denominator]).toEqual([share.value?.toFraction(), share.denominator]);
      expect(meanValueOf('delay', back).value?.toFraction()).toBe(meanValueOf('delay', all).value?.toFraction());
    }),
  ));

test('a mean is taken over the values there are, and its sum and count say so', () =>
  fc.assert(
    fc.property(tests, (all) => {
      const values = all.flatMap((test) => test.get('delay')?.value ?? []).map(Number);
      const { value, numerator, denominator } = meanValueOf('delay', all);
      expect(denominator).toBe(values.length);
      const sum = values.reduce((total, each) => total + each, 0);
      expect(numerator?.toString() ?? null).toBe(values.length === 0 ? null : String(sum));
      expect(value?.toFraction() ?? null).toBe(
        values.length === 0 ? null : new Fraction(sum, values.length).toFraction(),
      );
    }),
  ));
