import { describe, expect, test } from 'vitest';
import { channelDetailOf, overallDetailOf } from '../../server/ranking/detail.rules.ts';
import { indicatorOf, placeAll, placesOf, scoreIndicatorOf } from '../../server/ranking/ranking.rules.ts';
import { ONE } from '../../server/score/exact.rules.ts';
import type { IndicatorRule } from '../../server/score/indicator.rules.ts';
import type { CriterionRule, Finding } from '../../server/score/measure.rules.ts';
import { type Rules, scoreOf } from '../../server/score/score.rules.ts';

const absences = { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'ZERO' } as const;
const yesNo = { type: 'YES_NO', yes: '1', no: '0' } as const;
const criterion = (code: string, more: Partial<CriterionRule> = {}): CriterionRule => ({
  ...{ code, weight: '1', absences, scale: { type: 'LINEAR', zeroAt: '0', oneAt: '100' } },
  ...more,
});
/** "answered=1 days=NOT_OBSERVED": what one test found. */
const found = (text: string): Finding[] =>
  text.split(' ').map((each) => {
    const [criterion = '', said = ''] = each.split('=');
    const absent = /^[A-Z]/.test(said);
    return { criterion, value: absent ? null : said, absence: absent ? (said as Finding['absence']) : null };
  });
const entrant = (id: string, category: string, ...tests: string[]) => ({
  ...{ id, category },
  tests: tests.map((text) => new Map(found(text).map((finding) => [finding.criterion, finding]))),
});

// A letter is worth the mean of "answered" and of its delay: 10 days are worth 0, none 100.
const days = criterion('days', { scale: { type: 'LINEAR', zeroAt: '10', oneAt: '0' } });
const rules: Rules = {
  channels: [
    { code: 'letter', weight: '1', optional: false, criteria: [criterion('answered', { scale: yesNo }), days] },
    { code: 'phone', weight: '1', optional: false, criteria: [criterion('greeting', { scale: yesNo })] },
  ],
};
const placed = () =>
  placeAll(rules, [
    entrant('lyon', 'city', 'answered=1 days=4', 'answered=1 days=9'), // (100 + (60 + 10) / 2) / 2 = 67.5
    entrant('brest', 'city', 'answered=0 days=NOT_OBSERVED'), // 0
    entrant('nice', 'city', 'answered=1 days=6.5'), // (100 + 35) / 2 = 67.5
    entrant('caf', 'agency', 'greeting=1'), // 100
    entrant('poste', 'agency'),
  ]);

describe('places', () => {
  test('each structure is placed among its own category, and equals share a place', () => {
    expect(placed().map(({ entrant, score, rank }) => [entrant.id, score?.toFraction() ?? null, rank])).toEqual([
      ['lyon', '135/2', 1],
      ['brest', '0', 3],
      ['nice', '135/2', 1],
      ['caf', '100', 1],
      ['poste', null, null],
    ]);
  });

  test('a structure without a score has no place', () => {
    const scored = [
      { id: 'a', category: 'city', score: null },
      { id: 'b', category: 'city', score: ONE },
    ];
    expect([...placesOf(scored)]).toEqual([['b', 1]]);
  });
});

describe('an indicator of the edition', () => {
  const share = (criteria: string[], passes: 'YES' | { below: string }, answer?: 'ANY' | 'YES'): IndicatorRule => ({
    ...{ type: 'SHARE', criteria, passes },
    ...(answer && { among: { criterion: 'answered', answer } }),
  });
  type Figures = [value: string | null, numerator: string | null, denominator: number, contributors: number];
  test.each<[string, IndicatorRule, Figures]>([
    ['five structures take part', { type: 'STRUCTURES' }, ['5', '5', 5, 5]],
    ['3 letters of 4 are answered, from 3 structures', share(['answered'], 'YES'), ['3/4', '3', 4, 3]],
    ['of 3 delays, 2 are under 9 days: 9 itself is not', share(['days'], { below: '9' }), ['2/3', '2', 3, 2]],
    ['of 4 letters sent, 2 came back under 9 days', share(['days'], { below: '9' }, 'ANY'), ['1/2', '2', 4, 3]],
    ['of 3 letters answered, 2 within 9 days', share(['days'], { below: '9' }, 'YES'), ['2/3', '2', 3, 2]],
    ['a yes to either question is enough', share(['answered', 'greeting'], 'YES'), ['4/5', '4', 5, 4]],
    ['a share of no test is no share', share(['smile'], 'YES'), [null, '0', 0, 0]],
    ['the mean delay is (4 + 9 + 6.5) / 3', { type: 'MEAN', criterion: 'days' }, ['13/2', '39/2', 3, 2]],
    ['a mean of no value is no mean', { type: 'MEAN', criterion: 'smile' }, [null, null, 0, 0]],
    ['letters: (67.5 + 0 + 67.5) / 3', { type: 'CHANNEL_SCORE', channel: 'letter' }, ['45', '135', 3, 3]],
    ['one structure was telephoned', { type: 'CHANNEL_SCORE', channel: 'phone' }, ['100', '100', 1, 1]],
    ['cities: (67.5 + 0 + 67.5) / 3', { type: 'CATEGORY_SCORE', category: 'city' }, ['45', '135', 3, 3]],
    ['one agency of two has a score', { type: 'CATEGORY_SCORE', category: 'agency' }, ['100', '100', 1, 1]],
  ])('%s', (_, rule, figures) => {
    const { value, numerator, denominator, contributors } = indicatorOf(rule, placed());
    expect([value?.toFraction() ?? null, numerator?.toFraction() ?? null, denominator, contributors]).toEqual(figures);
  });

  test('a structure that does not know a channel does not weigh on its mean', () => {
    const scored = [
      { category: 'city', score: ONE, channels: [] },
      { category: 'city', score: ONE, channels: [{ code: 'chat', score: ONE }] },
    ];
    const mean = scoreIndicatorOf({ type: 'CHANNEL_SCORE', channel: 'chat' }, scored);
    expect([mean.value?.toFraction(), mean.contributors]).toEqual(['1', 1]);
  });
});

describe('what a run keeps of a structure', () => {
  // Earned (2×50 + 1×81) / 3 = 181/3; the bonus 30/3 = 10 is cut to 4.
  const [a, b, z] = [
    criterion('a', { weight: '2', minimum: '60' }),
    criterion('b'),
    criterion('z', { bonus: true, absences: { ...absences, REFUSED: 'EXCLUDE' } }),
  ];
  const phone = { code: 'phone', weight: '3', optional: false, minimum: '70', bonusCap: '4', criteria: [a, b, z] };
  const email = { code: 'email', weight: '1', optional: false, criteria: [criterion('c')] };
  const kept = (text: string, rules: Rules = { channels: [phone, email] }) => scoreOf(rules, found(text));

  test('its share of data and the thresholds it fell under, as exact fractions', () => {
    expect(overallDetailOf(kept('a=50 b=81 z=30'))).toEqual({
      share: '3/4',
      exclusion: null,
      knockOuts: [
        { scope: 'CRITERION', code: 'a', minimum: '60', score: '50' },
        { scope: 'CHANNEL', code: 'phone', minimum: '70', score: '193/3' },
      ],
    });
  });

  test('what each channel earned, its bonus and what the cap took off', () => {
    expect(kept('a=50 b=81 z=30').channels.map(channelDetailOf)).toEqual([
      { outcome: 'SCORED', earned: '181/3', bonus: '4', capped: '6', counted: '193/3' },
      { outcome: 'RENORMALISED', earned: null, bonus: '0', capped: '0', counted: null },
    ]);
  });

  test.each<[string, Rules, string, object]>([
    ['an absence', { channels: [phone] }, 'a=90 z=REFUSED', { reason: 'ABSENCE', code: 'z', absence: 'REFUSED' }],
    [
      'a channel without a test',
      { channels: [phone, { ...email, whenAbsent: 'EXCLUDE' }] },
      'a=90',
      { reason: 'CHANNEL', code: 'email', absence: null },
    ],
    [
      'too little data',
      { channels: [phone], minimumShare: '0.7' },
      'a=90',
      { reason: 'TOO_LITTLE_DATA', code: null, absence: null },
    ],
  ])('why it is out of the ranking: %s', (_, rules, text, exclusion) => {
    expect(overallDetailOf(kept(text, rules)).exclusion).toEqual(exclusion);
  });
});
