import { describe, expect, test } from 'vitest';
import type { ChannelRule } from '../../server/score/channel.rules.ts';
import { rounded } from '../../server/score/exact.rules.ts';
import type { CriterionRule, Finding } from '../../server/score/measure.rules.ts';
import { underPolicy } from '../../server/score/policy.rules.ts';
import { type Rules, scoreOf } from '../../server/score/score.rules.ts';

/** Worked examples that a statistician checks by hand: each states its arithmetic. */
const absences = { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'ZERO' } as const;
const criterion = (code: string, weight: string, more: Partial<CriterionRule> = {}): CriterionRule => ({
  ...{ code, weight, absences, scale: { type: 'LINEAR', zeroAt: '0', oneAt: '100' } },
  ...more,
});
const channel = (code: string, weight: string, criteria: CriterionRule[], more: Partial<ChannelRule> = {}) => ({
  ...{ code, weight, optional: false, criteria },
  ...more,
});
/** "a=80 b=NOT_OFFERED a=60": what was found, test after test. */
const found = (text: string): Finding[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((each) => {
      const [criterion = '', said = ''] = each.split('=');
      const absent = /^[A-Z]/.test(said);
      return { criterion, value: absent ? null : said, absence: absent ? (said as Finding['absence']) : null };
    });
const overall = (rules: Rules, text: string) => scoreOf(rules, found(text)).score?.toFraction() ?? null;
const [a, b, c] = [criterion('a', '2'), criterion('b', '1'), criterion('c', '1')];
const phone = channel('phone', '3', [a, b]);
const email = channel('email', '1', [c]);

test.each<[string, Rules, string, string | null]>([
  ['(2×80 + 1×50) / 3', { channels: [phone] }, 'a=80 b=50', '70'],
  ['(3×70 + 1×30) / 4', { channels: [phone, email] }, 'a=80 b=50 c=30', '60'],
  ['the mean of 80, 60 and 10, then (2×50 + 1×50) / 3', { channels: [phone] }, 'a=80 a=60 a=10 b=50', '50'],
  ['a alone: b does not apply', { channels: [phone] }, 'a=80 b=NOT_APPLICABLE', '80'],
  ['(2×80 + 1×0) / 3: b is not offered', { channels: [phone] }, 'a=80 b=NOT_OFFERED', '160/3'],
  ['(80 + 0) / 2 = 40, then (2×40 + 1×50) / 3', { channels: [phone] }, 'a=80 a=REFUSED b=50', '130/3'],
  ['a = 80: one test saw nothing, and leaves the mean', { channels: [phone] }, 'a=80 a=NOT_OBSERVED b=80', '80'],
  [
    'a criterion of weight 0 informs and does not count',
    { channels: [channel('x', '1', [a, criterion('i', '0')])] },
    'a=80 i=0',
    '80',
  ],
])('%s', (_, rules, findings, score) => {
  expect(overall(rules, findings)).toBe(score);
});

test('a published composite index comes out as it was published', () => {
  // UNDP, Human Development Report 2007/2008, technical note 1: Turkey, 0.775. The logarithm of income is not ours to take.
  const line = (zeroAt: string, oneAt: string) => ({ scale: { type: 'LINEAR', zeroAt, oneAt } }) as const;
  const life = channel('life', '1', [criterion('expectancy', '1', line('25', '85'))]);
  const knowledge = channel('knowledge', '1', [criterion('literacy', '2'), criterion('enrolment', '1')]);
  const income = channel('income', '1', [criterion('index', '1', line('0', '1'))]);
  const turkey = found('expectancy=71.4 literacy=87.4 enrolment=68.7 index=0.740');
  const { score, channels } = scoreOf({ channels: [life, knowledge, income] }, turkey);
  expect(channels.map(({ score }) => score && rounded(score.div(100), 3))).toEqual(['0.773', '0.812', '0.740']);
  expect(score && rounded(score.div(100), 3)).toBe('0.775');
});

describe('policies of absence', () => {
  const rules = { channels: [phone, email] };
  test.each<[string, Parameters<typeof underPolicy>[1], string | null]>([
    ['the telephone alone: 70', { channels: [{ code: 'email', whenAbsent: 'RENORMALISE' }] }, '70'],
    ['(3×70 + 1×0) / 4', { channels: [{ code: 'email', whenAbsent: 'ZERO' }] }, '105/2'],
    ['(3×70 + 1×20) / 4', { channels: [{ code: 'email', whenAbsent: 'FLOOR', floor: '20' }] }, '115/2'],
    ['out of the ranking', { channels: [{ code: 'email', whenAbsent: 'EXCLUDE' }] }, null],
  ])('without an e-mail test: %s', (_, policy, score) => {
    expect(overall(underPolicy(rules, policy), 'a=80 b=50')).toBe(score);
  });

  test.each<[string, Parameters<typeof underPolicy>[1], string | null]>([
    ['(2×80 + 1×0) / 3', { absences: { NOT_OBSERVED: 'ZERO' } }, '160/3'],
    ['(2×80 + 1×20) / 3', { absences: { NOT_OBSERVED: 'FLOOR' }, floor: '20' }, '60'],
    ['a alone', {}, '80'],
    ['out of the ranking', { absences: { NOT_OBSERVED: 'EXCLUDE' } }, null],
  ])('with b not observed: %s', (_, policy, score) => {
    expect(overall(underPolicy({ channels: [phone] }, policy), 'a=80 b=NOT_OBSERVED')).toBe(score);
  });

  test('not applicable leaves the denominator under every policy', () => {
    for (const whenAbsent of ['ZERO', 'FLOOR', 'EXCLUDE', 'RENORMALISE'] as const) {
      const under = underPolicy(rules, {
        channels: [{ code: 'email', whenAbsent, floor: '20' }],
        absences: { NOT_OFFERED: whenAbsent, NOT_OBSERVED: whenAbsent, REFUSED: whenAbsent },
        floor: '20',
      });
      expect(overall(under, 'a=80 b=NOT_APPLICABLE c=NOT_APPLICABLE'), whenAbsent).toBe('80');
    }
  });

  test('nobody is given a zero, or a floor, without having been tested', () => {
    for (const whenAbsent of ['ZERO', 'FLOOR', 'EXCLUDE'] as const) {
      const both = ['phone', 'email'].map((code) => ({ code, whenAbsent, floor: '20' }));
      expect(scoreOf(underPolicy(rules, { channels: both }), [])).toMatchObject({ score: null, exclusion: null });
    }
  });

  test('an excluded structure is told which channel or criterion excluded it', () => {
    const byChannel = underPolicy(rules, { channels: [{ code: 'email', whenAbsent: 'EXCLUDE' }] });
    expect(scoreOf(byChannel, found('a=80')).exclusion).toEqual({ reason: 'CHANNEL', code: 'email' });
    const byCriterion = underPolicy(rules, { absences: { REFUSED: 'EXCLUDE' } });
    expect(scoreOf(byCriterion, found('a=80 b=REFUSED c=1')).exclusion).toEqual({
      ...{ reason: 'ABSENCE', code: 'b', absence: 'REFUSED' },
    });
  });
});

describe('a minimum share of data', () => {
  // The telephone weighs 3 of 4; a is 2 of 3 of it: a alone is (3×2/3 + 1×0) / 4 = 1/2 of the grid.
  const rules = (minimumShare: string) => ({ channels: [phone, email], minimumShare });

  test('half of the weight of the grid is enough for a half, and not for more', () => {
    expect(scoreOf(rules('0.5'), found('a=80')).share.toFraction()).toBe('1/2');
    expect(overall(rules('0.5'), 'a=80')).toBe('80');
    expect(overall(rules('0.5001'), 'a=80')).toBeNull();
    expect(scoreOf(rules('0.6'), found('a=80')).exclusion).toMatchObject({ reason: 'TOO_LITTLE_DATA' });
  });

  test('what does not apply is not missing', () => {
    expect(scoreOf(rules('1'), found('a=80 b=NOT_APPLICABLE c=NOT_APPLICABLE')).share.toFraction()).toBe('1');
  });

  test('a zero given by a policy is not data', () => {
    expect(scoreOf(rules('0'), found('a=80 b=REFUSED c=REFUSED')).share.toFraction()).toBe('1/2');
  });
});

describe('bonus criteria', () => {
  const bonus = criterion('z', '1', { bonus: true });
  const rules = (more: Partial<ChannelRule> = {}) => ({ channels: [channel('phone', '1', [a, b, bonus], more)] });

  test.each<[string, Partial<ChannelRule>, string, string, [string, string]]>([
    ['70 + 1×30 / 3', {}, 'a=80 b=50 z=30', '80', ['10', '0']],
    ['what is not earned takes nothing', {}, 'a=80 b=50 z=0', '70', ['0', '0']],
    ['absent, it takes nothing either', {}, 'a=80 b=50 z=NOT_OFFERED', '70', ['0', '0']],
    ['no more than its cap of 4', { bonusCap: '4' }, 'a=80 b=50 z=30', '74', ['4', '6']],
    ['no more than 100 in all', {}, 'a=100 b=70 z=60', '100', ['10', '10']],
  ])('%s', (_, more, findings, score, [added, capped]) => {
    const scored = scoreOf(rules(more), found(findings));
    expect(scored.score?.toFraction()).toBe(score);
    const [only] = scored.channels;
    expect([only?.bonus.toFraction(), only?.capped.toFraction()]).toEqual([added, capped]);
  });

  test('alone, they make no score', () => {
    expect(overall(rules(), 'z=100')).toBeNull();
  });
});

describe('weighed steps', () => {
  const at = (code: string, weight: string, step: string) => criterion(code, weight, { step });
  const steps = [
    { code: 'access', weight: '1' },
    { code: 'answer', weight: '3' },
  ];
  const rules = {
    steps,
    channels: [channel('phone', '1', [at('a', '2', 'access'), at('b', '1', 'access'), at('c', '5', 'answer')])],
  };

  test.each<[string, string, string]>([
    ['(1×70 + 3×30) / 4', 'a=80 b=50 c=30', '40'],
    ['(1×80 + 3×30) / 4: the step keeps its weight with one criterion less', 'a=80 b=NOT_APPLICABLE c=30', '85/2'],
    ['70: a step without a score leaves', 'a=80 b=50 c=NOT_APPLICABLE', '70'],
  ])('%s', (_, findings, score) => {
    expect(overall(rules, findings)).toBe(score);
  });

  test('steps without weights change nothing: criteria weigh by themselves', () => {
    const plain = { ...rules, steps: steps.map(({ code }) => ({ code, weight: null })) };
    // (2×80 + 1×50 + 5×30) / 8
    expect(overall(plain, 'a=80 b=50 c=30')).toBe('45');
  });
});

describe('an optional channel', () => {
  const reception = (compared: boolean) => channel('reception', '1', [c], { optional: true, compared });

  test('never enters the overall score, unless the policy says so', () => {
    expect(overall({ channels: [phone, reception(false)] }, 'a=80 b=50 c=30')).toBe('70');
    expect(overall({ channels: [phone, reception(true)] }, 'a=80 b=50 c=30')).toBe('60');
  });

  test('excludes nobody while it is not compared', () => {
    const rules = { channels: [phone, { ...reception(false), whenAbsent: 'EXCLUDE' as const }] };
    expect(overall(rules, 'a=80 b=50')).toBe('70');
  });
});

describe('knock-outs', () => {
  const rules = {
    channels: [channel('phone', '1', [criterion('a', '2', { minimum: '60' }), b], { minimum: '70' }), email],
  };
  const knockedOut = (text: string) =>
    scoreOf(rules, found(text)).knockOuts.map(({ scope, code, score }) => `${scope} ${code} ${score.toFraction()}`);

  test('a score exactly at its threshold passes', () => {
    expect(knockedOut('a=60 b=90')).toEqual([]);
  });

  test('under it, the structure keeps its score and cannot receive the award', () => {
    expect(knockedOut('a=59 b=100')).toEqual(['CRITERION a 59']);
    expect(knockedOut('a=59.9 b=90')).toEqual(['CRITERION a 599/10', 'CHANNEL phone 1049/15']);
    expect(overall(rules, 'a=59 b=100')).toBe('218/3');
  });

  test('what was not scored knocks nobody out', () => {
    expect(knockedOut('c=10')).toEqual([]);
  });
});
