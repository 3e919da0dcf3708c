import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergedOf, movedOf, type Side } from '../../admin/kernel/record/conflict.ts';

const value = fc.oneof(fc.constant(null), fc.constant(''), fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b'));
const fields = fc.record({ name: value, kind: value, siren: value, scale: fc.record({ x: value, y: value }) });
const sides = fc.constantFrom<Side>('mine', 'theirs');
const every = (side: Side) => new Proxy({}, { get: () => side }) as Record<string, Side>;

test('who changed nothing takes everything the other did, without a question', () =>
  fc.assert(
    fc.property(fields, fields, (base, theirs) => {
      const moved = movedOf(base, base, theirs);
      expect(moved.every(({ by }) => by === 'theirs')).toBe(true);
      const merged = mergedOf(base, moved, {});
      expect(merged && movedOf(merged, merged, theirs)).toEqual([]);
    }),
  ));

test('a merge keeps each uncontested change, and for each clash what was chosen', () =>
  fc.assert(
    fc.property(fields, fields, fields, sides, (base, mine, theirs, side) => {
      const moved = movedOf(base, mine, theirs);
      const merged = mergedOf(mine, moved, every(side)) ?? {};
      for (const { name, by, mine, theirs } of moved)
        expect(merged[name]).toEqual((by === 'clash' ? side : by) === 'mine' ? mine : theirs);
      const said = new Set(moved.map(({ name }) => name));
      for (const [name, kept] of Object.entries(mine)) if (!said.has(name)) expect(merged[name]).toEqual(kept);
    }),
  ));

test('while one clash is undecided there is nothing to save', () =>
  fc.assert(
    fc.property(fields, fields, fields, (base, mine, theirs) => {
      const moved = movedOf(base, mine, theirs);
      const clashes = moved.some(({ by }) => by === 'clash');
      expect(mergedOf(mine, moved, {}) === null).toBe(clashes);
    }),
  ));

test('changing sides changes who is named, and nothing else', () =>
  fc.assert(
    fc.property(fields, fields, fields, (base, mine, theirs) => {
      const other = { mine: 'theirs', theirs: 'mine', clash: 'clash' } as const;
      const names = (all: ReturnType<typeof movedOf>) => all.map(({ name, by }) => `${name} ${by}`).sort();
      const turned = movedOf(base, theirs, mine).map((field) => ({ ...field, by: other[field.by] }));
      expect(names(turned)).toEqual(names(movedOf(base, mine, theirs)));
    }),
  ));
