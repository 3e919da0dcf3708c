import { expect, test } from 'vitest';
import { agendaOf, departuresOf, type Item } from '../../server/vote/agenda.rules.ts';

/** Items in one line: "1 2xy 3x": nobody is recused from the first, x and y from the second, x from the third. */
const items = (line: string): Item[] =>
  (line.match(/\S+/g) ?? []).map((item) => ({
    code: item.replace(/[a-z]+$/, ''),
    recused: item.match(/[a-z]/g) ?? [],
  }));
const agenda = (line: string) => {
  const { order, departures, exact } = agendaOf(items(line));
  return `${order.join(' ')}: ${departures}${exact ? '' : ' at most twice too many'}`;
};

test.each([
  ['nothing to decide', '', ': 0'],
  ['nobody recused: the order of the categories', '1 2 3', '1 2 3: 0'],
  ['one member leaves once for two items', '1x 2 3x', '1x 3x 2'],
  ['a member who is recused from all leaves once', '1x 2x 3x', '1x 2x 3x'],
  ['two members whose items touch leave once each', '1x 2y 3xy 4', '1x 3xy 2y 4'],
])('%s', (_, line, order) => {
  const expected = order.includes(':') ? order : `${order.replaceAll(/[a-z]/g, '')}: ${departuresOf(items(order))}`;
  expect(agenda(line)).toBe(expected);
});

test('items nobody leaves stay where they are when that costs nothing', () => {
  expect(agenda('1 2x 3 4y 5')).toBe('1 2 3 4 5: 2');
});

test('a member named twice leaves once', () => {
  expect(departuresOf([{ code: '1', recused: ['x', 'x'] }])).toBe(1);
});

test('of many items, those with the same recusals are taken together, and the order is still the best', () => {
  expect(agenda('1x 2y 3x 4y 5 6x 7y 8x 9y 10 11x 12y 13x 14y 15 16x')).toBe(
    '1 3 6 8 11 13 16 2 4 7 9 12 14 5 10 15: 2',
  );
});

test('of many different recusals the order is good, and says that it is not proved the best', () => {
  const line = Array.from({ length: 16 }, (_, i) => `${i + 1}${'abcdefghijklmnop'.slice(i, i + 2)}`).toReversed();
  const { order, departures, exact } = agendaOf(items(line.join(' ')));
  expect(order.toSorted()).toEqual(line.map((item) => item.replace(/[a-z]+/, '')).toSorted());
  expect(exact).toBe(false);
  expect(departures).toBeLessThanOrEqual(2 * 16); // each of 16 members leaves at least once
});
