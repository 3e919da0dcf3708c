import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../kernel/errors.ts';
import { Category } from './category.ts';
import type { CategoryInput, EditionInput, FigureInput } from './edition.input.ts';
import { goesBack, grants, type Right, reachableFrom } from './edition.rules.ts';
import { Edition, type EditionPhase } from './edition.ts';
import { Figure } from './figure.ts';

/** The edition, if its phase grants the right; refused with `reason` otherwise. */
export async function editionGranting(
  em: EntityManager,
  id: string,
  right: Right,
  reason: ConstructorParameters<typeof Refusal>[0],
  lockMode: LockMode = LockMode.NONE,
): Promise<Edition> {
  const edition = await em.findOne(Edition, { id }, { lockMode, refresh: lockMode !== LockMode.NONE });
  if (!edition) throw new Refusal('NOT_FOUND');
  if (!grants(edition.phase, right)) throw new Refusal(reason, { phase: edition.phase });
  return edition;
}

export async function createEdition(em: EntityManager, input: EditionInput): Promise<Edition> {
  refuseDisorder(input);
  const edition = em.create(Edition, { ...given(input) } as never);
  await em.flush();
  return edition;
}

export async function updateEdition(
  em: EntityManager,
  id: string,
  version: number,
  input: EditionInput,
): Promise<Edition> {
  refuseDisorder(input);
  const edition = await em.findOneOrFail(Edition, { id }, { lockMode: LockMode.OPTIMISTIC, lockVersion: version });
  if (edition.publishedAt) throw new Refusal('EDITION_PUBLISHED');
  em.assign(edition, given(input) as never);
  await em.flush();
  return edition;
}

/** Moves an edition to another phase. The row is locked, so that two people cannot move it at once. */
export function moveEdition(em: EntityManager, id: string, to: EditionPhase, motive: string | null): Promise<Edition> {
  return em.transactional(async (em) => {
    const edition = await em.findOne(Edition, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!edition) throw new Refusal('NOT_FOUND');
    const reachable = reachableFrom(edition.phase);
    if (!reachable.includes(to)) throw new Refusal('PHASE_NOT_REACHABLE', { phase: edition.phase, reachable });
    if (goesBack(edition.phase, to) && !motive) throw new Refusal('PHASE_MOTIVE_REQUIRED');
    edition.phase = to;
    edition.phaseMotive = motive;
    return edition;
  });
}

export async function createCategory(em: EntityManager, editionId: string, input: CategoryInput): Promise<Category> {
  const edition = await editionGranting(em, editionId, 'CONFIGURE', 'EDITION_PUBLISHED');
  const category = em.create(Category, { edition, ...given(input) } as never);
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
  em.assign(category, given(input) as never);
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

/** Records what public sources reported of an edition; a figure already known by its code is replaced. */
export async function recordFigures(
  em: EntityManager,
  editionId: string,
  figures: readonly FigureInput[],
): Promise<void> {
  const rows = figures.map((figure) => ({ ...given(figure), edition: editionId }));
  await em.upsertMany(Figure, rows as never, { onConflictFields: ['edition', 'code'] });
}

function refuseDisorder(input: EditionInput): void {
  const periods = [
    [input.registrationFrom, input.registrationTo],
    [input.fieldworkFrom, input.fieldworkTo],
    [input.fieldworkFrom, input.answersUntil],
  ];
  if (periods.some(([from, to]) => from && to && from > to)) throw new Refusal('EDITION_DATES_DISORDERED');
}

/** What was said, without what was left out: an absent field stays as it is. */
export const given = <T extends object>(input: T): Partial<T> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<T>;
