import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categoryOf, claimsOn, closestMisfit, takes } from '../../server/enrolment/category.rules.ts';
import { StructureKind } from '../../server/kernel/kinds.ts';
import { candidates, rules } from '../support/categories.ts';

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

test('a territory that is taken and the same left out share between them every structure whose territory is known', () =>
  fc.assert(
    fc.property(fc.array(rules(), { minLength: 1 }), candidates(), ([rule], candidate) => {
      const anywhere = { ...rule, kinds, populationFrom: null, populationBelow: null } as const;
      const taken = claimsOn(
        [
          { ...anywhere, territory: 'IN' as const },
          { ...anywhere, territory: 'OUT' as const },
        ],
        candidate,
      ).length;
      const everywhere = anywhere.departmentCodes?.length === 0 && anywhere.regionCodes?.length === 0;
      const known = candidate.departmentCode !== null || candidate.regionCode !== null;
      expect(taken).toBe(everywhere ? 2 : known ? 1 : 0);
    }),
  ));

test('a category read at a census never takes a population of another year', () =>
  fc.assert(
    fc.property(rules(), candidates(), (rule, candidate) => {
      const bounded = { ...rule, populationFrom: 0, censusYear: 2019 };
      if (candidate.populationYear !== 2019) expect(takes(bounded, candidate)).toBe(false);
    }),
  ));

test('each structure is in one category, in none or in several, and when in none there is a reason', () =>
  fc.assert(
    fc.property(fc.array(rules(), { maxLength: 6 }), candidates(), (categories, candidate) => {
      const claims = claimsOn(categories, candidate);
      expect(categoryOf(categories, candidate) !== null).toBe(claims.length === 1);
      if (claims.length === 0 && categories.some((each) => each.kinds.includes(candidate.kind)))
        expect(closestMisfit(categories, candidate)).not.toBe('OTHER_KIND');
    }),
  ));
