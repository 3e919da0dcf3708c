import { expect, test } from 'vitest';
import { dealt, groupsApart } from '../../server/disclosure/group.rules.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

test('of any two, some group has the one without the other, and the groups are few', () => {
  for (const count of [0, 1, 2, 3, 7, 20, 21, 100]) {
    const groups = groupsApart(upTo(count)).map((group) => new Set(group));
    const together = upTo(count).flatMap((one) =>
      upTo(count).filter((other) => other !== one && !groups.some((group) => group.has(one) && !group.has(other))),
    );
    expect(together).toEqual([]);
  }
  expect(groupsApart(upTo(300))).toHaveLength(11);
});

test('all are dealt once, no group has more than it may, and neighbours are in different ones', () => {
  expect(dealt(upTo(7), 3)).toEqual([
    [0, 3, 6],
    [1, 4],
    [2, 5],
  ]);
  expect(dealt([], 3)).toEqual([]);
});
