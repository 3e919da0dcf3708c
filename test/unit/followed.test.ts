import { expect, test } from 'vitest';
import { isFollowed } from '../../server/publication/followed.rules.ts';

const of = (beforeCount: number, afterCount: number, bothCount: number, change = 1) =>
  isFollowed({ beforeCount, afterCount, bothCount, change }, 5);

test('what moved at the same structures is told when enough are the same, and enough came and went, or nobody', () => {
  expect(of(20, 20, 20)).toBe(true);
  expect(of(20, 22, 15)).toBe(true);
  expect(of(20, 20, 4)).toBe(false);
  expect(of(20, 22, 16)).toBe(false);
  expect(of(24, 20, 20)).toBe(false);
});

test('where some only came or only went, the change would tell their mean', () => {
  expect(of(20, 25, 20)).toBe(false);
  expect(of(25, 20, 20)).toBe(false);
});

test('a change from one end of the scale to the other tells what each scored', () => {
  expect(of(5, 5, 5, -98)).toBe(true);
  expect(of(5, 5, 5, -98.5)).toBe(false);
});
