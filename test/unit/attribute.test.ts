import { expect, test } from 'vitest';
import { tellsEach } from '../../server/disclosure/attribute.rules.ts';

test('a figure that all structures are at one end of says what was found at each; so it does to the only one that is not', () => {
  const told = (raising: number, lowering: number) => !tellsEach({ raising, lowering });
  expect([told(300, 0), told(0, 300), told(299, 1), told(1, 299)]).toEqual([false, false, false, false]);
  expect([told(298, 2), told(2, 298)]).toEqual([true, true]);
});

test('a structure that is on both sides counts on both', () => {
  expect(tellsEach({ raising: 8, lowering: 8 })).toBe(false);
});
