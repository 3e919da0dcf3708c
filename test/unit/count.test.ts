import { expect, test } from 'vitest';
import { keyOf } from '../../server/kernel/count.ts';

test('two conditions that differ have different keys, and what is not plain data has none', () => {
  const conditions = [
    {},
    { a: 1 },
    { a: '1' },
    { a: null },
    { a: undefined },
    { a: [1, 2] },
    { a: [12] },
    { a: { b: 1 } },
    { a: '{"b":1}' },
    { $and: [{ a: 1 }, {}] },
    { a: new Date(1) },
    { a: new Date(2) },
  ];
  expect(new Set(conditions.map(keyOf)).size).toBe(conditions.length);
  class Fragment {}
  for (const odd of [{ [Symbol('raw')]: 1 }, { a: new Fragment() }, { a: () => 1 }, [{ b: [new Map()] }]])
    expect(keyOf(odd)).toBe(null);
});
