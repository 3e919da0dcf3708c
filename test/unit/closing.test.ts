import { describe, expect, test } from 'vitest';
import { recusalMotive } from '../../server/conflict/motive.rules.ts';
import { type DeliberationRules, faultsOfRules, paperOf } from '../../server/mandate/mandate.rules.ts';
import { seatStateOf } from '../../server/panel/seat.rules.ts';
import { type Closing, outcomeOf } from '../../server/vote/closing.rules.ts';
import { quorumOf } from '../../server/vote/quorum.rules.ts';

const quorum = quorumOf(
  ['CHAIR', 'MEMBER', 'MEMBER'].map((office, i) => ({
    ...{ member: `${i}`, office: office as 'CHAIR', attendance: 'PRESENT' as const },
  })),
  { share: '1/2', fewest: 1 },
);
const standing = (code: string, rank: number | null, eligible = true) => ({
  structureId: code,
  rank,
  eligible,
  tieRank: null,
});
const field = [standing('A', 1), standing('B', 2), standing('C', 3)];
const rules = { awardField: 3, castingVote: false };
const closing = (more: Partial<Closing> = {}): Closing => ({
  ...{ quorum, count: null, votes: 0, motion: null, standings: field, rules, again: false, casting: null, ...more },
});
const motion = { codes: ['C'] };
const places = (...firsts: string[]) => ({
  ...{ mode: 'SCORE' as const, scores: [], jurors: [] },
  places: ['A', 'B', 'C'].map((candidate) => ({ candidate, place: firsts.includes(candidate) ? 1 : 3 })),
});

describe('what comes of an item', () => {
  test.each<[string, Partial<Closing>, object]>([
    ['without a motion the ranking stands', {}, { among: ['A'], by: 'NO_MOTION' }],
    [
      'whoever fell under a threshold is passed over',
      { standings: [standing('A', 1, false), ...field.slice(1)] },
      { among: ['B'] },
    ],
    [
      'a motion that carries overturns it',
      { motion, count: { mode: 'RATIFY', for: 2, against: 1 }, votes: 3 },
      { among: ['C'], by: 'MAJORITY' },
    ],
    [
      'a motion that fails leaves it',
      { motion, count: { mode: 'RATIFY', for: 1, against: 2 }, votes: 3 },
      { among: ['A'], by: 'NO_MAJORITY' },
    ],
    [
      'equal sides wait for the casting vote, where one was declared',
      { motion, count: { mode: 'RATIFY', for: 1, against: 1 }, votes: 2, rules: { ...rules, castingVote: true } },
      { kind: 'CASTING_VOTE', among: ['C'] },
    ],
    [
      'which then overturns it, or not',
      {
        ...{ motion, count: { mode: 'RATIFY', for: 1, against: 1 }, votes: 2, rules: { ...rules, castingVote: true } },
        casting: { opinion: 'FOR', code: null },
      },
      { among: ['C'], by: 'CASTING_VOTE' },
    ],
    ['the winner of a vote has it', { count: places('B'), votes: 3 }, { among: ['B'], by: 'VOTE' }],
    [
      'those whom a vote does not part share it',
      { count: places('A', 'B'), votes: 3 },
      { among: ['A', 'B'], by: 'SHARED' },
    ],
    [
      'or vote again among themselves',
      { count: places('A', 'B'), votes: 3, rules: { ...rules, tieRule: 'JURY' } },
      { kind: 'SECOND_BALLOT', among: ['A', 'B'] },
    ],
    [
      'or stay unparted, when so many may not',
      { count: places('A', 'B', 'C'), votes: 3, rules: { ...rules, mostLaureates: 2 } },
      { kind: 'UNPARTED', among: ['A', 'B', 'C'] },
    ],
    ['without one vote nobody is first', { count: places('A', 'B', 'C') }, { kind: 'UNPARTED', among: [] }],
    [
      'a field too small has no laureate, whatever the vote',
      { count: places('B'), votes: 3, standings: field.slice(1) },
      { among: [], by: 'NO_FIELD' },
    ],
    [
      'nobody eligible, nobody first',
      { standings: field.map((each) => ({ ...each, eligible: false })) },
      { among: [] },
    ],
  ])('%s', (_, more, outcome) => {
    expect(outcomeOf(closing(more))).toMatchObject(outcome);
  });
});

describe('the rules a panel declares', () => {
  const declared: DeliberationRules = {
    ...{ mode: 'RATIFY', quorumShare: '1/2', quorumFewest: 3, shortList: 5, grades: 'SEVEN', criteria: [] },
    ...{ scale: 20, mayOmit: true },
  };
  const criterion = (code: string, weight = '1') => ({ code, weight });
  test.each<[string, Partial<DeliberationRules>, object[]]>([
    ['are right as they are', {}, []],
    ['may ask for everyone', { quorumShare: '1' }, []],
    ['may write a share as a decimal', { quorumShare: '0.6' }, []],
    ['ask for a share that is one', { quorumShare: '0' }, [{ field: 'quorumShare', reason: 'NOT_A_SHARE' }]],
    ['ask for no more than all', { quorumShare: '3/2' }, [{ field: 'quorumShare', reason: 'NOT_A_SHARE' }]],
    ['never divide by zero', { quorumShare: '1/0' }, [{ field: 'quorumShare', reason: 'NOT_A_SHARE' }]],
    ['ask for someone', { quorumFewest: 0 }, [{ field: 'quorumFewest', reason: 'TOO_FEW' }]],
    ['list no more than the alphabet names', { shortList: 27 }, [{ field: 'shortList', reason: 'TOO_MANY' }]],
    ['mark on something', { mode: 'SCORE' }, [{ field: 'criteria', reason: 'WITHOUT_CRITERION' }]],
    [
      'mark on it once',
      { mode: 'SCORE', criteria: [criterion('a'), criterion('a')] },
      [{ field: 'criteria', reason: 'REPEATED' }],
    ],
    ['weigh it', { mode: 'SCORE', criteria: [criterion('a', '0')] }, [{ field: 'criteria', reason: 'WEIGHT' }]],
    [
      'mark up to something',
      { mode: 'SCORE', scale: 0, criteria: [criterion('a')] },
      [{ field: 'scale', reason: 'SCALE' }],
    ],
    ['do not look at what another mode asks for', { mode: 'RANK', scale: 0 }, []],
  ])('%s', (_, more, faults) => {
    expect(faultsOfRules({ ...declared, ...more })).toEqual(faults);
  });

  test('make the paper jurors are handed', () => {
    expect(paperOf({ ...declared, mode: 'MAJORITY_JUDGMENT', grades: 'SIX' }, ['A'])).toMatchObject({
      ...{
        candidates: ['A'],
        mayOmit: true,
        grades: ['VERY_GOOD', 'GOOD', 'FAIRLY_GOOD', 'PASSABLE', 'INSUFFICIENT', 'REJECT'],
      },
    });
  });
});

describe('a seat', () => {
  const now = new Date('2022-10-01T00:00:00Z');
  const seat = { acceptedAt: null, declinedAt: null, leftAt: null, expiresAt: new Date('2022-10-02T00:00:00Z') };
  test.each<[string, object, string]>([
    ['waits', {}, 'INVITED'],
    ['expires, to the instant', { expiresAt: now }, 'EXPIRED'],
    ['does not once it is accepted', { expiresAt: now, acceptedAt: now }, 'ACCEPTED'],
    ['is declined', { declinedAt: now }, 'DECLINED'],
    ['is left', { acceptedAt: now, leftAt: now }, 'LEFT'],
  ])('%s', (_, more, state) => {
    expect(seatStateOf({ ...seat, ...more }, now)).toBe(state);
  });
});

test('why someone is recused says the tie, never the candidate it leads to', () => {
  const tie = { kind: 'EMPLOYER', bodyName: 'Ville de Beaumarsan' } as const;
  expect(recusalMotive({ ties: [tie, tie], unchecked: false, aside: null })).toBe('Employeur : Ville de Beaumarsan');
  expect(recusalMotive({ ties: [tie], unchecked: false, aside: 'Un ami concourt.' })).toBe(
    'Employeur : Ville de Beaumarsan ; à sa demande : Un ami concourt.',
  );
  expect(recusalMotive({ ties: [], unchecked: true, aside: null })).toBe('Liens non vérifiés');
});
