import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../kernel/errors.ts';
import type { EditionInput, FigureInput } from './edition.input.ts';
import { goesBack, grants, type Right, reachableFrom } from './edition.rules.ts';
import { Edition, EditionPhase } from './edition.ts';
import { Figure } from './figure.ts';
import { type Deadline, Extension, PhaseMove } from './phase.ts';

/** The edition, if its phase grants the right; refused with `reason` otherwise. */
export async function editionGranting(
  em: EntityManager,
  id: string,
  right: Right | readonly Right[],
  reason: ConstructorParameters<typeof Refusal>[0],
  lockMode: LockMode = LockMode.NONE,
): Promise<Edition> {
  const edition = await em.findOne(Edition, { id }, { lockMode, refresh: lockMode !== LockMode.NONE });
  if (!edition) throw new Refusal('NOT_FOUND');
  if (![right].flat().some((one) => grants(edition.phase, one))) throw new Refusal(reason, { phase: edition.phase });
  return edition;
}

export async function createEdition(em: EntityManager, input: EditionInput): Promise<Edition> {
  refuseDisorder(input);
  const { motive: _, ...said } = given(input);
  const edition = em.create(Edition, said as never);
  await em.flush();
  return edition;
}

/** Corrects an edition. Once it has begun, a deadline that is put off keeps the day it was, and needs a motive. */
export async function updateEdition(
  em: EntityManager,
  id: string,
  version: number,
  input: EditionInput,
): Promise<Edition> {
  refuseDisorder(input);
  const edition = await em.findOneOrFail(Edition, { id }, { lockMode: LockMode.OPTIMISTIC, lockVersion: version });
  if (edition.publishedAt) throw new Refusal('EDITION_PUBLISHED');
  const { motive, ...said } = given(input);
  putOff(em, edition, said as Partial<Edition>, motive ?? null);
  em.assign(edition, said as never);
  await em.flush();
  return edition;
}

/** The field of an edition that each deadline stands in. */
export const deadlines = {
  REGISTRATION_TO: 'registrationTo',
  FIELDWORK_TO: 'fieldworkTo',
  ANSWERS_UNTIL: 'answersUntil',
  CONTRADICTORY_TO: 'contradictoryTo',
} as const satisfies Record<Deadline, keyof Edition>;

/** Keeps the day each deadline was, for those that come later than announced. A plan that nobody acts on yet is free. */
export function putOff(em: EntityManager, edition: Edition, said: Partial<Edition>, motive: string | null): void {
  if (edition.phase === EditionPhase.PREPARATION) return;
  for (const [deadline, field] of Object.entries(deadlines) as [Deadline, DeadlineField][]) {
    const [fromDay, toDay] = [edition[field], said[field]];
    if (!fromDay || !toDay || toDay <= fromDay) continue;
    if (!motive) throw new Refusal('DEADLINE_MOTIVE_REQUIRED', { deadline, field: 'motive' });
    em.create(Extension, { edition, deadline, fromDay, toDay, motive, actorId: writerOf(em) });
  }
}

type DeadlineField = (typeof deadlines)[Deadline];

/** In whose name an entity manager writes; null for the system. */
const writerOf = (em: EntityManager): string | null => {
  const { actorId } = em.getLoggerContext();
  return typeof actorId === 'string' ? actorId : null;
};

/** Moves an edition to another phase. The row is locked, so that two people cannot move it at once. */
export function moveEdition(em: EntityManager, id: string, to: EditionPhase, motive: string | null): Promise<Edition> {
  return em.transactional(async (em) => passTo(em, await heldEdition(em, id), to, motive));
}

/** An edition that nobody else changes before this transaction ends. */
export async function heldEdition(em: EntityManager, id: string): Promise<Edition> {
  const edition = await em.findOne(Edition, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!edition) throw new Refusal('NOT_FOUND');
  return edition;
}

/**
 * Puts an edition that is held into another phase, and says so in its log. Going back needs a motive, and dates no
 * longer drive it: they would take it forward again at once.
 */
export function passTo(
  em: EntityManager,
  edition: Edition,
  to: EditionPhase,
  motive: string | null,
  byDate = false,
): Edition {
  const reachable = reachableFrom(edition.phase);
  if (!reachable.includes(to)) throw new Refusal('PHASE_NOT_REACHABLE', { phase: edition.phase, reachable });
  if (goesBack(edition.phase, to)) {
    if (!motive) throw new Refusal('PHASE_MOTIVE_REQUIRED');
    edition.datesDrive = false;
  }
  edition.phaseMotive = motive;
  return enter(em, edition, to, motive, byDate);
}

/** Writes a change of phase that was decided, whatever decided it. */
export function enter(
  em: EntityManager,
  edition: Edition,
  to: EditionPhase,
  motive: string | null = null,
  byDate = false,
): Edition {
  const log = { fromPhase: edition.phase, toPhase: to, motive, byDate, actorId: writerOf(em) };
  em.create(PhaseMove, { edition, ...log });
  edition.phase = to;
  return edition;
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
    [input.contradictoryFrom, input.contradictoryTo],
  ];
  if (periods.some(([from, to]) => from && to && from > to)) throw new Refusal('EDITION_DATES_DISORDERED');
}

/** What was said, without what was left out: an absent field stays as it is. */
export const given = <T extends object>(input: T): Partial<T> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<T>;
