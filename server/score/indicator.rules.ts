import Fraction from 'fraction.js';
import { type Decimal, meanOf } from './exact.rules.ts';
import type { Finding } from './measure.rules.ts';

/** What an indicator counts over the validated tests of an edition. Every share says over what it is taken. */
export type IndicatorRule =
  /** How many structures are enrolled. */
  | { readonly type: 'STRUCTURES' }
  /** The share of tests where at least one of the criteria passes. */
  | { readonly type: 'SHARE'; readonly criteria: readonly string[]; readonly passes: Passing; readonly among?: Among }
  /** The mean of the values found on one criterion, in its unit. */
  | { readonly type: 'MEAN'; readonly criterion: string }
  /** The mean over structures of the score on one channel, on 100. */
  | { readonly type: 'CHANNEL_SCORE'; readonly channel: string }
  /** The mean over structures of the overall score in one category, on 100. */
  | { readonly type: 'CATEGORY_SCORE'; readonly category: string };

export type ShareRule = Extract<IndicatorRule, { type: 'SHARE' }>;

/** A value passes when it is a yes, or strictly below a bound. No value never passes. */
export type Passing = 'YES' | { readonly below: Decimal };

/** The tests a share is taken over: those with any value on a criterion, or those with a yes. */
export interface Among {
  readonly criterion: string;
  readonly answer: 'ANY' | 'YES';
}

/** What an indicator is worth. A share keeps its numerator and denominator; a mean its sum and its count. */
export interface IndicatorValue {
  readonly value: Fraction | null;
  readonly numerator: Fraction | null;
  readonly denominator: number;
}

/** The findings of one test, by criterion. */
export type Test = ReadonlyMap<string, Finding>;

/**
 * A share over tests. Its base is `among` when given, otherwise the tests where one of the criteria has a value.
 * A test in the base without a value (a letter never answered) is in the denominator and not in the numerator:
 * an unanswered request can never raise the share.
 */
export function shareOf(rule: ShareRule, tests: readonly Test[]): IndicatorValue {
  const base = baseOf(rule, tests);
  const passing = base.filter((test) => rule.criteria.some((code) => passes(rule.passes, valueIn(test, code))));
  const numerator = new Fraction(passing.length);
  return { value: base.length === 0 ? null : numerator.div(base.length), numerator, denominator: base.length };
}

/** The tests a share is taken over. */
export const baseOf = (rule: ShareRule, tests: readonly Test[]): Test[] => tests.filter((test) => isInBase(rule, test));

/** The mean of the values found on one criterion, over the tests that have one. */
export function meanValueOf(criterion: string, tests: readonly Test[]): IndicatorValue {
  return meanIndicatorOf(tests.flatMap((test) => valueIn(test, criterion) ?? []).map((value) => new Fraction(value)));
}

/** A mean as an indicator: its sum is the numerator, how many values it rests on the denominator. */
export function meanIndicatorOf(values: readonly Fraction[]): IndicatorValue {
  const value = meanOf(values);
  return { value, numerator: value?.mul(values.length) ?? null, denominator: values.length };
}

function isInBase({ criteria, among }: ShareRule, test: Test): boolean {
  if (!among) return criteria.some((code) => valueIn(test, code) !== null);
  const value = valueIn(test, among.criterion);
  return among.answer === 'YES' ? value === '1' : value !== null;
}

const valueIn = (test: Test, criterion: string): string | null => test.get(criterion)?.value ?? null;

function passes(passing: Passing, value: string | null): boolean {
  if (value === null) return false;
  return passing === 'YES' ? value === '1' : new Fraction(value).lt(passing.below);
}
