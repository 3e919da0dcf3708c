import { describe, expect, test } from 'vitest';
import type { Curve, Grid } from '../../admin/delay/delay.graphql.ts';
import { answeredBelow, isTheShare, linesThatMove, timedIn } from '../../admin/delay/timed.ts';
import { formatOf } from '../../admin/kernel/format.ts';
import { curveOf } from '../../server/delay/curve.rules.ts';
import type { DelayCount } from '../../server/delay/delay.rules.ts';
import { rounded } from '../../server/score/exact.rules.ts';

/** What the page is given for some delays; a negative number is a request lost sight of after so many days. */
function curve(...days: number[]): Curve {
  const delays = days.map((day) => (day < 0 ? { censoredAt: String(-day) } : { value: String(day) }));
  const answered = days.filter((day) => day >= 0).length;
  return {
    ...{ group: null, label: null, base: days.length, answered, unanswered: days.length - answered },
    lines: curveOf(delays).map(({ share, estimate, ...line }) => ({
      ...{ ...line, share: rounded(share, 6), estimate: rounded(estimate, 6) },
    })),
  };
}

describe('a curve of answers on its page', () => {
  test('is read at a bound: "in under 10 days" leaves out the tenth', () => {
    const answers = curve(0, 3, 9, 10, -140);
    expect([1, 3, 10, 10.5, 11, 999].map((bound) => answeredBelow(answers, bound))).toEqual([1, 1, 3, 4, 4, 4]);
    expect(answeredBelow(curve(), 10)).toBe(0);
  });

  test('stops where nothing moves any more, and no sooner than the bounds of the scale', () => {
    const last = (bounds: number[]) => linesThatMove(curve(0, 3, -140), bounds).at(-1)?.day;
    expect(last([])).toBe(3);
    expect(last([2, 15])).toBe(15);
    expect(linesThatMove(curve(-2), [])).toHaveLength(1);
  });

  test('says when its estimate adds nothing', () => {
    expect(isTheShare(curve(0, 3, -140))).toBe(true);
    expect(isTheShare(curve(0, 3, -1))).toBe(false);
  });
});

describe('the criteria of the page', () => {
  const criterion = (code: string, count: DelayCount | null, below: string[]) => ({
    ...{ id: code, code, label: code },
    delay: count && { from: 'SENT' as const, to: 'ANSWERED' as const, count },
    scale: { type: 'STEPS' as const, steps: below.map((bound) => ({ below: bound, points: '1' })), beyond: '0' },
  });
  const grid: Grid = {
    id: '',
    channels: [
      {
        id: '1',
        code: 'EMAIL',
        criteria: [criterion('typed', null, ['2']), criterion('mail', 'WORKING_DAYS', ['5', '10'])],
      },
      {
        id: '2',
        code: 'PHONE',
        criteria: [criterion('seconds', 'SECONDS', ['30']), criterion('other', 'CALENDAR_DAYS', ['3'])],
      },
    ],
    indicators: [
      { id: '1', rule: { type: 'MEAN', criterion: 'mail' } },
      { id: '2', rule: { type: 'SHARE', criteria: ['mail'], passes: { below: '5' } } },
    ],
  };

  test('are those whose delay is derived, in days', () => {
    expect(timedIn(grid).map(({ code, channel }) => `${channel} ${code}`)).toEqual(['EMAIL mail', 'PHONE other']);
  });

  test('are read at the bound of their published figure, or else at the last of their scale', () => {
    expect(timedIn(grid).map(({ published }) => published)).toEqual([5, 3]);
  });
});

test('an hour is told on the clock of the place, not on that of who reads it', () => {
  const { instantIn } = formatOf('fr');
  const plain = (text: string) => text.replace(/\s/g, ' ');
  expect(plain(instantIn('2022-06-30T22:30:00Z', 'Europe/Paris'))).toBe('1ᵉʳ juillet 2022 à 00 h 30');
  expect(plain(instantIn('2022-06-30T22:30:00Z', 'America/Guadeloupe'))).toBe('30 juin 2022 à 18 h 30');
});
