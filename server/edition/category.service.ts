import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../kernel/errors.ts';
import type { StructureKind } from '../kernel/kinds.ts';
import { type AwardConfiguration, awardConfigurationOf, saidOf } from './award.service.ts';
import type { CategoryInput } from './category.input.ts';
import { Category, type TerritoryRule } from './category.ts';
import { editionGranting } from './edition.service.ts';

export async function createCategory(em: EntityManager, editionId: string, input: CategoryInput): Promise<Category> {
  const edition = await editionGranting(em, editionId, 'CONFIGURE', 'EDITION_PUBLISHED');
  const category = em.create(Category, { edition, ...saidOf(input) } as never);
  await em.flush();
  return category;
}

export async function updateCategory(
  em: EntityManager,
  id: string,
  version: number,
  input: CategoryInput,
): Promise<Category> {
  const category = await em.findOneOrFail(Category, { id }, { lockMode: LockMode.OPTIMISTIC, lockVersion: version });
  await editionGranting(em, category.edition.id, 'CONFIGURE', 'EDITION_PUBLISHED');
  em.assign(category, saidOf(input) as never);
  await em.flush();
  return category;
}

/** Removes a category nobody is enrolled in: the foreign keys arbitrate. */
export async function removeCategory(em: EntityManager, id: string): Promise<boolean> {
  const category = await em.findOne(Category, { id });
  if (!category) throw new Refusal('NOT_FOUND');
  await editionGranting(em, category.edition.id, 'CONFIGURE', 'EDITION_PUBLISHED');
  await em.remove(category).flush();
  return true;
}

/** A category as a file or a copy carries it: plain, known by its code. */
export interface CategoryConfiguration extends AwardConfiguration {
  readonly code: string;
  readonly label: string;
  readonly position: number;
  readonly kinds: readonly StructureKind[];
  readonly populationFrom: number | null;
  readonly populationBelow: number | null;
  readonly censusYear: number | null;
  readonly territory: TerritoryRule;
  readonly departmentCodes: readonly string[];
  readonly regionCodes: readonly string[];
  readonly awarded: boolean;
}

/** The categories of an edition, plain, in the order of the palmarès. */
export async function categoriesOf(em: EntityManager, editionId: string): Promise<CategoryConfiguration[]> {
  const categories = await em.find(Category, { edition: editionId }, { orderBy: { position: 'asc', code: 'asc' } });
  return categories.map((category) => ({
    ...{ code: category.code, label: category.label, position: category.position, kinds: [...category.kinds] },
    ...{ populationFrom: category.populationFrom, populationBelow: category.populationBelow },
    ...{ censusYear: category.censusYear, territory: category.territory },
    ...{ departmentCodes: [...category.departmentCodes], regionCodes: [...category.regionCodes] },
    awarded: category.awarded,
    ...awardConfigurationOf(category),
  }));
}

/**
 * Makes the categories of an edition exactly these: known by their code, they are created, corrected or removed. The
 * caller holds the transaction; a category somebody is enrolled in is not removed, the foreign keys refuse it.
 */
export async function configureCategories(
  em: EntityManager,
  editionId: string,
  wanted: readonly CategoryConfiguration[],
): Promise<void> {
  const edition = await editionGranting(em, editionId, 'CONFIGURE', 'EDITION_PUBLISHED');
  const known: Category[] = await em.find(Category, { edition });
  const byCode = new Map(known.map((category) => [category.code, category]));
  for (const one of wanted) {
    const before = byCode.get(one.code);
    const said = { ...one, kinds: [...one.kinds] } as never;
    if (before) em.assign(before, said);
    else em.create(Category, { edition, ...(said as object) } as never);
  }
  for (const category of known) if (!wanted.some(({ code }) => code === category.code)) em.remove(category);
  await em.flush();
}
