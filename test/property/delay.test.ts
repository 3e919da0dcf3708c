import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter, instantsOf, localDayOf, localTimeOf, territoryOf } from '../../server/delay/calendar.rules.ts';
import { curveOf } from '../../server/delay/curve.rules.ts';
import { type Delay, type DelayCount, delayOf } from '../../server/delay/delay.rules.ts';

const START = Date.UTC(2020, 0, 1);
const instants = fc.integer({ min: 0, max: 4 * 366 * 86_400 }).map((s) => new Date(START + s * 1000).toISOString());
const territories = fc
  .constantFrom(null, '59', '67', '2A', '971', '972', '973', '974', '975', '976', '977', '978', '986', '987', '988')
  .map(territoryOf);
const days = fc.constantFrom<DelayCount>('CALENDAR_DAYS', 'WORKING_DAYS');
const counts = fc.constantFrom<DelayCount>('CALENDAR_DAYS', 'WORKING_DAYS', 'MINUTES', 'SECONDS');
const inOrder = (...all: string[]) => all.toSorted() as [string, string, string];

const delayIn = (count: DelayCount, sent: string, answered: string, territory = territoryOf(null)): number => {
  const events = [
    { kind: 'SENT', at: sent },
    { kind: 'ANSWERED', at: answered },
  ] as const;
  const delay = delayOf({ from: 'SENT', to: 'ANSWERED', count }, events, null, territory);
  return delay && 'value' in delay ? Number(delay.value) : Number.NaN;
};

test('a delay is whole, not negative, and has no more working days than days', () =>
  fc.assert(
    fc.property(instants, instants, territories, (a, b, territory) => {
      const [sent, answered] = inOrder(a, b);
      const [calendar, working] = [
        delayIn('CALENDAR_DAYS', sent, answered, territory),
        delayIn('WORKING_DAYS', sent, answered, territory),
      ];
      expect(Number.isInteger(calendar) && Number.isInteger(working)).toBe(true);
      expect(working).toBeGreaterThanOrEqual(0);
      expect(working).toBeLessThanOrEqual(calendar);
    }),
  ));

test('days counted to a moment between and from it add up', () =>
  fc.assert(
    fc.property(instants, instants, instants, territories, days, (a, b, c, territory, count) => {
      const [sent, between, answered] = inOrder(a, b, c);
      const parts = delayIn(count, sent, between, territory) + delayIn(count, between, answered, territory);
      expect(parts).toBe(delayIn(count, sent, answered, territory));
    }),
  ));

test('a later answer never has a shorter delay', () =>
  fc.assert(
    fc.property(instants, instants, instants, territories, counts, (a, b, c, territory, count) => {
      const [sent, sooner, later] = inOrder(a, b, c);
      expect(delayIn(count, sent, later, territory)).toBeGreaterThanOrEqual(delayIn(count, sent, sooner, territory));
    }),
  ));

test('a delay is a value up to the closing day, and censored at that day afterwards', () =>
  fc.assert(
    fc.property(instants, instants, fc.integer({ min: 0, max: 400 }), territories, counts, (a, b, n, at, count) => {
      const [sent, answered] = inOrder(a, b);
      const closing = dayAfter(localDayOf(sent, at), n);
      const events = [
        { kind: 'ANSWERED', at: answered },
        { kind: 'SENT', at: sent },
      ] as const;
      const delay = delayOf({ from: 'SENT', to: 'ANSWERED', count }, events, closing, at);
      const silence = delayOf({ from: 'SENT', to: 'ANSWERED', count }, events.slice(1), closing, at);
      if (localDayOf(answered, at) <= closing)
        expect(delay).toEqual({ value: `${delayIn(count, sent, answered, at)}` });
      else expect(delay).toEqual(silence);
      if (count === 'CALENDAR_DAYS') expect(silence).toEqual({ censoredAt: `${n}` });
    }),
  ));

test('an instant is one of those at which the clock of the place shows its time', () =>
  fc.assert(
    fc.property(instants, territories, (at, territory) => {
      expect(instantsOf(localTimeOf(at, territory), territory)).toContain(at);
    }),
  ));

const delay: fc.Arbitrary<Delay> = fc.oneof(
  fc.nat(12).map((value) => ({ value: String(value) })),
  fc.nat(12).map((at) => ({ censoredAt: String(at) })),
);
const delays = fc.array(delay, { minLength: 1, maxLength: 20 });

test('the curve never falls, stays within 0 and 1, and the estimate is never under the official share', () =>
  fc.assert(
    fc.property(delays, (all) => {
      const lines = curveOf(all);
      for (const [i, { answered, waiting, share, estimate }] of lines.entries()) {
        const before = lines[i - 1];
        expect(share.gte(before?.share ?? 0) && estimate.gte(before?.estimate ?? 0)).toBe(true);
        expect(share.gte(0) && share.lte(estimate) && estimate.lte(1)).toBe(true);
        expect(answered).toBeGreaterThanOrEqual(before?.answered ?? 0);
        expect(waiting).toBeLessThanOrEqual(before?.waiting ?? all.length);
      }
      expect(lines.at(-1)?.answered).toBe(all.filter((each) => 'value' in each).length);
    }),
  ));

test('one more request without an answer never raises a share, nor the estimate', () =>
  fc.assert(
    fc.property(delays, fc.nat(12), (all, at) => {
      const more = curveOf([...all, { censoredAt: String(at) }]);
      for (const { day, share, estimate } of curveOf(all)) {
        expect(more[day]?.share.lte(share)).toBe(true);
        expect(more[day]?.estimate.lte(estimate)).toBe(true);
      }
    }),
  ));

test('where nothing is lost sight of before the end, the estimate is the official share', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 1 }), fc.nat(5), (values, silent) => {
      const answered = values.map((value) => ({ value: String(value) }));
      const all = [...answered, ...Array.from({ length: silent }, () => ({ censoredAt: '10' }))];
      for (const { share, estimate } of curveOf(all)) expect(estimate.equals(share)).toBe(true);
    }),
  ));

test('the order of requests changes nothing', () =>
  fc.assert(
    fc.property(delays, (all) => {
      const said = (some: readonly Delay[]) => curveOf(some).map((line) => ({ ...line, share: `${line.share}` }));
      expect(said(all.toReversed())).toEqual(said(all));
    }),
  ));
