import { expect, test } from 'vitest';
import { refusalOfAward } from '../../server/jury/decision.rules.ts';

const standings = (...ranks: (number | null)[]) => ranks.map((rank, i) => ({ structureId: 'abcdef'.charAt(i), rank }));
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
  ['the first of two', [1, 2, null], 'a', MOTIVE, 'AWARD_FIELD_TOO_SMALL'],
  ['nobody of two, for a motive', [1, 2, null], '', MOTIVE, null],
  ['who has no rank', [1, 2, 3, null], 'd', MOTIVE, 'AWARD_OUTSIDE_CATEGORY'],
  ['someone else', [1, 2, 3], 'z', MOTIVE, 'AWARD_OUTSIDE_CATEGORY'],
])('the trophy to %s', (_, ranks, chosen, motive, refusal) => {
  expect(refusalOfAward(standings(...ranks), [...chosen], 3, motive)).toBe(refusal);
});
