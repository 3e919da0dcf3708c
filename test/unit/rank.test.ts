import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { rank } from '../../server/ranking/rank.rules.ts';

const ranks = (scores: (string | null)[]) =>
  rank(scores, (score) => (score === null ? null : new Fraction(score))).map((each) => [each.entrant, each.rank]);

test('equals share a rank and the next one skips', () => {
  expect(ranks(['50', '75', '90', '75'])).toEqual([
    ['90', 1],
    ['75', 2],
    ['75', 2],
    ['50', 4],
  ]);
});

test('two thirds and 66.67 are not equal, and a third and 2/6 are', () => {
  expect(ranks(['2/3', '0.6667']).map(([, place]) => place)).toEqual([1, 2]);
  expect(ranks(['1/3', '2/6']).map(([, place]) => place)).toEqual([1, 1]);
});

test('who has no score has no rank', () => {
  expect(ranks([null, '10', null])).toEqual([['10', 1]]);
});
