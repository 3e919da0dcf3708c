import { wordOf } from '../kernel/cell.rules.ts';
import type { StructureKind } from '../kernel/kinds.ts';

/** The longest name of a certification. */
export const LONGEST_CERTIFICATION = 200;

/**
 * The certifications in some texts, each of which may list several with commas between them: none empty, none twice
 * whatever its case, in the order they come.
 */
export function certificationsIn(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) => text.split(',')).map((name) => name.trim().replace(/\s+/g, ' '));
  const byWord = new Map<string, string>();
  for (const name of names) if (name !== '' && !byWord.has(wordOf(name))) byWord.set(wordOf(name), name);
  return [...byWord.values()];
}

/** A category as a rule over structures. Populations are in inhabitants; the lower bound is in, the upper one out. */
export interface CategoryRule {
  readonly kinds: readonly StructureKind[];
  readonly populationFrom: number | null;
  readonly populationBelow: number | null;
}

/** What a category looks at. */
export interface Candidate {
  readonly kind: StructureKind;
  readonly population: number | null;
}

/** Whether a category takes a structure. A category with bounds never takes one whose population is unknown. */
export function takes(category: CategoryRule, { kind, population }: Candidate): boolean {
  if (!category.kinds.includes(kind)) return false;
  const { populationFrom, populationBelow } = category;
  if (populationFrom === null && populationBelow === null) return true;
  if (population === null) return false;
  return population >= (populationFrom ?? 0) && population < (populationBelow ?? Number.POSITIVE_INFINITY);
}

/** The one category that takes a structure; null when none does, or more than one. */
export function categoryOf<C extends CategoryRule>(categories: readonly C[], candidate: Candidate): C | null {
  const [first, second] = categories.filter((category) => takes(category, candidate));
  return first && !second ? first : null;
}
