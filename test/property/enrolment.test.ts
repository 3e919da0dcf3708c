import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categoryOf, takes } from '../../server/enrolment/enrolment.rules.ts';
import { StructureKind } from '../../server/kernel/kinds.ts';

const kinds = Object.values(StructureKind);
const kind = fc.constantFrom(...kinds);
const population = fc.oneof(fc.nat(200_000), fc.constantFrom(0, 49_999, 50_000, 2 ** 31 - 1));

/** Categories that share out all inhabitants of each kind between them: every bound ends one and begins the next. */
const partition = fc
  .uniqueArray(fc.integer({ min: 1, max: 150_000 }), { maxLength: 5 })
  .map((cuts) => cuts.toSorted((a, b) => a - b))
  .map((cuts) =>
    [null, ...cuts].map((populationFrom, i) => ({ kinds, populationFrom, populationBelow: cuts[i] ?? null })),
  );

test('categories that share out all populations take each structure once', () =>
  fc.assert(
    fc.property(partition, kind, population, (categories, kind, population) => {
      expect(categories.filter((category) => takes(category, { kind, population }))).toHaveLength(1);
      expect(categoryOf(categories, { kind, population })).not.toBeNull();
    }),
  ));

test('a structure that two categories take is in neither', () =>
  fc.assert(
    fc.property(partition, kind, population, (categories, kind, population) => {
      expect(categoryOf([...categories, ...categories], { kind, population })).toBeNull();
    }),
  ));

test('a population that is unknown is within no bounds', () =>
  fc.assert(
    fc.property(partition, kind, (categories, kind) => {
      const bounded = categories.filter((each) => each.populationFrom !== null || each.populationBelow !== null);
      expect(categoryOf(bounded, { kind, population: null })).toBeNull();
    }),
  ));
