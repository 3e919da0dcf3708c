import { describe, expect, test } from 'vitest';
import { easterOf, holidaysOf, instantsOf, localTimeOf, territoryOf } from '../../server/delay/calendar.rules.ts';
import { curveOf } from '../../server/delay/curve.rules.ts';
import {
  countOf,
  type Delay,
  type DelayCount,
  delayOf,
  type EventKind,
  isInDays,
} from '../../server/delay/delay.rules.ts';

/** Sent and answered at local times of a place; the answer may never come. */
const answer = (
  sent: string,
  answered: string | null,
  count: DelayCount,
  { department = null, closing = null }: { department?: string | null | undefined; closing?: string | null } = {},
): Delay | null => {
  const territory = territoryOf(department);
  const event = (kind: EventKind, local: string) => ({ kind, at: instantsOf(`${local}:00`, territory)[0] ?? '' });
  const events = [event('SENT', sent), ...(answered ? [event('ANSWERED', answered)] : [])];
  return delayOf({ from: 'SENT', to: 'ANSWERED', count }, events, closing, territory);
};

describe('a delay in days', () => {
  test.each<[string, string, string, calendar: number, working: number, department?: string]>([
    ['an answer of the same day', '2022-05-12T00:00', '2022-05-12T23:59', 0, 0],
    ['one minute that crosses midnight', '2022-05-12T23:59', '2022-05-13T00:00', 1, 1],
    ['one minute that crosses midnight in Greenwich alone', '2022-05-12T01:59', '2022-05-12T02:01', 0, 0],
    ['Friday evening to Monday morning', '2022-05-13T18:00', '2022-05-16T08:00', 3, 1],
    ['Saturday to Sunday', '2022-05-14T10:00', '2022-05-15T10:00', 1, 0],
    ['the Friday before 14 July, a Thursday, to the Monday after', '2022-07-08T18:00', '2022-07-18T09:00', 10, 5],
    ['the eve of 14 July to the day after', '2022-07-13T18:00', '2022-07-15T09:00', 2, 1],
    ['over 1 and 8 May 2023, both on a Monday', '2023-04-28T12:00', '2023-05-09T12:00', 11, 5],
    ['over Easter Monday', '2022-04-15T12:00', '2022-04-19T12:00', 4, 1],
    ['over Ascension Day', '2022-05-25T12:00', '2022-05-27T12:00', 2, 1],
    ['over Whit Monday', '2022-06-03T12:00', '2022-06-07T12:00', 4, 1],
    ['over the night of March that lacks an hour', '2022-03-26T23:30', '2022-03-28T00:30', 2, 1],
    ['over the night of October that has one twice', '2022-10-29T23:30', '2022-10-31T00:30', 2, 1],
    ['over Good Friday in Lille', '2022-04-14T12:00', '2022-04-19T12:00', 5, 2, '59'],
    ['over Good Friday in Metz', '2022-04-14T12:00', '2022-04-19T12:00', 5, 1, '57'],
    ['over 26 December in Lyon', '2022-12-23T12:00', '2022-12-27T12:00', 4, 2, '69'],
    ['over 26 December in Strasbourg', '2022-12-23T12:00', '2022-12-27T12:00', 4, 1, '67'],
    ['over the abolition of slavery in Réunion', '2022-12-19T12:00', '2022-12-21T12:00', 2, 1, '974'],
    ['over the abolition of slavery in Guadeloupe', '2022-05-25T12:00', '2022-05-30T12:00', 5, 1, '971'],
  ])('counts %s', (_, sent, answered, calendar, working, department) => {
    expect(answer(sent, answered, 'CALENDAR_DAYS', { department })).toEqual({ value: `${calendar}` });
    expect(answer(sent, answered, 'WORKING_DAYS', { department })).toEqual({ value: `${working}` });
  });

  test.each<[string, string, string, string, string, number]>([
    ['Réunion, where it is already tomorrow', '974', '2022-05-12T18:00:00Z', '2022-05-12T20:30:00Z', '00:30', 1],
    ['Guadeloupe, where it is still today', '971', '2022-05-12T20:00:00Z', '2022-05-13T02:00:00Z', '22:00', 0],
    ['New Caledonia, half a day ahead', '988', '2022-05-12T12:00:00Z', '2022-05-12T14:00:00Z', '01:00', 1],
    ['Polynesia, half a day behind', '987', '2022-05-12T23:00:00Z', '2022-05-13T09:00:00Z', '23:00', 0],
  ])('goes by the clock of %s', (_, department, sent, answered, clock, days) => {
    const territory = territoryOf(department);
    const events = [
      { kind: 'SENT', at: sent },
      { kind: 'ANSWERED', at: answered },
    ] as const;
    expect(localTimeOf(answered, territory).slice(11, 16)).toBe(clock);
    const delay = delayOf({ from: 'SENT', to: 'ANSWERED', count: 'CALENDAR_DAYS' }, events, null, territory);
    expect(delay).toEqual({ value: `${days}` });
  });
});

describe('the closing day', () => {
  const closing = '2022-06-30';
  test('takes an answer of its last minute, and none of the next', () => {
    expect(answer('2022-06-27T10:00', '2022-06-30T23:59', 'WORKING_DAYS', { closing })).toEqual({ value: '3' });
    expect(answer('2022-06-27T10:00', '2022-07-01T00:00', 'WORKING_DAYS', { closing })).toEqual({ censoredAt: '3' });
  });

  test('ends with the clock of the place', () => {
    const late = { closing, department: '988' };
    const events = [
      { kind: 'SENT', at: '2022-06-27T00:00:00Z' },
      { kind: 'ANSWERED', at: '2022-06-30T13:30:00Z' },
    ] as const;
    const rule = { from: 'SENT', to: 'ANSWERED', count: 'CALENDAR_DAYS' } as const;
    expect(delayOf(rule, events, closing, territoryOf(null))).toEqual({ value: '3' });
    expect(delayOf(rule, events, closing, territoryOf(late.department))).toEqual({ censoredAt: '3' });
  });

  test('says how long a request had waited that was never answered', () => {
    expect(answer('2022-06-24T10:00', null, 'CALENDAR_DAYS', { closing })).toEqual({ censoredAt: '6' });
    expect(answer('2022-06-24T10:00', null, 'WORKING_DAYS', { closing })).toEqual({ censoredAt: '4' });
    expect(answer('2022-06-30T23:30', null, 'MINUTES', { closing })).toEqual({ censoredAt: '30' });
    expect(answer('2022-07-02T10:00', null, 'SECONDS', { closing })).toEqual({ censoredAt: '0' });
  });

  test('is the last thing known to happen when an edition has none', () => {
    const events = [
      { kind: 'SENT', at: '2022-06-20T10:00:00Z' },
      { kind: 'ACKNOWLEDGED', at: '2022-06-22T10:00:00Z' },
    ] as const;
    const rule = { from: 'SENT', to: 'ANSWERED', count: 'CALENDAR_DAYS' } as const;
    expect(delayOf(rule, events, null, territoryOf(null))).toEqual({ censoredAt: '2' });
    const again = [...events, { kind: 'ACKNOWLEDGED', at: '2022-06-25T10:00:00Z' } as const];
    expect(delayOf(rule, again, null, territoryOf(null))).toEqual({ censoredAt: '5' });
  });
});

describe('a delay', () => {
  test('in minutes and seconds is time elapsed, the last begun not counted', () => {
    const events = [
      { kind: 'ATTEMPTED', at: '2022-05-12T10:00:00Z' },
      { kind: 'CONNECTED', at: '2022-05-12T10:02:59.900Z' },
    ] as const;
    const over = (count: DelayCount) => delayOf({ from: 'ATTEMPTED', to: 'CONNECTED', count }, events, null, paris);
    expect(over('MINUTES')).toEqual({ value: '2' });
    expect(over('SECONDS')).toEqual({ value: '179' });
    expect(answer('2022-10-30T01:30', '2022-10-30T03:30', 'MINUTES')).toEqual({ value: '180' });
  });

  test('runs from the first sending to the first answer that is not before it', () => {
    const events = [
      { kind: 'SENT', at: '2022-05-16T10:00:00Z' },
      { kind: 'ANSWERED', at: '2022-05-20T10:00:00Z' },
      { kind: 'ANSWERED', at: '2022-05-13T10:00:00Z' },
      { kind: 'SENT', at: '2022-05-12T10:00:00Z' },
      { kind: 'ANSWERED', at: '2022-05-11T10:00:00Z' },
    ] as const;
    const rule = { from: 'SENT', to: 'ANSWERED', count: 'CALENDAR_DAYS' } as const;
    expect(delayOf(rule, events, null, paris)).toEqual({ value: '1' });
    expect([countOf('ANSWERED', events), countOf('SENT', events), countOf('RANG', events)]).toEqual([3, 2, 0]);
  });

  test.each([
    ['CALENDAR_DAYS', true] as const,
    ['WORKING_DAYS', true] as const,
    ['MINUTES', false] as const,
    ['SECONDS', false] as const,
  ])('counted in %s is in days: %s', (count, inDays) => {
    expect(isInDays({ from: 'SENT', to: 'ANSWERED', count })).toBe(inDays);
  });

  test('that nothing began is none', () => {
    const events = [{ kind: 'ANSWERED', at: '2022-05-13T10:00:00Z' }] as const;
    expect(delayOf({ from: 'SENT', to: 'ANSWERED', count: 'MINUTES' }, events, '2022-06-30', paris)).toBeNull();
  });
});

const paris = territoryOf(null);

describe('the calendar', () => {
  test.each([
    ...['2020-04-12', '2021-04-04', '2022-04-17', '2023-04-09', '2024-03-31', '2025-04-20'],
    ...[
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
      '2029-04-01',
      '2030-04-21',
      '2038-04-25',
      '1818-03-22',
      '1981-04-19',
      '2049-04-18',
    ],
  ])('has Easter on %s', (day) => {
    expect(easterOf(Number(day.slice(0, 4)))).toBe(day);
  });

  test('has eleven public holidays', () => {
    expect([...holidaysOf(2022, '75')].sort()).toEqual([
      ...['2022-01-01', '2022-04-18', '2022-05-01', '2022-05-08', '2022-05-26', '2022-06-06'],
      ...['2022-07-14', '2022-08-15', '2022-11-01', '2022-11-11', '2022-12-25'],
    ]);
  });

  test.each([
    ...[['57', '04-15 12-26'] as const, ['67', '04-15 12-26'] as const, ['68', '04-15 12-26'] as const],
    ...[['971', '05-27'] as const, ['972', '05-22'] as const, ['973', '06-10'] as const, ['974', '12-20'] as const],
    ...[['976', '04-27'] as const, ['977', '10-09'] as const, ['978', '05-28'] as const],
    ...[['975', ''] as const, ['2A', ''] as const, ['988', ''] as const],
  ])('adds in %s the days of the place: %s', (department, days) => {
    const added = [...holidaysOf(2022, department)].filter((day) => !holidaysOf(2022, null).has(day));
    expect(added.map((day) => day.slice(5)).join(' ')).toBe(days);
  });

  test('kept the day of Guadeloupe in Saint-Martin until 2017', () => {
    expect([2017, 2018].map((year) => holidaysOf(year, '978').has(`${year}-05-27`))).toEqual([true, false]);
    expect(holidaysOf(2018, '978').has('2018-05-28')).toBe(true);
    expect(holidaysOf(2017, '972').has('2017-05-27')).toBe(false);
  });

  test('has no half past two on the night the clocks go forward, and two when they go back', () => {
    expect(instantsOf('2022-03-27T02:30:00', paris)).toEqual([]);
    expect(instantsOf('2022-10-30T02:30:00', paris)).toEqual(['2022-10-30T00:30:00.000Z', '2022-10-30T01:30:00.000Z']);
    expect(instantsOf('2022-03-27T02:30:00', territoryOf('974'))).toEqual(['2022-03-26T22:30:00.000Z']);
    expect(instantsOf('2022-03-13T02:30:00', territoryOf('975'))).toEqual([]);
  });
});

describe('the curve of answers', () => {
  const said = (delays: readonly Delay[]) =>
    curveOf(delays).map(({ day, answered, waiting, share, estimate }) =>
      [day, answered, waiting, share.toFraction(), estimate.toFraction()].join(' '),
    );

  test('counts silence as no answer, and shows beside it what those still in sight would say', () => {
    const delays = [{ value: '0' }, { value: '2' }, { censoredAt: '1' }, { value: '2' }, { censoredAt: '3' }];
    expect(said(delays)).toEqual(['0 1 5 1/5 1/5', '1 1 4 1/5 1/5', '2 3 3 3/5 11/15', '3 3 1 3/5 11/15']);
  });

  /** Remission times of the 6-MP arm of Freireich et al., Blood 21 (1963), the standard example of the estimate. */
  test('agrees with the published example of the estimate', () => {
    const values = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((value) => ({ value: String(value) }));
    const lost = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((at) => ({ censoredAt: String(at) }));
    const lines = curveOf([...values, ...lost]);
    const survival = [6, 7, 10, 13, 16, 22, 23, 35].map((day) => 1 - Number(lines[day]?.estimate));
    expect(survival.map((share) => share.toFixed(3))).toEqual([
      ...['0.857', '0.807', '0.753', '0.690', '0.627', '0.538', '0.448', '0.448'],
    ]);
    expect(lines[22]?.waiting).toBe(7);
  });

  test('of no request is empty', () => {
    expect(curveOf([])).toEqual([]);
  });
});
