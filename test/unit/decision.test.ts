import { expect, test } from 'vitest';
import { type AwardRules, firstsOf, followsRanking, refusalOfAward } from '../../server/vote/decision.rules.ts';

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
  expect(refusalOfAward(standings(ranks), { structureIds: [...chosen], motive }, { awardField: 3 })).toBe(refusal);
});

test.each<[string, string, string, string | null, string | null]>([
  ['the first, who fell under a threshold', 'a', 'a', MOTIVE, 'AWARD_NOT_ELIGIBLE'],
  ['the best of those who did not', 'b', 'a', null, null],
  ['the best, though the last fell under a threshold', 'a', 'c', null, null],
  ['the last of those who did not', 'c', 'a', null, 'AWARD_MOTIVE_REQUIRED'],
  ['nobody, when someone could receive it', '', 'a', null, 'AWARD_MOTIVE_REQUIRED'],
  ['nobody, when nobody could', '', 'abc', null, null],
])('the trophy to %s', (_, chosen, under, motive, refusal) => {
  expect(refusalOfAward(standings([1, 2, 3], under), { structureIds: [...chosen], motive }, { awardField: 3 })).toBe(
    refusal,
  );
});

/** Two firsts on 80 points: `a` is second on the telephone, `b` first, `c` follows. */
const tied = [
  { structureId: 'a', rank: 1, eligible: true, tieRank: 2 },
  { structureId: 'b', rank: 1, eligible: true, tieRank: 1 },
  { structureId: 'c', rank: 3, eligible: true, tieRank: null },
];

test.each<[string, Partial<AwardRules>, string, string | null, string | null]>([
  ['shared: both receive it', { tieRule: 'SHARED' }, 'ab', null, null],
  ['shared: one alone departs from the ranking', { tieRule: 'SHARED' }, 'a', null, 'AWARD_MOTIVE_REQUIRED'],
  ['the jury parts them, and says why', { tieRule: 'JURY' }, 'a', MOTIVE, null],
  ['the jury parts them in silence', { tieRule: 'JURY' }, 'a', null, 'AWARD_TIE_MOTIVE_REQUIRED'],
  ['the jury leaves them together', { tieRule: 'JURY' }, 'ab', null, null],
  ['the jury may not go beyond them in silence', { tieRule: 'JURY' }, 'c', null, 'AWARD_MOTIVE_REQUIRED'],
  ['a channel parts them', { tieRule: 'CHANNEL' }, 'b', null, null],
  ['a channel parts them: the other departs from it', { tieRule: 'CHANNEL' }, 'a', null, 'AWARD_MOTIVE_REQUIRED'],
  ['a channel parts them: both depart from it', { tieRule: 'CHANNEL' }, 'ab', null, 'AWARD_MOTIVE_REQUIRED'],
  ['one laureate at most: both are too many', { mostLaureates: 1 }, 'ab', MOTIVE, 'AWARD_TOO_MANY'],
  ['one laureate at most: the jury chooses, and says why', { mostLaureates: 1 }, 'a', MOTIVE, null],
  ['one laureate at most: not in silence', { mostLaureates: 1 }, 'b', null, 'AWARD_TIE_MOTIVE_REQUIRED'],
  ['it may be left to nobody, for a motive', { mayBeWithheld: true }, '', MOTIVE, null],
  ['it may not be left to nobody', { mayBeWithheld: false }, '', MOTIVE, 'AWARD_NOT_WITHHELD'],
  ['it may not be left to nobody, but the field is too small', { mayBeWithheld: false, awardField: 4 }, '', null, null],
  ['the jury is free, and says why', { free: true }, 'c', MOTIVE, null],
  ['the jury is free, but not silent', { free: true }, 'c', null, 'AWARD_MOTIVE_REQUIRED'],
  ['the jury is free to give it to nobody', { free: true }, '', null, null],
])('%s', (_, rules, chosen, motive, refusal) => {
  expect(refusalOfAward(tied, { structureIds: [...chosen], motive }, { awardField: 3, ...rules })).toBe(refusal);
});

test('a channel that parts nobody leaves equals together', () => {
  const equal = tied.map((each) => ({ ...each, tieRank: 1 }));
  expect(firstsOf(equal, { awardField: 3, tieRule: 'CHANNEL' })).toEqual(['a', 'b']);
  expect(
    firstsOf(
      tied.map(({ tieRank: _, ...each }) => each),
      { awardField: 3, tieRule: 'CHANNEL' },
    ),
  ).toEqual(['a', 'b']);
});

test('a choice of the jury among equals still follows the ranking', () => {
  expect(followsRanking(tied, ['a'], { awardField: 3, tieRule: 'JURY' })).toBe(true);
  expect(followsRanking(tied, ['a'], { awardField: 3, tieRule: 'SHARED' })).toBe(false);
  expect(followsRanking(tied, [], { awardField: 3, tieRule: 'JURY' })).toBe(false);
});

test.each<[string, boolean, string, string | null]>([
  ['to its laureate', true, 'b', null],
  ['to someone else', true, 'c', 'AWARD_NO_MENTION'],
  ['where none is allowed', false, 'b', 'AWARD_NO_MENTION'],
])('a mention %s', (_, mentionAllowed, mentioned, refusal) => {
  const rules = { awardField: 3, mentionAllowed };
  const chosen = { structureIds: ['a', 'b'], mentioned: [mentioned], motive: null };
  expect(refusalOfAward(tied, chosen, rules)).toBe(refusal);
});
