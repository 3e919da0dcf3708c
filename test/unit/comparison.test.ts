import { expect, test } from 'vitest';
import { type Breaks, breaksBetween, isBreak, type Nature } from '../../server/comparison/break.rules.ts';
import { type Change, type ComparedEdition, changeOf, comparisonOf } from '../../server/comparison/comparison.rules.ts';
import type { ChannelRule } from '../../server/score/channel.rules.ts';
import type { CriterionRule, Finding } from '../../server/score/measure.rules.ts';
import type { Scale } from '../../server/score/scale.rules.ts';

const absences = { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'ZERO' } as const;
const yesOrNo: Nature = { kind: 'YES_NO', unit: null, delay: null };
const yesNo: Scale = { type: 'YES_NO', yes: '1', no: '0' };
const asked = (code: string, weight = '1', more: Partial<CriterionRule> = {}): CriterionRule => ({
  ...{ code, weight, absences, scale: yesNo },
  ...more,
});
const channel = (code: string, criteria: CriterionRule[], more: Partial<ChannelRule> = {}): ChannelRule => ({
  ...{ code, weight: '1', optional: false, criteria },
  ...more,
});

/** An edition from what each structure answered: "a=1 b=0". */
function edition(
  channels: ChannelRule[],
  answers: Readonly<Record<string, string>>,
  natures: Readonly<Record<string, Nature>> = {},
): ComparedEdition {
  const criteria = channels.flatMap(({ criteria }) => criteria);
  return {
    rules: { channels },
    natures: new Map(criteria.map(({ code }) => [code, natures[code] ?? yesOrNo])),
    entrants: Object.entries(answers).map(([key, said]) => ({
      ...{ key, category: key.startsWith('R') ? 'regions' : 'towns' },
      findings: said.split(' ').map((each): Finding => {
        const [criterion = '', value = ''] = each.split('=');
        return { criterion, value, absence: null };
      }),
    })),
  };
}
const split = (before: ComparedEdition, after: ComparedEdition, category: string | null = null, channel: string | null = null) =>
  changeOf(comparisonOf(before, after), { category, channel });
const told = ({ change, parts }: Change) => [
  change?.toFraction(),
  ...(['likeForLike', 'grid', 'panel', 'coverage'] as const).map((part) => parts?.[part].toFraction()),
];

test('a rise of 25 points hides a better service, a harder grid and a better panel that left', () => {
  // Before, on a alone: S1 0, S2 100, mean 50. After, on a and c: S1 (100 + 0)/2 = 50, S3 100, mean 75.
  const before = edition([channel('PHONE', [asked('a')])], { S1: 'a=0', S2: 'a=1' });
  const after = edition([channel('PHONE', [asked('a'), asked('c')])], { S1: 'a=1 c=0', S3: 'a=1 c=1' });
  // Like for like, S1 on a: 0 to 100. Panel before: 50 − 0. After: without c 100, S1 alone 50, both 100;
  // grid (75 − 100 + 50 − 100)/2 = −37,5, panel (75 − 50 + 100 − 100)/2 = 12,5, less the 50 of before.
  expect(told(split(before, after))).toEqual(['25', '100', '-75/2', '-75/2', '0']);
  expect(split(before, after).base).toEqual({ before: 2, after: 2, both: 1 });
});

test('neither the old nor the new weights are favoured', () => {
  const answers = [{ S1: 'a=1 b=0' }, { S1: 'a=0 b=1' }] as const;
  const before = edition([channel('PHONE', [asked('a'), asked('b')])], answers[0]);
  const after = edition([channel('PHONE', [asked('a'), asked('b', '3')])], answers[1]);
  // 50 to 75. With the old weights 50 to 50, with the new ones 25 to 75: like for like (0 + 50)/2.
  // Grid after: (75 − 50 + 75 − 75)/2 = 12,5; before: (50 − 50 + 50 − 25)/2 = 12,5; nothing is left for it.
  expect(told(split(before, after))).toEqual(['25', '25', '0', '0', '0']);
});

test('a channel that a structure was tested on once only is its coverage, not its progress', () => {
  const channels = [channel('PHONE', [asked('a')]), channel('EMAIL', [asked('b')])];
  const before = edition(channels, { S1: 'a=1', S2: 'a=1 b=1' });
  const after = edition(channels, { S1: 'a=1 b=0', S2: 'a=1 b=1' });
  // S1 100 to 50 for an e-mail nobody sent the year before; mean 100 to 75.
  expect(told(split(before, after))).toEqual(['-25', '0', '0', '0', '-25']);
});

test('a channel is compared on itself, and a category with itself', () => {
  const channels = [channel('PHONE', [asked('a')]), channel('EMAIL', [asked('b')])];
  const before = edition(channels, { S1: 'a=0 b=1', R1: 'a=0 b=0' });
  const after = edition(channels, { S1: 'a=1 b=1', R1: 'a=0 b=1' });
  expect(told(split(before, after, null, 'PHONE'))).toEqual(['50', '50', '0', '0', '0']);
  expect(told(split(before, after, 'regions'))).toEqual(['50', '50', '0', '0', '0']);
  expect(told(split(before, after, 'regions', 'PHONE'))).toEqual(['0', '0', '0', '0', '0']);
});

test('an optional channel stays out of the overall change', () => {
  const channels = [channel('PHONE', [asked('a')]), channel('RECEPTION', [asked('r')], { optional: true })];
  const before = edition(channels, { S1: 'a=1 r=0' });
  const after = edition(channels, { S1: 'a=1 r=1' });
  expect(told(split(before, after))).toEqual(['0', '0', '0', '0', '0']);
  expect(told(split(before, after, null, 'RECEPTION'))).toEqual(['100', '100', '0', '0', '0']);
});

test('a structure that its edition excludes is not of its panel', () => {
  const strict = [channel('PHONE', [asked('a')]), channel('EMAIL', [asked('b')], { whenAbsent: 'EXCLUDE' })];
  const before = edition(strict, { S1: 'a=1 b=1', S2: 'a=0' });
  const after = edition(strict, { S1: 'a=1 b=1', S2: 'a=0 b=0' });
  expect(told(split(before, after))).toEqual(['-50', '0', '0', '-50', '0']);
  expect(split(before, after).base).toEqual({ before: 1, after: 2, both: 1 });
});

test.each([
  ['NO_SCORE', {}, { S1: 'a=1' }],
  ['NO_SCORE', { S1: 'a=1' }, {}],
  ['NO_COMMON_STRUCTURE', { S1: 'a=1' }, { S2: 'a=1' }],
  ['NO_COMMON_SCORE', { S1: 'a=1' }, { S1: 'b=1' }],
] as const)('what cannot be held equal is said, never divided by zero: %s', (unsplit, old, now) => {
  const channels = [channel('PHONE', [asked('a')]), channel('EMAIL', [asked('b')])];
  expect(split(edition(channels, old), edition(channels, now))).toMatchObject({ unsplit, parts: null });
});

test('without a common criterion there is nothing like for like', () => {
  const before = edition([channel('PHONE', [asked('a')])], { S1: 'a=1' });
  const after = edition([channel('PHONE', [asked('z')])], { S1: 'z=0' });
  expect(split(before, after)).toMatchObject({ unsplit: 'NO_COMMON_CRITERION', parts: null });
  expect(split(before, after).change?.toFraction()).toBe('-100');
});

const linear = (oneAt: string): Scale => ({ type: 'LINEAR', zeroAt: '0', oneAt });
const choice = (...codes: string[]): Scale => ({
  type: 'CHOICE',
  choices: codes.map((code, i) => ({ code, label: code, points: String(i % 2) })),
});
test.each<[string, CriterionRule, Nature, string, CriterionRule, Nature, string]>([
  [
    'KIND_CHANGED',
    asked('a'),
    { kind: 'YES_NO', unit: null, delay: null },
    '1',
    asked('a', '1', { scale: linear('5') }),
    { kind: 'COUNT', unit: 'RINGS', delay: null },
    '3',
  ],
  [
    'KIND_CHANGED',
    asked('a', '1', { scale: linear('5') }),
    { kind: 'DURATION', unit: 'DAYS', delay: null },
    '1',
    asked('a', '1', { scale: linear('5') }),
    { kind: 'DURATION', unit: 'MINUTES', delay: null },
    '1',
  ],
  [
    'RANGE_CHANGED',
    asked('a', '1', { scale: linear('5') }),
    { kind: 'SCALE', unit: null, delay: null },
    '4',
    asked('a', '1', { scale: linear('10') }),
    { kind: 'SCALE', unit: null, delay: null },
    '8',
  ],
  [
    'VALUE_OUTSIDE_SCALE',
    asked('a', '1', { scale: choice('clear', 'vague') }),
    { kind: 'CHOICE', unit: null, delay: null },
    'vague',
    asked('a', '1', { scale: choice('clear', 'other') }),
    { kind: 'CHOICE', unit: null, delay: null },
    'clear',
  ],
])('a criterion whose values do not fit both scales is not common: %s', (reason, old, was, said, now, is, says) => {
  const keep = asked('k');
  const before = edition([channel('PHONE', [old, keep])], { S1: `a=${said} k=1` }, { a: was });
  const after = edition([channel('PHONE', [now, keep])], { S1: `a=${says} k=1` }, { a: is });
  expect([...comparisonOf(before, after).criteria]).toEqual([
    ['a', reason],
    ['k', null],
  ]);
  expect(split(before, after).parts?.likeForLike.toFraction()).toBe('0');
});

test('a scale that became stricter is the grid, not the service', () => {
  const nature = { a: { kind: 'DURATION', unit: 'DAYS', delay: null } } as const;
  const before = edition([channel('EMAIL', [asked('a', '1', { scale: linear('10') })])], { S1: 'a=5' }, nature);
  const after = edition([channel('EMAIL', [asked('a', '1', { scale: linear('20') })])], { S1: 'a=5' }, nature);
  expect(told(split(before, after))).toEqual(['-25', '0', '-25', '0', '0']);
});

test('breaks say what became of each criterion, and which series they reach', () => {
  const before = edition(
    [
      channel('PHONE', [asked('a'), asked('b'), asked('c')]),
      channel('EMAIL', [asked('e')]),
      channel('LETTER', [asked('l')]),
    ],
    {},
  );
  const after = edition(
    [
      channel('PHONE', [
        asked('a', '1.0'),
        asked('b', '2', { absences: { ...absences, REFUSED: 'EXCLUDE' } }),
        asked('d'),
      ]),
      channel('EMAIL', [asked('e')]),
      channel('LETTER', [asked('l')], { weight: '4' }),
    ],
    {},
  );
  const { criteria, channels, broken } = breaksBetween(before, after);
  expect(Object.fromEntries(criteria.map(({ code, changes }) => [code, changes.join(' ')]))).toEqual({
    ...{ a: '', b: 'WEIGHT_CHANGED POLICY_CHANGED', c: 'REMOVED', d: 'ADDED', e: '', l: '' },
  });
  expect(channels.map((each) => [each.code, each.broken, each.changes.join()])).toEqual([
    ['PHONE', true, ''],
    ['EMAIL', false, ''],
    ['LETTER', false, 'WEIGHT_CHANGED'],
  ]);
  expect(broken).toBe(true);
});

test('what never counts breaks no series', () => {
  const optional = (code: string) => channel('RECEPTION', [asked(code)], { optional: true });
  const before = edition([channel('PHONE', [asked('a'), asked('i', '0')]), optional('r')], {});
  const after = edition([channel('PHONE', [asked('a'), asked('j', '0.0')]), optional('s')], {});
  const breaks = breaksBetween(before, after);
  expect(breaks.broken).toBe(false);
  expect(breaks.channels.map(({ code, broken }) => [code, broken])).toEqual([
    ['PHONE', false],
    ['RECEPTION', true],
  ]);
  const late = { ...after, rules: { ...after.rules, minimumShare: '0.5' } };
  expect(breaksBetween(before, late)).toMatchObject({ broken: true, changes: ['POLICY_CHANGED'] });
});

test('weights of steps reach every channel', () => {
  const steps = (weight: string | null) => ({
    ...edition([channel('PHONE', [asked('a', '1', { step: 'access' })])], {}),
    rules: { channels: [channel('PHONE', [asked('a', '1', { step: 'access' })])], steps: [{ code: 'access', weight }] },
  });
  expect(breaksBetween(steps(null), steps('2'))).toMatchObject({ broken: true, channels: [{ broken: true }] });
  expect(breaksBetween(steps('2'), steps('2.0')).broken).toBe(false);
});
