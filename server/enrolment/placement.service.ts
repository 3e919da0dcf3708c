import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Category } from '../edition/category.ts';
import { editionGranting } from '../edition/edition.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { Structure } from '../structure/structure.ts';
import { type Candidate, categoryOf, claimsOn } from './category.rules.ts';
import { Enrolment } from './enrolment.ts';
import { Placement } from './placement.ts';

/** Where a structure goes: by hand, by the rules, or nowhere, with the categories that claim it together. */
export interface Place {
  readonly category: Category | null;
  /** Why it was placed by hand; null when the rules decided. */
  readonly categoryMotive: string | null;
  readonly claims: readonly Category[];
}

/** How structures go into the categories of an edition: where one was placed by hand, the rules have no say. */
export async function placesIn(em: EntityManager, editionId: string): Promise<(structure: Structure) => Place> {
  const categories = await em.find(Category, { edition: editionId }, { orderBy: { position: 'asc' } });
  const placed: Placement[] = await em.find(Placement, { edition: editionId });
  const byHand = new Map(placed.map((placement) => [placement.structure.id, placement]));
  return (structure) => {
    const own = byHand.get(structure.id);
    const claims = claimsOn(categories, structure);
    if (!own) return { category: categoryOf(categories, structure), categoryMotive: null, claims };
    const category = categories.find(({ id }) => id === own.category.id) ?? null;
    return { category, categoryMotive: own.motive, claims };
  };
}

/** The same for one structure; refused when no category takes it, or several do, with their names. */
export async function placeFor(em: EntityManager, editionId: string, structure: Structure) {
  const { category, categoryMotive, claims } = (await placesIn(em, editionId))(structure);
  if (category) return { category, categoryMotive };
  throw new Refusal('NO_CATEGORY', { structure: structure.name, categories: claims.map(({ label }) => label) });
}

/** Places a structure in a category by hand, before it enrols or after; an earlier placement is replaced. */
export function placeStructure(
  em: EntityManager,
  actor: Actor,
  categoryId: string,
  structureId: string,
  motive: string,
): Promise<Placement> {
  return em.transactional(async (em) => {
    const category = await em.findOne(Category, { id: categoryId });
    const structure = await em.findOne(Structure, { id: structureId });
    if (!category || !structure) throw new Refusal('NOT_FOUND');
    const { edition } = category;
    await editionGranting(em, edition.id, 'ENROL', 'ENROLMENT_CLOSED', LockMode.PESSIMISTIC_READ);
    const said = { category, motive, placedBy: actor.id };
    const before = await em.findOne(Placement, { edition, structure });
    const placement = before ? em.assign(before, said) : em.create(Placement, { edition, structure, ...said });
    const enrolment = await em.findOne(Enrolment, { edition, structure });
    if (enrolment) em.assign(enrolment, { category, categoryMotive: motive });
    return placement;
  });
}

/** Gives a structure back to the rules. One that is enrolled goes where they put what was frozen of it. */
export function unplaceStructure(em: EntityManager, id: string): Promise<boolean> {
  return em.transactional(async (em) => {
    const placement = await em.findOne(Placement, { id }, { populate: ['structure'] });
    if (!placement) throw new Refusal('NOT_FOUND');
    const { edition, structure } = placement;
    await editionGranting(em, edition.id, 'ENROL', 'ENROLMENT_CLOSED', LockMode.PESSIMISTIC_READ);
    const enrolment = await em.findOne(Enrolment, { edition, structure });
    em.remove(placement);
    if (!enrolment) return true;
    const categories = await em.find(Category, { edition }, { orderBy: { position: 'asc' } });
    const frozen = frozenOf(enrolment, structure.getEntity());
    const category = categoryOf(categories, frozen);
    const { name } = structure.getEntity();
    const claims = claimsOn(categories, frozen).map(({ label }) => label);
    if (!category) throw new Refusal('NO_CATEGORY', { structure: name, categories: claims });
    em.assign(enrolment, { category, categoryMotive: null });
    return true;
  });
}

/** A structure as its enrolment froze it. */
const frozenOf = (enrolment: Enrolment, structure: Structure): Candidate => ({
  kind: structure.kind,
  population: enrolment.population,
  populationYear: enrolment.populationYear,
  departmentCode: structure.departmentCode,
  regionCode: structure.regionCode,
});
