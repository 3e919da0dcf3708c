import { expect, test } from 'vitest';
import { refusalOfAward } from '../../server/jury/decision.rules.ts';

const standings = (ranks: (number | null)[], under = '') =>
  ranks.map((rank, i) => {
    const structureId = 'abcdef'.charAt(i);
    return { structureId, rank, eligible: !under.includes(structureId) };
  });
const MOTIVE = 'Un accueil hors du commun.';

test.each<[string, (number | null)[], string, string | null, string | null]>([
  ['the first of three', [1, 2, 3], 'a', null, null],
  ['the second', [1, 2, 3], 'b', null, 'AWARD_MOTIVE_REQUIRED'],
  ['the second, for a motive', [1, 2, 3], 'b', MOTIVE, null],
  ['both firsts', [1, 1, 3], 'ab', null, null],
  ['one of two firsts', [1, 1, 3], 'a', null, 'AWARD_MOTIVE_REQUIRED'],
  ['one of two firsts, twice', [1, 1, 3], 'aa', null, 'AWARD_MOTIVE_REQUIRED'],
  ['nobody', [1, 2, 3], '', null, 'AWARD_MOTIVE_REQUIRED'],
  ['nobody, for a motive', [1, 2, 3], '', MOTIVE, null],
  ['nobody of two: too few to choose from', [1, 2, null], '', null, null],
  ['the first of two', [1, 2, null], 'a', MOTIVE, 'AWARD_FIELD_TOO_SMALL'],
  ['nobody of two, for a motive', [1, 2, null], '', MOTIVE, null],
  ['who has no rank', [1, 2, 3, null], 'd', MOTIVE, 'AWARD_OUTSIDE_CATEGORY'],
  ['someone else', [1, 2, 3], 'z', MOTIVE, 'AWARD_OUTSIDE_CATEGORY'],
])('the trophy to %s', (_, ranks, chosen, motive, refusal) => {
  expect(refusalOfAward(standings(ranks), [...chosen], 3, motive)).toBe(refusal);
});

test.each<[string, string, string, string | null, string | null]>([
  ['the first, who fell under a threshold', 'a', 'a', MOTIVE, 'AWARD_NOT_ELIGIBLE'],
  ['the best of those who did not', 'b', 'a', null, null],
  ['the best, though the last fell under a threshold', 'a', 'c', null, null],
  ['the last of those who did not', 'c', 'a', null, 'AWARD_MOTIVE_REQUIRED'],
  ['nobody, when someone could receive it', '', 'a', null, 'AWARD_MOTIVE_REQUIRED'],
  ['nobody, when nobody could', '', 'abc', null, null],
])('the trophy to %s', (_, chosen, under, motive, refusal) => {
  expect(refusalOfAward(standings([1, 2, 3], under), [...chosen], 3, motive)).toBe(refusal);
});
