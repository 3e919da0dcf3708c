import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenOf, showing, shownOf } from '../../admin/kernel/list/columns.ts';

const columns = fc.uniqueArray(fc.constantFrom('name', 'kind', 'siren', 'population', 'parent', 'reference'), {
  minLength: 1,
});
const some = columns.chain((sources) => fc.tuple(fc.constant(sources), fc.shuffledSubarray(sources, { minLength: 1 })));

test('a view shows again the columns it was kept with, in their order', () =>
  fc.assert(
    fc.property(some, ([sources, chosen]) => {
      expect(shownOf(sources, showing(sources, chosen))).toEqual(chosen);
    }),
  ));

test('a column that the table no longer has is left out of a view, and the others stay', () =>
  fc.assert(
    fc.property(some, ([sources, chosen]) => {
      const old = ['gone', ...chosen, 'away'];
      expect(shownOf(sources, showing(sources, old))).toEqual(chosen);
    }),
  ));

test('a file has the columns of the table, in its order, and all of them when it shows none of its own', () =>
  fc.assert(
    fc.property(some, ([sources, chosen]) => {
      const all = sources.map((source) => ({ label: `field.${source}`, value: () => source }));
      const labels = chosenOf(all, chosen).map(({ label }) => label);
      expect(labels).toEqual(chosen.map((source) => `field.${source}`));
      expect(chosenOf(all, [])).toBe(all);
    }),
  ));
