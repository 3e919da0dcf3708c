import { describe, expect, test } from 'vitest';
import { quorumOf, type Seat } from '../../server/vote/quorum.rules.ts';
import { type Casting, type Motion, ratificationOf, refusalOfMotion } from '../../server/vote/ratify.rules.ts';

const seats: readonly Seat[] = [
  { member: 'chair', office: 'CHAIR', attendance: 'PRESENT' },
  { member: 'here', office: 'MEMBER', attendance: 'PRESENT' },
  { member: 'away', office: 'MEMBER', attendance: 'ABSENT' },
  { member: 'tied', office: 'MEMBER', attendance: 'RECUSED' },
];
const standings = [1, 2, 3].map((rank, i) => ({ structureId: 'abc'.charAt(i), rank, eligible: rank < 3 }));
const motion: Motion = { mover: 'here', motive: 'Un accueil hors du commun.', laureates: ['b'] };

describe('a motion against the ranking', () => {
  test.each<[string, Partial<Motion>, string | null]>([
    ['moved by someone who takes part', {}, null],
    ['moved by whoever presides', { mover: 'chair' }, null],
    ['moved by someone absent', { mover: 'away' }, 'MOTION_NOT_ENTITLED'],
    ['moved by someone recused', { mover: 'tied' }, 'MOTION_NOT_ENTITLED'],
    ['moved by a stranger', { mover: 'nobody' }, 'MOTION_NOT_ENTITLED'],
    ['without a motive', { motive: '  ' }, 'MOTION_MOTIVE_REQUIRED'],
    ['for whom the ranking puts first', { laureates: ['a', 'a'] }, 'MOTION_CHANGES_NOTHING'],
    ['for the first and the second', { laureates: ['a', 'b'] }, null],
    ['for nobody', { laureates: [] }, null],
    ['for one under a threshold', { laureates: ['c'] }, 'AWARD_NOT_ELIGIBLE'],
    ['for one outside the field', { laureates: ['z'] }, 'AWARD_OUTSIDE_CATEGORY'],
  ])('%s: %#', (_, change, refusal) => {
    expect(refusalOfMotion({ ...motion, ...change }, seats, standings, { awardField: 3 })).toBe(refusal);
  });

  test('where the jury is free there is no ranking to repeat', () => {
    const rules = { awardField: 3, free: true };
    expect(refusalOfMotion({ ...motion, laureates: [] }, seats, standings, rules)).toBeNull();
  });
});

describe('the ranking', () => {
  const quorum = quorumOf(seats, { share: '1/2', fewest: 2 });
  const none: Casting = { declared: false, opinion: null };
  const declared: Casting = { declared: true, opinion: null };

  test.each<[string, Motion | null, [votesFor: number, votesAgainst: number], Casting, string]>([
    ['stands when nobody moves against it', null, [0, 0], none, 'STANDS NO_MOTION'],
    ['is overturned by more for than against', motion, [2, 1], none, 'OVERTURNED MAJORITY'],
    ['is overturned by one vote among blank ballots', motion, [1, 0], none, 'OVERTURNED MAJORITY'],
    ['stands against a minority', motion, [1, 2], declared, 'STANDS NO_MAJORITY'],
    ['stands when both sides are equal', motion, [2, 2], none, 'STANDS NO_MAJORITY'],
    ['waits for whoever presides, where that was declared', motion, [2, 2], declared, 'OPEN CASTING_VOTE'],
    ['falls by the casting vote', motion, [2, 2], { ...declared, opinion: 'FOR' }, 'OVERTURNED CASTING_VOTE'],
    ['stands by the casting vote', motion, [2, 2], { ...declared, opinion: 'AGAINST' }, 'STANDS CASTING_VOTE'],
    ['ignores a casting vote nobody declared', motion, [2, 2], { ...none, opinion: 'FOR' }, 'STANDS NO_MAJORITY'],
    ['ignores a casting vote that parts nobody', motion, [1, 2], { ...declared, opinion: 'FOR' }, 'STANDS NO_MAJORITY'],
    ['stands when all ballots are blank', motion, [0, 0], { ...declared, opinion: 'FOR' }, 'STANDS NO_MAJORITY'],
  ])('%s', (_, moved, [votesFor, votesAgainst], casting, outcome) => {
    const result = ratificationOf(quorum, moved, { for: votesFor, against: votesAgainst }, casting);
    expect(`${result.outcome} ${result.outcome === 'OPEN' ? result.for : result.by}`).toBe(outcome);
  });

  test('is neither ratified nor overturned without a quorum', () => {
    const alone = quorumOf(seats, { share: '1/2', fewest: 3 });
    for (const moved of [null, motion])
      expect(ratificationOf(alone, moved, { for: 2, against: 0 }, none)).toEqual({ outcome: 'OPEN', for: 'QUORUM' });
  });

  test('stands in a tie when nobody presides', () => {
    const unchaired = quorumOf(seats.slice(1), { share: '1/2', fewest: 1 });
    const result = ratificationOf(unchaired, motion, { for: 1, against: 1 }, { declared: true, opinion: 'FOR' });
    expect(result).toEqual({ outcome: 'STANDS', by: 'NO_MAJORITY' });
  });
});
