import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import type { ChannelRule } from '../../server/score/channel.rules.ts';
import { meanOf, rounded } from '../../server/score/exact.rules.ts';
import type { Finding } from '../../server/score/measure.rules.ts';
import { scoreOf } from '../../server/score/score.rules.ts';

const absences = { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'ZERO' } as const;
const yesNo = { type: 'YES_NO', yes: '1', no: '0' } as const;
const channel = (
  code: string,
  weight: string,
  criteria: [code: string, weight: string][],
  optional = false,
): ChannelRule => ({
  ...{ code, weight, optional },
  criteria: criteria.map(([code, weight]) => ({ code, weight, absences, scale: yesNo })),
});
const found = (criterion: string, value: string): Finding => ({ criterion, value, absence: null });
const absent = (criterion: string, absence: Finding['absence']): Finding => ({ criterion, value: null, absence });
const overall = (channels: ChannelRule[], findings: Finding[]) =>
  scoreOf({ channels }, findings).score?.toFraction() ?? null;

const phone = channel('phone', '2', [
  ['a', '1'],
  ['b', '2'],
]);
const email = channel('email', '1', [['c', '1']]);

test('a score is the mean of its channels by their weights, each the mean of its criteria by theirs', () => {
  // phone (1·100 + 2·0) / 3 = 100/3; overall (2·100/3 + 1·100) / 3 = 500/9
  expect(overall([phone, email], [found('a', '1'), found('b', '0'), found('c', '1')])).toBe('500/9');
});

test('two tests of one criterion count as their mean', () => {
  expect(overall([email], [found('c', '1'), found('c', '0'), found('c', '1')])).toBe('200/3');
});

test('a criterion that did not apply counts neither for nor against', () => {
  expect(overall([phone], [found('a', '1'), absent('b', 'NOT_APPLICABLE')])).toBe('100');
});

test('a service that is not offered earns nothing', () => {
  expect(overall([phone], [found('a', '1'), absent('b', 'NOT_OFFERED')])).toBe('100/3');
});

test('what could not be observed leaves the denominator, unless the grid says otherwise', () => {
  expect(overall([phone], [found('a', '1'), absent('b', 'NOT_OBSERVED')])).toBe('100');
});

test('a channel without a finding leaves the overall score to the others', () => {
  expect(overall([phone, email], [found('c', '1')])).toBe('100');
});

test('nothing found is no score, which is not a score of 0', () => {
  expect(overall([phone, email], [])).toBeNull();
  expect(overall([email], [absent('c', 'NOT_APPLICABLE')])).toBeNull();
  expect(overall([email], [found('c', '0')])).toBe('0');
});

test('an optional channel is scored beside the overall score', () => {
  const reception = channel('reception', '9', [['d', '1']], true);
  const score = scoreOf({ channels: [email, reception] }, [found('c', '0'), found('d', '1')]);
  expect(score.score?.toFraction()).toBe('0');
  expect(score.channels[1]?.score?.toFraction()).toBe('100');
});

test('a mean of nothing is nothing', () => {
  expect(meanOf([])).toBeNull();
});

test.each([
  ['65.625', 2, '65.63'],
  ['65.6249999', 2, '65.62'],
  ['-0.005', 2, '-0.01'],
  ['-0.004', 2, '0.00'],
  ['0.5', 0, '1'],
  ['1.005', 2, '1.01'],
  ['99.995', 2, '100.00'],
  ['0', 2, '0.00'],
])('%s rounded to %i decimals is %s', (value, places, text) => {
  expect(rounded(new Fraction(value), places)).toBe(text);
});
