import { expect, test } from 'vitest';
import { dayOf, decimalOf, wordOf } from '../../server/kernel/cell.rules.ts';

test.each([
  ['08/06/2022', '2022-06-08'],
  ['2022-06-08', '2022-06-08'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2022', null],
  ['31/06/2022', null],
  ['2022-13-01', null],
  ['8/6/2022', null],
  ['08-06-2022', null],
  ['08/06/22', null],
  ['', null],
  ['hier', null],
])('the day %j is %j', (cell, day) => {
  expect(dayOf(cell)).toBe(day);
});

test.each([
  ['1 234,5', '1234.5'],
  ['1\u202f234', '1234'],
  ['-2', '-2'],
  ['3.14', '3.14'],
  ['1,2,3', null],
  ['1e3', null],
  ['1/2', null],
  ['٣', null],
  ['', null],
])('the number %j is %j', (cell, decimal) => {
  expect(decimalOf(cell)).toBe(decimal);
});

test('words are compared without case, accents or kinds of space and apostrophe', () => {
  expect(wordOf(' Service\u00a0ÉDUCATION  et l’Été ')).toBe(wordOf("service education et l'ete"));
  expect(wordOf('Téléphone')).toBe('telephone');
});
