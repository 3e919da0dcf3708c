import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { fractionOf, rounded, sum, weightedSum } from '../../server/score/exact.rules.ts';
import { tallyOf } from '../../server/score/measure.rules.ts';
import {
  boundsOf,
  type CriterionKind,
  faultsOf,
  pointsOf,
  refusalOf,
  type Scale,
} from '../../server/score/scale.rules.ts';

const yesNo = (yes: string, no: string): Scale => ({ type: 'YES_NO', yes, no });
const line = (zeroAt: string, oneAt: string): Scale => ({ type: 'LINEAR', zeroAt, oneAt });
const choice = (...points: string[]): Scale => ({
  type: 'CHOICE',
  choices: points.map((points, i) => ({ code: `c${i}`, label: `Answer ${i}`, points })),
});
const steps = (beyond: string, ...steps: [below: string, points: string][]): Scale => ({
  type: 'STEPS',
  steps: steps.map(([below, points]) => ({ below, points })),
  beyond,
});
const delay = steps('0', ['4', '1'], ['6', '0.5']);

describe('a scale', () => {
  test.each<[CriterionKind, Scale]>([
    ['YES_NO', yesNo('1', '0')],
    ['CHOICE', choice('1', '0')],
    ...(['SCALE', 'COUNT', 'DURATION', 'SHARE'] as const).flatMap((kind): [CriterionKind, Scale][] => [
      [kind, line('10', '0')],
      [kind, delay],
    ]),
  ])('that suits a %s criterion has no fault: %o', (kind, scale) => {
    expect(faultsOf(kind, scale)).toEqual([]);
  });

  test.each<[CriterionKind, Scale, string[]]>([
    ['YES_NO', line('0', '1'), ['a YES_NO criterion cannot use a LINEAR scale']],
    ['COUNT', choice('1', '0'), ['a COUNT criterion cannot use a CHOICE scale']],
    ['SCALE', line('3', '3.0'), ['a line needs two different bounds']],
    ['CHOICE', choice('1'), ['a choice needs at least two answers']],
    ['CHOICE', choice('1', '1.5'), ['points must lie between 0 and 1, got 1.5']],
    ['YES_NO', yesNo('11', '-0.5'), [11, -0.5].map((points) => `points must lie between 0 and 1, got ${points}`)],
    ['YES_NO', yesNo('1.00', '0.25'), []],
    ['COUNT', steps('0', ['4', '1'], ['4', '0.5']), ['steps must rise from one bound to the next']],
  ])('of a %s criterion says what is wrong with it: %o', (kind, scale, faults) => {
    expect(faultsOf(kind, scale)).toEqual(faults);
  });

  test.each<[string, Scale, [string, string]]>([
    ['a rising line', line('1', '5'), ['1', '5']],
    ['a falling line', line('5', '1'), ['1', '5']],
    ['steps, from 0 to the last of them', steps('0', ['2', '1'], ['4', '0.5'], ['8', '0.25']), ['0', '8']],
    ['no step at all', steps('0'), ['0', '0']],
    ['a question', yesNo('1', '0'), ['0', '1']],
  ])('knows its lowest and highest rating: %s', (_, scale, bounds) => {
    expect(boundsOf(scale)).toEqual(bounds);
  });

  test.each<[Scale, string, string]>([
    [line('2', '6'), '1.999', '0'],
    [line('2', '6'), '2', '0'],
    [line('2', '6'), '3', '1/4'],
    [line('2', '6'), '6', '1'],
    [line('2', '6'), '6.001', '1'],
    [line('6', '2'), '3', '3/4'],
    [delay, '5.999999', '1/2'],
    [steps('0.25'), '7', '1/4'],
  ])('%o gives %s its points: %s', (scale, value, points) => {
    expect(pointsOf(scale, value).toFraction()).toBe(points);
  });

  test('names the answer it does not know', () => {
    expect(() => pointsOf(choice('1', '0'), 'violet')).toThrow('No choice violet on this scale');
  });
});

test.each<[CriterionKind, Scale, string, string | null]>([
  ['COUNT', delay, '0', null],
  ['DURATION', delay, '0', null],
  ['SHARE', line('0', '1'), '0', null],
  ['SHARE', line('0', '1'), '1', null],
  ['SHARE', line('0', '1'), '-0.000001', 'OUT_OF_SCALE'],
  ['SCALE', line('1', '5'), '1', null],
  ['SCALE', line('1', '5'), '0.999999', 'OUT_OF_SCALE'],
  ['SCALE', line('1', '5'), '5.000001', 'OUT_OF_SCALE'],
  ['SCALE', delay, '0', null],
  ['SCALE', delay, '6', null],
  ['YES_NO', yesNo('1', '0'), '1', null],
  ['YES_NO', yesNo('1', '0'), '0', null],
  ['CHOICE', yesNo('1', '0'), '1', 'UNKNOWN_CHOICE'],
])('as a %s on %o, %s is answered %s', (kind, scale, value, refusal) => {
  expect(refusalOf(kind, scale, value)).toBe(refusal);
});

describe('exact arithmetic', () => {
  const all = (...texts: string[]) => texts.map((text) => new Fraction(text));

  test.each([
    ['12.50', '25/2'],
    ['-0.5', '-1/2'],
    ['1/3', '1/3'],
    ['-62/91', '-62/91'],
  ])('%s is read as %s', (text, fraction) => {
    expect(fractionOf(text).toFraction()).toBe(fraction);
  });

  test.each([
    ['of like denominators', ['1/7', '2/7', '-5/7'], '-2/7'],
    ['of a denominator within another', ['1/12', '1/4', '1/3'], '2/3'],
    ['of denominators that share a part', ['1/4', '1/6', '1/9'], '19/36'],
    ['of denominators that share nothing', ['1/2', '1/3', '1/5'], '31/30'],
    ['that comes back to nothing', ['1/2', '-1/3', '-1/6'], '0'],
    ['of nothing', [], '0'],
  ])('a sum %s', (_, terms, total) => {
    expect(sum(all(...terms)).toFraction()).toBe(total);
  });

  test('what has no value adds nothing to a weighed sum, whatever its weight', () => {
    const values = [...all('3/5'), null, ...all('-2', '7')];
    // 1/2×3/5 + nothing + 1/4×(-2) + 0×7
    expect(weightedSum(all('1/2', '9', '1/4', '0'), values).toFraction()).toBe('-1/5');
  });

  test.each([
    ['-1/2', 0, '-1'],
    ['1/3', 3, '0.333'],
    ['-2/3', 1, '-0.7'],
    ['-12', 1, '-12.0'],
  ])('%s to %i decimals is %s', (value, places, text) => {
    expect(rounded(new Fraction(value), places)).toBe(text);
  });
});

test('a finding with neither a value nor a reason is nobody’s answer', () => {
  const blank = { criterion: 'a', value: null, absence: null };
  const yes = { ...blank, value: '1' };
  const { points, values, absent } = tallyOf({ scale: yesNo('1', '0') }, [blank, yes, blank]);
  expect([points.toFraction(), values]).toEqual(['1', 1]);
  expect(absent).toEqual({ NOT_APPLICABLE: 0, NOT_OFFERED: 0, NOT_OBSERVED: 0, REFUSED: 0 });
});
