import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, forecastOf } from '../../server/cockpit/forecast.rules.ts';

describe('when fieldwork would end', () => {
  test.each([
    ['twenty-eight left at two a day', 28, 28, '2022-06-15'],
    ['one left at one a fortnight', 1, 1, '2022-06-15'],
    ['one left at fourteen a fortnight, tomorrow', 1, 14, '2022-06-02'],
    ['a day begun counts whole', 15, 14, '2022-06-16'],
  ])('%s', (_, remaining, recent, endsOn) => {
    expect(forecastOf(remaining, recent, '2022-06-01')).toEqual({ remaining, recent, endsOn });
  });

  test('is not told when nothing remains, nor when nothing was sent of late', () => {
    expect(forecastOf(0, 10, '2022-06-01').endsOn).toBeNull();
    expect(forecastOf(10, 0, '2022-06-01').endsOn).toBeNull();
  });

  test('is never brought forward by more work left, nor put off by a faster pace', () => {
    const counts = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(counts, counts, counts, (remaining, recent, more) => {
        const [now, later, sooner] = [
          forecastOf(remaining, recent, '2022-06-01').endsOn ?? '',
          forecastOf(remaining + more, recent, '2022-06-01').endsOn ?? '',
          forecastOf(remaining, recent + more, '2022-06-01').endsOn ?? '',
        ];
        expect(later >= now && sooner <= now).toBe(true);
      }),
    );
  });

  test('days are counted over months, years and leap days', () => {
    expect([dayAfter('2024-02-28', 2), dayAfter('2023-12-31', 1), dayAfter('2022-03-01', -1)]).toEqual([
      ...['2024-03-01', '2024-01-01', '2022-02-28'],
    ]);
  });
});
