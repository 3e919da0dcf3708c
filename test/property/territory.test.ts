import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Compared, likenessesOf, likenessOf, pairsIn } from '../../server/duplicate/duplicate.rules.ts';
import { StructureKind } from '../../server/kernel/kinds.ts';
import { territories } from '../../server/territory/reference.ts';
import { keyOf } from '../../server/territory/territory.rules.ts';
import { searchTerritories } from '../../server/territory/territory.service.ts';

const communes = territories().filter(({ kind, population }) => kind === StructureKind.COMMUNE && population !== null);
const commune = fc.constantFrom(...communes);
/** How people type a name: with or without accents, capitals and hyphens. */
const habit = fc.constantFrom<(name: string) => string>(
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, ''),
  (name) => name.replaceAll(/[-'’]/g, ' '),
  (name) => `  ${name.toLowerCase()}  `,
);

test('however its name is typed, a commune comes first, or after larger ones of the very same name', () => {
  fc.assert(
    fc.property(commune, habit, ({ code, name, key, population }, typed) => {
      const found = searchTerritories(typed(name), [StructureKind.COMMUNE], 50);
      const place = found.findIndex((each) => each.code === code);
      expect(place).toBeGreaterThanOrEqual(0);
      for (const other of found.slice(0, place)) {
        expect(keyOf(other.name)).toBe(key);
        expect(other.population ?? 0).toBeGreaterThanOrEqual(population ?? 0);
      }
    }),
    { numRuns: 25 },
  );
});

test('each number of a commune finds it: its INSEE code, its SIREN, each of its postcodes', () => {
  fc.assert(
    fc.property(commune, ({ code, siren, postcodes }) => {
      for (const q of [code, ...(siren ? [siren] : []), ...postcodes])
        expect(searchTerritories(q, null, 200).map((each) => each.code)).toContain(code);
    }),
    { numRuns: 12 },
  );
});

test('whatever is typed, the search answers', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (q) => {
      expect(searchTerritories(q, null, 10).length).toBeLessThanOrEqual(10);
    }),
    { numRuns: 15 },
  );
});

const word = fc.constantFrom(
  'metz',
  'mets',
  'toul',
  'longwy',
  'longuyon',
  'ville',
  'de',
  'saint',
  'villerupt',
  '12',
  '13',
);
const some = (...values: string[]) => fc.constantFrom(null, null, ...values);
const register = fc.array(
  fc.record({
    name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    kind: fc.constantFrom('COMMUNE', 'OTHER'),
    ...{ siren: some('1', '2'), siret: some('3'), inseeCode: some('4', '5'), departmentCode: some('54', '57') },
    parentId: some('S00', 'S01'),
  }),
  { maxLength: 14 },
);

test('the pairs of any register are exactly those that comparing each with each would find', () => {
  fc.assert(
    fc.property(register, (rows) => {
      const all: Compared[] = rows.map((row, i) => ({ ...row, id: `S${String(i).padStart(2, '0')}` }));
      const slowly = all.flatMap((a, i) =>
        all.slice(i + 1).flatMap((b) => (likenessesOf(a, b).length > 0 ? [`${a.id} ${b.id}`] : [])),
      );
      const pairs = pairsIn(all).map(({ one, other }) => `${one.id} ${other.id}`);
      expect(pairs.sort()).toEqual(slowly.sort());
    }),
  );
});

test('likeness is the same both ways, from 0 to 1, and 1 for a name and itself', () => {
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(likenessOf(a, b)).toBe(likenessOf(b, a));
      expect(likenessOf(a, b)).toBeGreaterThanOrEqual(0);
      expect(likenessOf(a, b)).toBeLessThanOrEqual(1);
      expect(likenessOf(a, a)).toBe(1);
    }),
  );
});
