import { describe, expect, test } from 'vitest';
import { ballotOf, type Vote, voteWithout } from '../../server/vote/ballot.rules.ts';
import { countOf, turnoutOf } from '../../server/vote/count.rules.ts';
import { type Paper, paperWithout, refusalOfPaper } from '../../server/vote/paper.rules.ts';
import { winnersOf } from '../../server/vote/place.rules.ts';

const candidates = ['A', 'B', 'C'];
const rank: Paper = { mode: 'RANK', candidates, mayOmit: true };
const wholeRank: Paper = { ...rank, mayOmit: false };
const judge: Paper = { mode: 'MAJORITY_JUDGMENT', candidates, grades: ['GOOD', 'PASSABLE', 'REJECT'], mayOmit: false };
const mark: Paper = { mode: 'SCORE', candidates: ['A'], criteria: [{ code: 'x', weight: '1' }], scale: 20 };
const motion: Paper = { mode: 'RATIFY' };

const ranking = (...ranking: string[][]): Vote => ({ mode: 'RANK', ranking });
const grades = (...pairs: string[]): Vote => ({
  mode: 'MAJORITY_JUDGMENT',
  grades: pairs.map((pair) => ({ candidate: pair.charAt(0), grade: pair.slice(1) })),
});
const marks = (...all: [candidate: string, criterion: string, mark: string][]): Vote => ({
  mode: 'SCORE',
  marks: all.map(([candidate, criterion, mark]) => ({ candidate, criterion, mark })),
});
const opinion = (opinion: 'FOR' | 'AGAINST'): Vote => ({ mode: 'RATIFY', opinion });

describe('a ballot as it is found', () => {
  test.each<[string, Paper, Vote]>([
    ['an opinion on a motion', motion, opinion('FOR')],
    ['everyone in order', wholeRank, ranking(['A'], ['B'], ['C'])],
    ['equals together', wholeRank, ranking(['A', 'C'], ['B'])],
    ['someone left out, where that is allowed', rank, ranking(['C'])],
    ['a grade for each', judge, grades('AGOOD', 'BREJECT', 'CGOOD')],
    ['a mark on each criterion', mark, marks(['A', 'x', '15.5'])],
    [
      'the least and the greatest mark',
      { ...mark, candidates },
      marks(['A', 'x', '0'], ['B', 'x', '20'], ['C', 'x', '20.00']),
    ],
  ])('%s is valid', (_, paper, vote) => {
    expect(ballotOf(paper, vote)).toEqual({ kind: 'VALID', vote });
  });

  test.each<[string, Paper, Vote, string]>([
    ['written for another mode', rank, opinion('FOR'), 'WRONG_MODE'],
    ['someone who does not stand', rank, ranking(['A'], ['Z']), 'UNKNOWN_CANDIDATE Z'],
    ['someone twice', rank, ranking(['A'], ['B', 'A']), 'REPEATED_CANDIDATE A'],
    ['someone three times is one fault', rank, ranking(['A'], ['A'], ['A']), 'REPEATED_CANDIDATE A'],
    ['someone left out', wholeRank, ranking(['A'], ['B']), 'MISSING_CANDIDATE C'],
    ['two grades for one', judge, grades('AGOOD', 'AREJECT', 'BGOOD', 'CGOOD'), 'REPEATED_CANDIDATE A'],
    ['a grade of another scale', judge, grades('AGOOD', 'BGOOD', 'CPERFECT'), 'UNKNOWN_GRADE C'],
    ['a mark above the scale', mark, marks(['A', 'x', '20.01']), 'OUT_OF_RANGE A x'],
    ['a mark under zero', mark, marks(['A', 'x', '-1']), 'OUT_OF_RANGE A x'],
    ['a mark in words', mark, marks(['A', 'x', 'dix']), 'NOT_A_MARK A x'],
    ['a mark that only looks like a number', mark, marks(['A', 'x', '1e1']), 'NOT_A_MARK A x'],
    ['a criterion nobody asked for', mark, marks(['A', 'x', '1'], ['A', 'y', '1']), 'UNKNOWN_CRITERION A y'],
    ['two marks on one criterion', mark, marks(['A', 'x', '1'], ['A', 'x', '2']), 'REPEATED_CANDIDATE A x'],
    [
      'everything at once',
      mark,
      marks(['Z', 'x', '99']),
      'UNKNOWN_CANDIDATE Z x, OUT_OF_RANGE Z x, MISSING_CANDIDATE A x',
    ],
  ])('%s is invalid, is kept and says why', (_, paper, vote, faults) => {
    const ballot = ballotOf(paper, vote);
    if (ballot.kind !== 'INVALID') throw new Error(ballot.kind);
    const said = ballot.faults.map(({ reason, candidate, criterion }) => [reason, candidate, criterion]);
    expect(said.map((each) => each.filter(Boolean).join(' ')).join(', ')).toBe(faults);
    expect(ballot.vote).toBe(vote);
  });

  test('one on which nothing is written is blank; nothing cast is an abstention', () => {
    for (const [paper, vote] of [
      [wholeRank, ranking()],
      [rank, ranking([])],
      [judge, grades()],
      [mark, marks()],
    ] as const)
      expect(ballotOf(paper, vote)).toEqual({ kind: 'BLANK' });
    expect(ballotOf(motion, 'BLANK')).toEqual({ kind: 'BLANK' });
    expect(ballotOf(motion, 'ABSTENTION')).toEqual({ kind: 'ABSTENTION' });
    expect(ballotOf(rank, grades()).kind).toBe('INVALID');
  });
});

describe('a paper', () => {
  test.each<[string, Paper, string | null]>([
    ['a motion', motion, null],
    ['candidates to rank', rank, null],
    ['candidates to judge', judge, null],
    ['candidates to mark', mark, null],
    ['nobody to choose', { ...rank, candidates: [] }, 'PAPER_WITHOUT_CANDIDATE'],
    ['someone twice', { ...rank, candidates: ['A', 'A'] }, 'PAPER_REPEATS'],
    ['a grade twice', { ...judge, grades: ['GOOD', 'GOOD'] }, 'PAPER_REPEATS'],
    ['one grade only', { ...judge, grades: ['GOOD'] }, 'PAPER_SCALE'],
    ['nothing to mark on', { ...mark, criteria: [] }, 'PAPER_WITHOUT_CRITERION'],
    ['a criterion twice', { ...mark, criteria: [...mark.criteria, ...mark.criteria] }, 'PAPER_REPEATS'],
    ['a criterion without weight', { ...mark, criteria: [{ code: 'x', weight: '0' }] }, 'PAPER_WEIGHT'],
    ['a scale of nothing', { ...mark, scale: 0 }, 'PAPER_SCALE'],
  ])('%s: %#', (_, paper, refusal) => {
    expect(refusalOfPaper(paper)).toBe(refusal);
  });
});

describe('a candidate who withdraws after ballots were cast', () => {
  const gone = new Set(['A']);
  const again = (paper: Paper, vote: Vote) => ballotOf(paperWithout(paper, gone), voteWithout(vote, gone));

  test('is struck from every ballot, and the others keep what they had', () => {
    expect(again(wholeRank, ranking(['A'], ['C'], ['B']))).toEqual({ kind: 'VALID', vote: ranking(['C'], ['B']) });
    expect(again(judge, grades('AGOOD', 'BREJECT', 'CGOOD'))).toEqual({
      kind: 'VALID',
      vote: grades('BREJECT', 'CGOOD'),
    });
    const two = marks(['A', 'x', '1'], ['B', 'x', '2']);
    expect(again({ ...mark, candidates: ['A', 'B'] }, two)).toEqual({ kind: 'VALID', vote: marks(['B', 'x', '2']) });
    expect(again(motion, opinion('FOR'))).toEqual({ kind: 'VALID', vote: opinion('FOR') });
  });

  test('leaves a blank ballot where nobody else was named', () => {
    expect(again(rank, ranking(['A']))).toEqual({ kind: 'BLANK' });
  });
});

describe('the count of an item', () => {
  const box = [
    ballotOf(rank, ranking(['A'], ['B'])),
    ballotOf(rank, ranking(['B'], ['A'])),
    ballotOf(rank, ranking(['A'], ['C'])),
    ballotOf(rank, ranking(['B'], ['B'])),
    ballotOf(rank, 'BLANK'),
    ballotOf(rank, 'ABSTENTION'),
  ];

  test('tells votes, blank and invalid ballots and abstentions apart', () => {
    expect(turnoutOf(box)).toEqual({ cast: 5, votes: 3, blank: 1, invalid: 1, abstained: 1 });
  });

  test('rests on valid ballots alone, in each mode', () => {
    const count = countOf(rank, box);
    expect(count.mode === 'RANK' && winnersOf(count.places)).toEqual(['A']);
    const judged = countOf(judge, [ballotOf(judge, grades('AREJECT', 'BGOOD', 'CPASSABLE')), ballotOf(judge, 'BLANK')]);
    expect(judged.mode === 'MAJORITY_JUDGMENT' && winnersOf(judged.places)).toEqual(['B']);
    const marked = countOf(mark, [ballotOf(mark, marks(['A', 'x', '9'])), ballotOf(mark, marks(['A', 'x', '99']))]);
    expect(marked.mode === 'SCORE' && marked.scores.map(({ mean }) => mean.toFraction())).toEqual(['9']);
    const said = (['FOR', 'AGAINST', 'FOR'] as const).map((it) => ballotOf(motion, opinion(it)));
    expect(countOf(motion, [...said, { kind: 'BLANK' }])).toEqual({ mode: 'RATIFY', for: 2, against: 1 });
  });
});
