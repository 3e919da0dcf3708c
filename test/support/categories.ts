import fc from 'fast-check';
import type { Candidate, CategoryRule } from '../../server/enrolment/category.rules.ts';
import { StructureKind } from '../../server/kernel/kinds.ts';

const some = [StructureKind.COMMUNE, StructureKind.INTERCOMMUNALITY, StructureKind.DEPARTMENT, StructureKind.REGION];
const departments = ['01', '2A', '67', '974'];
const regions = ['44', '84', '94', '04'];
const cuts = [0, 1, 2_000, 20_000, 50_000];
const subset = <T>(all: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant([] as T[]) }, fc.subarray([...all]));

/** Any category, its bounds and territories few enough that structures fall on them. */
export const rules = (): fc.Arbitrary<CategoryRule> =>
  fc
    .record({
      kinds: fc.subarray(some),
      populationFrom: fc.option(fc.constantFrom(...cuts)),
      width: fc.option(fc.integer({ min: 1, max: 60_000 })),
      censusYear: fc.option(fc.constantFrom(2019, 2022)),
      territory: fc.constantFrom('IN' as const, 'OUT' as const),
      departmentCodes: subset(departments),
      regionCodes: subset(regions),
    })
    .map(({ width, ...rule }) => ({
      ...rule,
      populationBelow: width === null ? null : (rule.populationFrom ?? 0) + width,
      censusYear: rule.populationFrom === null && width === null ? null : rule.censusYear,
    }));

/** Any structure, as far as categories look at it. */
export const candidates = (): fc.Arbitrary<Required<Candidate>> =>
  fc.record({
    kind: fc.constantFrom(...some),
    population: fc.option(fc.oneof(fc.nat(80_000), fc.constantFrom(...cuts))),
    populationYear: fc.option(fc.constantFrom(2019, 2022)),
    departmentCode: fc.option(fc.constantFrom(...departments)),
    regionCode: fc.option(fc.constantFrom(...regions)),
  });
