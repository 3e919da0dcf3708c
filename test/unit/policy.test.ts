import { describe, expect, test } from 'vitest';
import type { CriterionRule } from '../../server/score/measure.rules.ts';
import { type PolicyRules, policyFaults, underPolicy } from '../../server/score/policy.rules.ts';
import type { Rules } from '../../server/score/score.rules.ts';

const absences = { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'ZERO' } as const;
const criterion = (code: string, floor: string | null): CriterionRule => ({
  ...{ code, weight: '1', absences, floor, scale: { type: 'YES_NO', yes: '1', no: '0' } },
});
const grid = {
  minimumShare: '0.5',
  channels: [
    {
      ...{ code: 'phone', weight: '3', optional: false, compared: false, whenAbsent: 'FLOOR', floor: '10' },
      criteria: [criterion('a', '5'), criterion('b', null)],
    },
    {
      ...{ code: 'reception', weight: '1', optional: true, compared: true, whenAbsent: 'ZERO', floor: null },
      criteria: [criterion('c', null)],
    },
  ],
} as const satisfies Rules;
const [phone, reception] = grid.channels;
const under = (policy: PolicyRules) => underPolicy(grid, policy);

describe('a grid under a policy', () => {
  test.each<[string, PolicyRules]>([
    ['that says nothing', {}],
    ['that names a channel and says nothing of it', { channels: [{ code: 'phone' }, { code: 'reception' }] }],
    ['for a channel the grid does not have', { channels: [{ code: 'fax', whenAbsent: 'EXCLUDE', floor: '1' }] }],
  ])('%s stays as it is', (_, policy) => {
    expect(under(policy)).toEqual(grid);
  });

  test.each([['0.8'], [null]])('asks for another least share of data: %s', (minimumShare) => {
    expect(under({ minimumShare })).toEqual({ ...grid, minimumShare });
  });

  test('changes one channel and leaves the others alone', () => {
    const policy = { code: 'phone', whenAbsent: 'EXCLUDE', floor: '25', compared: true } as const;
    expect(under({ channels: [policy] }).channels).toEqual([{ ...phone, ...policy }, reception]);
  });

  test('may take a floor away, and an optional channel out of the comparison', () => {
    const channels = [
      { code: 'phone', floor: null },
      { code: 'reception', compared: false },
    ];
    expect(under({ channels }).channels).toEqual([
      { ...phone, floor: null },
      { ...reception, compared: false },
    ]);
  });

  test('says what one absence does for every criterion, and leaves the other absences to the grid', () => {
    const criteria = under({ absences: { REFUSED: 'EXCLUDE' } }).channels.flatMap(({ criteria }) => criteria);
    expect(criteria.map(({ code, absences }) => [code, absences])).toEqual(
      ['a', 'b', 'c'].map((code) => [code, { ...absences, REFUSED: 'EXCLUDE' }]),
    );
  });

  test('gives its floor to the criteria that have none of their own', () => {
    const criteria = under({ floor: '20' }).channels.flatMap(({ criteria }) => criteria);
    expect(criteria.map(({ floor }) => floor)).toEqual(['5', '20', '20']);
  });
});

test.each<[string, PolicyRules, string[]]>([
  ['that says nothing has no fault', {}, []],
  ['for channels of the grid has no fault', { channels: [{ code: 'phone', whenAbsent: 'ZERO' }] }, []],
  ['that floors a channel at 20 has no fault', { channels: [{ code: 'phone', whenAbsent: 'FLOOR', floor: '20' }] }, []],
  ['that floors an absence at 20 has no fault', { absences: { REFUSED: 'FLOOR' }, floor: '20' }, []],
  ['with a floor that nothing uses has no fault', { absences: { REFUSED: 'ZERO' }, floor: '20' }, []],
  ['without a floor that nothing asks for has no fault', { absences: { REFUSED: 'ZERO' } }, []],
  ['for a channel of another grid', { channels: [{ code: 'fax', floor: '1' }] }, ['the grid has no channel fax']],
  [
    'that floors a channel at nothing',
    { channels: [{ code: 'phone', whenAbsent: 'FLOOR' }] },
    ['phone: the policy FLOOR needs a floor'],
  ],
  ['that floors an absence at nothing', { absences: { REFUSED: 'FLOOR' } }, ['the policy FLOOR needs a floor']],
  [
    'wrong in every way says so three times',
    { channels: [{ code: 'fax', whenAbsent: 'FLOOR', floor: null }], absences: { NOT_OFFERED: 'FLOOR' }, floor: null },
    ['the grid has no channel fax', 'fax: the policy FLOOR needs a floor', 'the policy FLOOR needs a floor'],
  ],
])('a policy %s', (_, policy, faults) => {
  expect(policyFaults(grid, policy)).toEqual(faults);
});
