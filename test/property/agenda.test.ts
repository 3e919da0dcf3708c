import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agendaOf, departuresOf, type Item } from '../../server/vote/agenda.rules.ts';

const item = fc.subarray(['u', 'v', 'w', 'x', 'y']);
const meetings = (minLength: number, maxLength: number) =>
  fc
    .array(item, { minLength, maxLength })
    .map((all) => all.map((recused, i): Item => ({ code: String.fromCharCode(97 + i), recused })));

/** All orders, the first in the order of the items first. */
function* ordersOf(items: readonly Item[]): Generator<readonly Item[]> {
  if (items.length === 0) yield [];
  for (const [i, item] of items.entries()) for (const rest of ordersOf(items.toSpliced(i, 1))) yield [item, ...rest];
}
const ordered = (items: readonly Item[], codes: readonly string[]) =>
  codes.flatMap((code) => items.find((item) => item.code === code) ?? []);

test('no order has fewer departures, and of those with as few it is the first in the order of the categories', () =>
  fc.assert(
    fc.property(meetings(0, 6), (items) => {
      const orders = [...ordersOf(items)];
      const fewest = Math.min(...orders.map(departuresOf));
      const { order, departures, exact } = agendaOf(items);
      expect([departures, exact]).toEqual([fewest, true]);
      expect(order).toEqual(orders.find((it) => departuresOf(it) === fewest)?.map(({ code }) => code));
    }),
    { numRuns: 60 },
  ));

test('a longer meeting takes every item once and counts its departures right; at worst twice a lower bound it proves', () =>
  fc.assert(
    fc.property(meetings(15, 24), (items) => {
      const { order, departures, exact } = agendaOf(items);
      expect(order.toSorted()).toEqual(items.map(({ code }) => code).toSorted());
      expect(departuresOf(ordered(items, order))).toBe(departures);
      expect(departures).toBeGreaterThanOrEqual(new Set(items.flatMap(({ recused }) => recused)).size);
      if (exact) expect(departures).toBeLessThanOrEqual(departuresOf(items));
    }),
    { numRuns: 8 },
  ));
