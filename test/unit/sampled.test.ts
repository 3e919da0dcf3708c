import { describe, expect, test } from 'vitest';
import { sampledOf } from '../../server/ranking/samples.ts';
import type { ChannelRule } from '../../server/score/channel.rules.ts';
import type { CriterionRule, Finding } from '../../server/score/measure.rules.ts';
import { scoreOf } from '../../server/score/score.rules.ts';
import type { SampledChannel } from '../../server/uncertainty/sample.rules.ts';

const absences = { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'ZERO' } as const;
const criterion = (code: string, weight: string, more: Partial<CriterionRule> = {}): CriterionRule => ({
  ...{ code, weight, absences, scale: { type: 'LINEAR', zeroAt: '0', oneAt: '100' } },
  ...more,
});
const [clarity, tone] = [criterion('clarity', '2'), criterion('tone', '1')];
const phone: ChannelRule = { code: 'phone', weight: '3', optional: false, criteria: [clarity, tone] };
const letter: ChannelRule = { ...phone, code: 'letter', weight: '1', criteria: [criterion('stamp', '1')] };

/** "clarity=80 tone=NOT_OBSERVED": what one test found. */
const testOf = (text: string): ReadonlyMap<string, Finding> =>
  new Map(
    text.split(' ').map((each) => {
      const [code = '', said = ''] = each.split('=');
      const absence = /^[A-Z]/.test(said) ? (said as Finding['absence']) : null;
      return [code, { criterion: code, value: absence ? null : said, absence }];
    }),
  );

/** One structure as the study sees it, from its tests on each channel. */
function seen(channels: readonly ChannelRule[], said: Readonly<Record<string, readonly string[]>>): SampledChannel[] {
  const tests = new Map(Object.entries(said).map(([channel, all]) => [channel, all.map(testOf)]));
  const findings = [...tests.values()].flat().flatMap((each) => [...each.values()]);
  const enrolled = { id: 'e', reference: 'E', categoryId: 'c', category: 'towns' };
  const rules = { channels };
  return sampledOf(rules, { enrolled, ...scoreOf(rules, findings) }, new Map([['e', tests]])).channels.slice();
}

describe('what one test does to the score of its channel', () => {
  // (2×80 + 50)/3 = 70 and (2×40 + 20)/3 = 100/3; the channel is their mean, 155/3.
  test('is its own score less the mean, when every test marks every criterion', () => {
    const [channel] = seen([phone], { phone: ['clarity=80 tone=50', 'clarity=40 tone=20'] });
    expect(channel?.score).toBeCloseTo(155 / 3, 12);
    expect(channel?.tests[0]).toBeCloseTo(70 - 155 / 3, 12);
    expect(channel?.tests[1]).toBeCloseTo(100 / 3 - 155 / 3, 12);
  });

  // Clarity is (80 + 40 + 30)/3 = 50, tone (50 + 20)/2 = 35.
  //   3 × (2/3 × 30/3 + 1/3 × 15/2) = 55/2;  3 × (−2/3 × 10/3 − 1/3 × 15/2) = −85/6;  −3 × 2/3 × 20/3 = −40/3
  test('is shared over fewer marks where a test saw nothing, and still adds up to 0', () => {
    const [channel] = seen([phone], {
      phone: ['clarity=80 tone=50', 'clarity=40 tone=20', 'clarity=30 tone=NOT_OBSERVED'],
    });
    expect(channel?.tests[0]).toBeCloseTo(55 / 2, 12);
    expect(channel?.tests[1]).toBeCloseTo(-85 / 6, 12);
    expect(channel?.tests[2]).toBeCloseTo(-40 / 3, 12);
    expect(channel?.tests.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 12);
  });

  // A refusal earns 0: clarity is (80 + 0)/2 = 40.
  test('counts a refusal as the 0 that it earns', () => {
    const [channel] = seen([phone], { phone: ['clarity=80', 'clarity=REFUSED'] });
    expect(channel?.tests).toEqual([40, -40]);
  });

  // Full marks bring 2×20/1 = 40 points over a mean of 50, cut to 10: one test more or less changes nothing.
  test('leaves out a bonus that its cap cuts', () => {
    const prize = criterion('prize', '20', { bonus: true });
    const capped = { ...phone, criteria: [clarity, prize], bonusCap: '10' };
    const [channel] = seen([capped], { phone: ['clarity=60 prize=100', 'clarity=40 prize=0'] });
    expect(channel).toMatchObject({ score: 60, bonus: 10, tests: [10, -10] });
    expect(channel?.criteria.map(({ code }) => code)).toEqual(['clarity']);
  });
});

describe('a channel without a test', () => {
  test('that counts as 0 or as a floor is kept, and never varies', () => {
    for (const [whenAbsent, floor, score] of [
      ['ZERO', null, 0],
      ['FLOOR', '25', 25],
    ] as const) {
      const [, absent] = seen([phone, { ...letter, whenAbsent, floor }], { phone: ['clarity=80 tone=50'] });
      expect(absent).toEqual({ code: 'letter', weight: 1, score, tests: [], criteria: [], bonus: 0 });
    }
  });

  test('whose weight the others share is left out', () => {
    const codes = seen([phone, letter], { phone: ['clarity=80 tone=50'] }).map(({ code }) => code);
    expect(codes).toEqual(['phone']);
  });
});

test('an optional channel is left out, unless it is compared', () => {
  const said = { phone: ['clarity=80 tone=50'], letter: ['stamp=10'] };
  expect(seen([phone, { ...letter, optional: true }], said).map(({ code }) => code)).toEqual(['phone']);
  const compared = { ...letter, optional: true, compared: true };
  expect(seen([phone, compared], said).map(({ code }) => code)).toEqual(['phone', 'letter']);
});
