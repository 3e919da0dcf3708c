import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { type ChannelRule, channelScoreOf } from '../../server/score/channel.rules.ts';
import { type Absence, type CriterionRule, tallyOf } from '../../server/score/measure.rules.ts';

/** Worked examples of one channel, its scores on 100: each states its arithmetic. */
const absences = { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'ZERO' } as const;
const criterion = (code: string, weight: string, more: Partial<CriterionRule> = {}): CriterionRule => ({
  ...{ code, weight, absences, scale: { type: 'LINEAR', zeroAt: '0', oneAt: '100' } },
  ...more,
});
const channel = (criteria: CriterionRule[], more: Partial<ChannelRule> = {}): ChannelRule => ({
  ...{ code: 'phone', weight: '1', optional: false, criteria },
  ...more,
});
/** Scores a channel from "a=80 b=REFUSED", every number written as a fraction. */
function scored(rule: ChannelRule, text: string, steps: Record<string, string> | null = null) {
  const weights = steps && new Map(Object.entries(steps).map(([code, weight]) => [code, new Fraction(weight)]));
  const findings = text.split(' ').map((each) => {
    const [criterion = '', said = ''] = each.split('=');
    const absent = /^[A-Z]/.test(said);
    return { criterion, value: absent ? null : said, absence: absent ? (said as Absence) : null };
  });
  const of = (each: CriterionRule) => findings.filter(({ criterion }) => criterion === each.code);
  const { score, earned, bonus, capped, counted, outcome, base, share, effects } = channelScoreOf(
    rule,
    (each) => tallyOf(each, of(each)),
    weights,
  );
  const [exactScore, exactEarned, exactCounted, exactShare] = [score, earned, counted, share].map(
    (each) => each?.toFraction() ?? null,
  );
  return {
    ...{ score: exactScore, earned: exactEarned, counted: exactCounted, share: exactShare, outcome, base },
    ...{ bonus: bonus.toFraction(), capped: capped.toFraction(), effects: effects.map((each) => each.toFraction()) },
  };
}
const [a, b] = [criterion('a', '2'), criterion('b', '1')];
const z = criterion('z', '1', { bonus: true });

describe('a bonus', () => {
  test.each<[string, Partial<ChannelRule>, { score: string; bonus: string; capped: string }]>([
    ['70 + 1×30 / 3', {}, { score: '80', bonus: '10', capped: '0' }],
    ['a cap above it takes nothing off', { bonusCap: '11' }, { score: '80', bonus: '10', capped: '0' }],
    ['a cap equal to it takes nothing off', { bonusCap: '10' }, { score: '80', bonus: '10', capped: '0' }],
    ['a cap of 0 takes it all', { bonusCap: '0' }, { score: '70', bonus: '0', capped: '10' }],
  ])('%s', (_, more, expected) => {
    expect(scored(channel([a, b, z], more), 'a=80 b=50 z=30')).toMatchObject({ earned: '70', ...expected });
  });

  test('is no part of what could be earned, nor of the share of data', () => {
    const { effects, share } = scored(channel([a, b, z]), 'a=80 b=50 z=30');
    expect([effects, share]).toEqual([['2/3', '1/3', '1/3'], '1']);
    expect(scored(channel([a, b, z]), 'a=80').share).toBe('2/3');
  });

  test('alone is no score, and rests on nothing', () => {
    expect(scored(channel([a, b, z]), 'z=30')).toEqual({
      ...{ score: null, earned: null, counted: null, share: '0', outcome: 'RENORMALISED', base: 0 },
      ...{ bonus: '0', capped: '0', effects: ['0', '0', '0'] },
    });
  });
});

describe('what is missing', () => {
  test('a channel rests on as many findings as its criteria count', () => {
    expect(scored(channel([a, b]), 'a=80 a=60 b=REFUSED b=NOT_OBSERVED').base).toBe(3);
  });

  // The same channel twice: what is missing for one structure says nothing of the next.
  test('each structure misses its own criterion: the one without a, then the one without b', () => {
    const rule = channel([a, b]);
    expect(scored(rule, 'a=NOT_OBSERVED b=50')).toMatchObject({ score: '50', share: '1/3', effects: ['0', '1'] });
    expect(scored(rule, 'a=80 b=NOT_OBSERVED')).toMatchObject({ score: '80', share: '2/3', effects: ['1', '0'] });
  });

  test('each structure refuses its own criterion: a zero counts, and is not data', () => {
    const rule = channel([a, b]);
    expect(scored(rule, 'a=REFUSED b=60')).toMatchObject({ score: '20', share: '1/3', effects: ['2/3', '1/3'] });
    expect(scored(rule, 'a=60 b=REFUSED')).toMatchObject({ score: '40', share: '2/3', effects: ['2/3', '1/3'] });
  });

  test.each<[string, Partial<ChannelRule>, string, [outcome: string, counted: string | null]]>([
    ['leaves the score to the others by default', {}, 'a=NOT_OBSERVED', ['RENORMALISED', null]],
    ['or because its policy says so', { whenAbsent: 'RENORMALISE' }, 'x=1', ['RENORMALISED', null]],
    ['counts as zero', { whenAbsent: 'ZERO' }, 'x=1', ['ZERO', '0']],
    ['counts as its floor', { whenAbsent: 'FLOOR', floor: '12.5' }, 'x=1', ['FLOOR', '25/2']],
    ['counts as zero with a floor left out', { whenAbsent: 'FLOOR' }, 'x=1', ['FLOOR', '0']],
    ['takes the structure out', { whenAbsent: 'EXCLUDE' }, 'x=1', ['EXCLUDED', null]],
    [
      'is not held against whom it does not concern',
      { whenAbsent: 'ZERO' },
      'a=NOT_APPLICABLE',
      [...(['NOT_APPLICABLE', null] as const)],
    ],
    ['is not looked at when not compared', { optional: true, whenAbsent: 'ZERO' }, 'x=1', ['NOT_COMPARED', null]],
    [
      'matters when an optional channel is compared',
      { optional: true, compared: true, whenAbsent: 'ZERO' },
      'x=1',
      [...(['ZERO', '0'] as const)],
    ],
  ])('a channel without a score %s', (_, more, text, expected) => {
    const { score, outcome, counted } = scored(channel([a], more), text);
    expect([score, outcome, counted]).toEqual([null, ...expected]);
  });
});

describe('weighed steps', () => {
  const at = (code: string, weight: string, step?: string, more = {}) => criterion(code, weight, { step, ...more });
  const rule = channel([
    at('a', '2', 'access'),
    at('b', '2', 'access'),
    at('c', '4', 'answer'),
    at('z', '1', 'answer', { bonus: true }),
  ]);
  const steps = { access: '1', answer: '3' };

  test.each<[string, string, string, string[]]>([
    ['(1×60 + 3×20) / 4', 'a=80 b=40 c=20', '30', ['1/8', '1/8', '3/4', '0']],
    ['a step without a score leaves', 'a=80 b=40', '60', ['1/2', '1/2', '0', '0']],
    [
      'a bonus weighs 1 of 8 whatever its step: 30 + 1×80 / 8',
      'a=80 b=40 c=20 z=80',
      '40',
      ['1/8', '1/8', '3/4', '1/8'],
    ],
  ])('%s', (_, text, score, effects) => {
    expect(scored(rule, text, steps)).toMatchObject({ score, effects });
  });

  test('the same channel weighs by its criteria in one edition and by its steps in the next', () => {
    const own = channel([at('a', '1', 'access'), at('c', '1', 'answer')]);
    expect(scored(own, 'a=80 c=20').score).toBe('50');
    expect(scored(own, 'a=80 c=20', steps).score).toBe('35');
    expect(scored(own, 'a=80 c=20').score).toBe('50');
  });

  test('a criterion outside every step has no part', () => {
    const loose = channel([at('a', '1', 'access'), at('b', '5')]);
    expect(scored(loose, 'a=80 b=10', steps)).toMatchObject({ score: '80', effects: ['1', '0'] });
  });

  test('without a live step that weighs, nothing is earned', () => {
    expect(scored(rule, 'a=80 b=40', { access: '0', answer: '3' })).toMatchObject({ score: null, base: 0 });
  });
});
