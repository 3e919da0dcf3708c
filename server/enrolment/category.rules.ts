import type { TerritoryRule } from '../edition/category.ts';
import type { StructureKind } from '../kernel/kinds.ts';

/**
 * A category as a rule over structures. Populations are in inhabitants; the lower bound is in, the upper one out. What is
 * left out of a rule asks nothing.
 */
export interface CategoryRule {
  readonly kinds: readonly StructureKind[];
  readonly populationFrom: number | null;
  readonly populationBelow: number | null;
  /** The census its bounds are read at. */
  readonly censusYear?: number | null;
  readonly territory?: `${TerritoryRule}`;
  readonly departmentCodes?: readonly string[];
  readonly regionCodes?: readonly string[];
}

/** What a category looks at. */
export interface Candidate {
  readonly kind: StructureKind;
  readonly population: number | null;
  readonly populationYear?: number | null;
  readonly departmentCode?: string | null;
  readonly regionCode?: string | null;
}

/** Why a category does not take a structure, from the least close to the closest. */
export const misfits = [
  'OTHER_KIND',
  'OTHER_TERRITORY',
  'POPULATION_UNKNOWN',
  'POPULATION_OF_OTHER_YEAR',
  'POPULATION_OUTSIDE',
] as const;
export type MisfitReason = (typeof misfits)[number];

/**
 * Why a category does not take a structure; null when it does. A category with bounds never takes one whose population
 * is unknown or of another census, a category with a territory never one whose territory is unknown.
 */
export function misfitOf(category: CategoryRule, candidate: Candidate): MisfitReason | null {
  if (!category.kinds.includes(candidate.kind)) return 'OTHER_KIND';
  if (!isWithin(category, candidate)) return 'OTHER_TERRITORY';
  const { populationFrom, populationBelow, censusYear = null } = category;
  const { population, populationYear = null } = candidate;
  if (populationFrom === null && populationBelow === null) return null;
  if (population === null) return 'POPULATION_UNKNOWN';
  if (censusYear !== null && populationYear !== censusYear) return 'POPULATION_OF_OTHER_YEAR';
  const inside = population >= (populationFrom ?? 0) && population < (populationBelow ?? Number.POSITIVE_INFINITY);
  return inside ? null : 'POPULATION_OUTSIDE';
}

function isWithin(
  { territory = 'IN', departmentCodes = [], regionCodes = [] }: CategoryRule,
  { departmentCode = null, regionCode = null }: Candidate,
): boolean {
  if (departmentCodes.length === 0 && regionCodes.length === 0) return true;
  if (departmentCode === null && regionCode === null) return false;
  const listed =
    departmentCodes.some((code) => code === departmentCode) || regionCodes.some((code) => code === regionCode);
  return listed === (territory === 'IN');
}

/** Whether a category takes a structure. */
export const takes = (category: CategoryRule, candidate: Candidate): boolean => misfitOf(category, candidate) === null;

/** The categories that take a structure, in the order given. */
export const claimsOn = <C extends CategoryRule>(categories: readonly C[], candidate: Candidate): C[] =>
  categories.filter((category) => takes(category, candidate));

/** The one category that takes a structure; null when none does, or more than one. */
export function categoryOf<C extends CategoryRule>(categories: readonly C[], candidate: Candidate): C | null {
  const [first, second] = claimsOn(categories, candidate);
  return first && !second ? first : null;
}

/** Why no category takes a structure: what the closest of them refuses it for. */
export function closestMisfit(categories: readonly CategoryRule[], candidate: Candidate): MisfitReason {
  const closeness = categories.map((category) => {
    const misfit = misfitOf(category, candidate);
    return misfit === null ? -1 : misfits.indexOf(misfit);
  });
  return misfits[Math.max(0, ...closeness)] ?? 'OTHER_KIND';
}
