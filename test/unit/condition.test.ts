import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../server/audit/answer.rules.ts';
import { sayFinding } from '../../server/audit/finding.rules.ts';
import { type Conditional, conditionFaults, faultsInConditions } from '../../server/score/condition.rules.ts';

const yesNo = { type: 'YES_NO', yes: '1', no: '0' } as const;
const line = { type: 'LINEAR', zeroAt: '1', oneAt: '5' } as const;
const answered: Conditional = { code: 'answered', kind: 'YES_NO', scale: yesNo };
const rings: Conditional = { code: 'rings', kind: 'COUNT', scale: line };
const mark: Conditional = { code: 'mark', kind: 'SCALE', scale: line };
const share: Conditional = { code: 'share', kind: 'SHARE', scale: line };
const tone: Conditional = {
  ...{ code: 'tone', kind: 'CHOICE' },
  scale: {
    type: 'CHOICE',
    choices: ['clair', 'obscur'].map((code) => ({ code, label: code, points: '1' })),
  },
};
const delay: Conditional = { code: 'delay', kind: 'DURATION', scale: line };
const derived = { from: 'SENT', to: 'ANSWERED', count: 'WORKING_DAYS' } as const;

/** A last criterion, asked under conditions, after others. */
const judged = (others: readonly Conditional[], conditions: Conditional['conditions'] = []) =>
  conditionFaults([...others, { ...answered, code: 'last', conditions }]);

describe('what nobody can answer', () => {
  test.each<[string, Conditional, NonNullable<Conditional['conditions']>[number]]>([
    ['a count below its least', rings, { criterion: 'rings', below: '0' }],
    ['a count between two whole numbers', rings, { criterion: 'rings', from: '2.1', below: '2.9' }],
    ['a mark below its scale', mark, { criterion: 'mark', below: '1' }],
    ['a mark above its scale', mark, { criterion: 'mark', from: '5.01' }],
    ['a share above all', share, { criterion: 'share', from: '1.5' }],
    ['half a day that events tell', { ...delay, delay: derived }, { criterion: 'delay', from: '0.2', below: '0.8' }],
    ['bounds closer than values are written', delay, { criterion: 'delay', from: '1.0000001', below: '1.0000002' }],
    ['a delay longer than can be written', delay, { criterion: 'delay', from: '1000000000' }],
  ])('%s is refused as a condition', (_, other, condition) => {
    expect(judged([other], [condition])).toEqual([`last: can never be asked: ${other.code} has no such value`]);
  });

  test.each<[string, Conditional, NonNullable<Conditional['conditions']>[number]]>([
    ['the lowest mark', mark, { criterion: 'mark', below: '1.000001' }],
    ['the highest mark', mark, { criterion: 'mark', from: '5' }],
    ['the whole', share, { criterion: 'share', from: '1' }],
    ['no ring at all', rings, { criterion: 'rings', below: '0.5' }],
    ['half a day typed in', delay, { criterion: 'delay', from: '0.2', below: '0.8' }],
    ['one of two answers', tone, { criterion: 'tone', in: ['obscur', 'clair'] }],
  ])('%s is one', (_, other, condition) => {
    expect(judged([other], [condition])).toEqual([]);
  });

  test('a condition says what it is about: an answer for a choice, a number for a measure', () => {
    expect(judged([tone], [{ criterion: 'tone', from: '1' }])).toEqual([
      'last: depends on tone by a number, but it is a CHOICE',
    ]);
    expect(judged([rings], [{ criterion: 'rings', in: ['3'] }])).toEqual([
      'last: depends on rings by an answer, but it is a COUNT',
    ]);
    expect(judged([tone], [{ criterion: 'tone', in: [] }])).toEqual(['last: depends on no answer of tone']);
    expect(judged([rings], [{ criterion: 'rings' }])).toEqual(['last: depends on any value of rings: give a bound']);
  });

  test.each<[string, object, readonly Conditional[], NonNullable<Conditional['conditions']>]>([
    ['CONDITION_UNKNOWN', { on: 'gone' }, [rings], [{ criterion: 'gone', in: ['1'] }]],
    ['CONDITION_LATER', { on: 'last' }, [rings], [{ criterion: 'last', in: ['1'] }]],
    ['CONDITION_OTHER_SORT', { on: 'rings', kind: 'COUNT' }, [rings], [{ criterion: 'rings', in: ['3'] }]],
    ['CONDITION_EMPTY', { on: 'tone' }, [tone], [{ criterion: 'tone', in: [] }]],
    ['CONDITION_ANSWER', { on: 'tone', answer: 'x' }, [tone], [{ criterion: 'tone', in: ['clair', 'x'] }]],
    ['CONDITION_UNBOUNDED', { on: 'rings' }, [rings], [{ criterion: 'rings' }]],
    ['NEVER_ASKED', { on: 'rings' }, [rings], [{ criterion: 'rings', below: '0' }]],
  ])('a fault has a name, %s, its field and what it is about', (code, about, others, conditions) => {
    const criteria = [...others, { ...answered, code: 'last', conditions }];
    expect(faultsInConditions(criteria)).toEqual([
      { code, about, criterion: 'last', field: 'conditions', sentence: expect.stringMatching(/^last: \w/) },
    ]);
  });

  test('says which criterion is unknown, which answer cannot be had, and what contradicts', () => {
    expect(judged([tone], [{ criterion: 'gone', in: ['1'] }])).toEqual([
      'last: depends on gone, which this channel does not have',
    ]);
    expect(judged([tone], [{ criterion: 'tone', in: ['x', 'clair', 'y'] }])).toEqual([
      'last: depends on the answer x, which tone cannot have',
      'last: depends on the answer y, which tone cannot have',
    ]);
    const both = [{ criterion: 'rings', below: '3' } as const, { criterion: 'rings', from: '3' } as const];
    expect(judged([rings], both)).toEqual(['last: can never be asked: its conditions on rings contradict one another']);
    expect(judged([answered], [{ criterion: 'answered', in: ['0'] }])).toEqual([]);
  });

  test('criteria that wait for one another are each told, once', () => {
    const one: Conditional = { ...answered, code: 'one', conditions: [{ criterion: 'two', in: ['1'] }] };
    const two: Conditional = { ...answered, code: 'two', conditions: [{ criterion: 'one', in: ['1'] }] };
    expect(conditionFaults([one, two])).toEqual(['one: depends on two, which is not asked before it']);
  });

  test('forty criteria that each rest on the two before them are judged at once', () => {
    const criteria = Array.from(
      { length: 40 },
      (_, i): Conditional => ({
        ...{ ...answered, code: `c${i}` },
        conditions: [i - 1, i - 2].filter((n) => n >= 0).map((n) => ({ criterion: `c${n}`, in: ['1'] })),
      }),
    );
    expect(conditionFaults(criteria)).toEqual([]);
  });
});

describe('a row of a file', () => {
  const questions = [
    { ...answered, delay: null },
    { ...rings, delay: null, conditions: [{ criterion: 'answered', in: ['1'] }] },
    { ...tone, delay: null, conditions: [{ criterion: 'rings', from: '2', below: '4' }] },
    { ...delay, delay: derived, conditions: [{ criterion: 'answered', in: ['0'] }] },
  ] as const;
  const said = (answered: string, rings: string, tone: string, delay = '') => {
    const { findings, faults } = readAnswers(questions, { answered, rings, tone, delay }, null);
    return [
      ...[...findings].map(([{ code }, finding]) => `${code} ${sayFinding(finding)}`),
      ...faults.map(({ column, reason }) => `${column}: ${reason}`),
    ].join(', ');
  };

  test.each([
    ['oui', '3', 'clair', 'answered 1, rings 3, tone clair, delay NOT_APPLICABLE'],
    ['oui', '4', '', 'answered 1, rings 4, tone NOT_APPLICABLE, delay NOT_APPLICABLE'],
    ['oui', '1', 'sans objet', 'answered 1, rings 1, tone NOT_APPLICABLE, delay NOT_APPLICABLE'],
    ['oui', 'nobs', ' ', 'answered 1, rings NOT_OBSERVED, tone NOT_APPLICABLE, delay NOT_APPLICABLE'],
    ['np', '', 'SO', 'answered NOT_OFFERED, rings NOT_APPLICABLE, tone NOT_APPLICABLE, delay NOT_APPLICABLE'],
  ])('saying %s, %s, %j means %s', (answered, rings, tone, meant) => {
    expect(said(answered, rings, tone)).toBe(meant);
  });

  test.each([
    ['oui', '', '', 'rings: MISSING_VALUE'],
    ['oui', '3', '', 'tone: MISSING_VALUE'],
    ['oui', '5', 'clair', 'tone: NOT_ASKED'],
    ['oui', '5', 'np', 'tone: NOT_ASKED'],
    ['oui', '5', 'n’importe quoi', 'tone: NOT_ASKED'],
    ['nobs', '2', '', 'rings: NOT_ASKED'],
  ])('saying %s, %s, %j is refused: %s', (answered, rings, tone, fault) => {
    expect(said(answered, rings, tone)).toContain(fault);
  });

  test('a delay that was not asked needs no event, and takes no number', () => {
    expect(said('oui', '1', '', '2')).toContain('delay: NOT_ASKED');
    expect(said('oui', '1', '')).toContain('delay NOT_APPLICABLE');
  });

  test('a cell that cannot be read is told alone, not what would follow from it', () => {
    expect(said('peut-être', '3', 'clair')).toBe('rings 3, tone clair, answered: NOT_YES_OR_NO');
    expect(said('peut-être', '', '')).toBe('answered: NOT_YES_OR_NO');
  });

  test('and every other cell is still judged by its shape', () => {
    expect(said('peut-être', 'trois', '')).toBe('answered: NOT_YES_OR_NO, rings: NOT_A_NUMBER');
  });
});
