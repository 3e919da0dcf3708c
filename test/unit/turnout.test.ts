import { describe, expect, test } from 'vitest';
import { strength } from '../../admin/kernel/FranceMap.tsx';
import { rangeOf, shadeOf } from '../../admin/turnout/shade.ts';
import { progressOf, undatedIn } from '../../server/turnout/turnout.rules.ts';

const registration = (from: string, to: string, byDay: Record<string, number>) => ({
  ...{ from, to, byDay: new Map(Object.entries(byDay)) },
});
const in2022 = registration('2022-02-07', '2022-02-10', { '2022-02-07': 2, '2022-02-09': 3, '2022-02-20': 1 });
const in2021 = registration('2021-03-27', '2021-04-01', { '2021-03-26': 4, '2021-03-27': 1, '2021-04-01': 6 });

describe('enrolments day by day', () => {
  test('add up from the first day of registration, each edition from its own', () => {
    expect(progressOf(in2022, in2021, '2022-12-31')).toEqual([
      { day: 0, on: '2022-02-07', enrolled: 2, before: 1 },
      { day: 1, on: '2022-02-08', enrolled: 2, before: 1 },
      { day: 2, on: '2022-02-09', enrolled: 5, before: 1 },
      { day: 3, on: '2022-02-10', enrolled: 5, before: 1 },
      { day: 4, on: '2022-02-11', enrolled: 5, before: 1 },
      { day: 5, on: '2022-02-12', enrolled: 5, before: 7 },
    ]);
  });

  test('have no figure for a day that has not come, while the edition before has all of its own', () => {
    const days = progressOf(in2022, in2021, '2022-02-08');
    expect(days.map(({ enrolled }) => enrolled)).toEqual([2, 2, null, null, null, null]);
    expect(days.at(-1)?.before).toBe(7);
  });

  test('stand alone without an edition before', () => {
    expect(progressOf(in2022, null, '2022-12-31').map(({ before }) => before)).toEqual([null, null, null, null]);
  });

  test('leave aside what was recorded before the first day or after the last, and say how many that is', () => {
    expect(undatedIn(in2022, 6)).toBe(1);
    expect(undatedIn(in2021, 11)).toBe(4);
  });
});

describe('the shades of the map', () => {
  const with_ = (enrolled: number, share: number | null) =>
    ({
      ...{ code: '67', name: 'Bas-Rhin', before: 0, registered: 0, population: 1, covered: 0 },
      enrolled,
      share,
    }) as const;

  test('are lightest where nobody takes part, and there only', () => {
    expect(shadeOf('enrolled', with_(0, null))).toBe(0);
    expect(shadeOf('enrolled', undefined)).toBe(0);
    expect(shadeOf('enrolled', with_(1, null))).toBe(1);
    expect(shadeOf('share', with_(0, 0.0001))).toBe(1);
  });

  test('never lighten as the figure grows, up to the darkest', () => {
    const counts = Array.from({ length: 60 }, (_, enrolled) => shadeOf('enrolled', with_(enrolled, null)));
    const shares = Array.from({ length: 101 }, (_, percent) => shadeOf('share', with_(1, percent / 100)));
    for (const shades of [counts, shares]) {
      expect(shades).toEqual(shades.toSorted((a, b) => a - b));
      expect(new Set(shades).size).toBe(strength.length);
    }
  });

  test('have ranges in the legend that leave no count out and share none', () => {
    for (let enrolled = 0; enrolled < 60; enrolled += 1) {
      const within = strength.flatMap((_, shade) => {
        const [from, to] = rangeOf('enrolled', shade);
        return enrolled >= from && enrolled <= (to ?? Number.POSITIVE_INFINITY) ? [shade] : [];
      });
      expect(within, `${enrolled}`).toEqual([shadeOf('enrolled', with_(enrolled, null))]);
    }
  });
});
