import { describe, expect, test } from 'vitest';
import { type QuorumRule, quorumOf, type Seat, takesPart } from '../../server/vote/quorum.rules.ts';
import { partingOf, type Tie, type TieRules } from '../../server/vote/tie.rules.ts';

/** A table in one line: C the chair, D the deputy, M members; small when absent, then "r" when recused. */
const table = (line: string): Seat[] =>
  (line.match(/\S+/g) ?? []).map((seat, i) => ({
    member: `${i}`,
    office: ({ c: 'CHAIR', d: 'DEPUTY', m: 'MEMBER' } as const)[seat.charAt(0).toLowerCase()] ?? 'MEMBER',
    attendance: seat.endsWith('r') ? 'RECUSED' : /[CDM]/.test(seat) ? 'PRESENT' : 'ABSENT',
  }));
const half: QuorumRule = { share: '1/2', fewest: 3 };

describe('the quorum of an item', () => {
  test.each<[string, string, QuorumRule, [entitled: number, present: number, needed: number, reached: boolean]]>([
    ['half of seven is four', 'C D M M m m m', half, [7, 4, 4, true]],
    ['three of seven are too few', 'C D M m m m m', half, [7, 3, 4, false]],
    ['two recused of seven: half of five is three', 'C M M mr mr m m', half, [5, 3, 3, true]],
    ['a recused member who stayed in the room is not there', 'C M Mr Mr m m m', half, [5, 2, 3, false]],
    ['half of six is three, more than half is four', 'C M M m m m', { ...half, strictly: true }, [6, 3, 4, false]],
    ['more than half of seven is four', 'C M M M m m m', { ...half, strictly: true }, [7, 4, 4, true]],
    ['two thirds of seven are five', 'C M M M M m m', { ...half, share: '2/3' }, [7, 5, 5, true]],
    ['two thirds of six are four, not five', 'C M M M m m', { ...half, share: '2/3' }, [6, 4, 4, true]],
    ['never fewer than three', 'C M mr mr mr mr', half, [2, 2, 3, false]],
    ['all recused: nobody decides', 'cr dr mr', { share: '1/2', fewest: 0 }, [0, 0, 1, false]],
    ['nobody on the panel', '', { share: '1/2', fewest: 0 }, [0, 0, 1, false]],
  ])('%s', (_, line, rule, [entitled, present, needed, reached]) => {
    const quorum = quorumOf(table(line), rule);
    expect(quorum).toMatchObject({ entitled, present, needed, reached, missing: Math.max(0, needed - present) });
  });

  test.each([
    ['C D M', '0'],
    ['cr D M', '1'],
    ['c D M', '1'],
    ['cr d M', null],
  ])('at the table %s, %s presides', (line, presiding) => {
    expect(quorumOf(table(line), half).presiding).toBe(presiding);
  });

  test('only who is present and not recused takes part', () => {
    expect(['0', '1', '2', '9'].map((member) => takesPart(table('C mr m'), member))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('several first together', () => {
  const firsts = ['a', 'b', 'c'];
  const places = (tieRanks: (number | null)[]) =>
    firsts.map((structureId, i) => ({ structureId, rank: 1, eligible: true, tieRank: tieRanks[i] ?? null }));
  const tie: Tie = { firsts, standings: places([2, 1, 1]), again: false, named: null };

  test.each<[string, Partial<Tie>, TieRules, string]>([
    ['one alone receives it', { firsts: ['b'] }, { castingVote: true }, 'VOTE b'],
    ['nobody first: nobody receives it', { firsts: [] }, { castingVote: true }, 'VOTE '],
    ['they share it', {}, { castingVote: false }, 'SHARED abc'],
    ['they share it, even where a casting vote was declared', {}, { castingVote: true }, 'SHARED abc'],
    ['too many to share: whoever presides is asked', {}, { castingVote: true, mostLaureates: 2 }, 'CASTING_VOTE abc'],
    ['and names one of them', { named: 'c' }, { castingVote: true, mostLaureates: 2 }, 'CASTING_VOTE c'],
    ['but nobody else', { named: 'z' }, { castingVote: true, mostLaureates: 2 }, 'CASTING_VOTE abc'],
    ['too many to share, and no casting vote', {}, { castingVote: false, mostLaureates: 2 }, 'UNPARTED abc'],
    ['a channel parts them, and two share', {}, { castingVote: true, tieRule: 'CHANNEL' }, 'SHARED bc'],
    ['a channel leaves one', { standings: places([2, 3, 1]) }, { castingVote: false, tieRule: 'CHANNEL' }, 'CHANNEL c'],
    ['a channel nobody has parts nobody', { standings: [] }, { castingVote: false, tieRule: 'CHANNEL' }, 'SHARED abc'],
    ['the jury votes again among them', {}, { castingVote: true, tieRule: 'JURY' }, 'SECOND_BALLOT abc'],
    ['once: then whoever presides', { again: true }, { castingVote: true, tieRule: 'JURY' }, 'CASTING_VOTE abc'],
    ['or they share it', { again: true }, { castingVote: false, tieRule: 'JURY' }, 'SHARED abc'],
    ['or nobody does', { again: true }, { castingVote: false, tieRule: 'JURY', mostLaureates: 1 }, 'UNPARTED abc'],
  ])('%s', (_, known, rules, outcome) => {
    const parting = partingOf({ ...tie, ...known }, rules);
    const said = parting.kind === 'LAUREATES' ? [parting.by, parting.laureates] : [parting.kind, parting.among];
    expect(`${said[0]} ${[...(said[1] ?? [])].join('')}`).toBe(outcome);
  });
});
