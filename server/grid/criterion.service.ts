import type { EntityManager } from '@mikro-orm/postgresql';
import { given } from '../edition/edition.service.ts';
import { Refusal } from '../kernel/errors.ts';
import { Criterion } from './criterion.ts';
import { Clause } from './frame.ts';
import type { CriterionInput } from './grid.input.ts';
import { type Channel, type Grid, JourneyStep } from './grid.ts';
import { usualScales, usualUnits } from './kind.rules.ts';
import { asRead, correct, criteriaOf, gridIdOf, inOrder, refuseFaults } from './open.service.ts';
import { copiedCode, freshCode, putIn } from './order.rules.ts';
import type { CriteriaInput, CriterionPlace, NewCriterion, ReadRecord } from './outline.input.ts';

/** Adds a criterion in a place of an open grid. */
export async function createCriterion(em: EntityManager, place: CriterionPlace, input: NewCriterion): Promise<Grid> {
  return correct(em, await gridOfPlace(em, place), async (em, grid) => {
    const { channel, step } = placeIn(grid, place);
    const criterion = newCriterion(em, grid, channel, step, input);
    refuseFaults(grid);
    await em.flush();
    await put(em, grid, [criterion], place);
  });
}

/** Writes a criterion that is not there yet, at the end of a channel. */
export function newCriterion(
  em: EntityManager,
  grid: Grid,
  channel: Channel,
  step: JourneyStep,
  { code, weight, scale, unit, ...input }: NewCriterion,
): Criterion {
  const taken = new Set(criteriaOf(grid).map((each) => each.code));
  return em.create(Criterion, {
    ...given(input),
    ...{ channel, step, weight: weight ?? '1', position: channel.criteria.length },
    unit: unit === undefined ? (usualUnits[input.kind] ?? null) : unit,
    scale: scale ?? usualScales[input.kind],
    code: code ?? freshCode([channel.code.toLowerCase(), step.code.toLowerCase()], input.label, taken),
  } as never);
}

/** Copies criteria, each right after the one it copies, with all it says but its code. */
export async function duplicateCriteria(em: EntityManager, ids: readonly string[]): Promise<Grid> {
  return correct(em, await gridIdOf(em, Criterion, ids), async (em, grid) => {
    for (const id of ids) {
      const all = criteriaOf(grid);
      const source = all.find((each) => each.id === id);
      if (!source) throw new Refusal('STALE');
      const copy = copyOf(em, source, new Set(all.map(({ code }) => code)));
      await em.flush();
      const channel = source.channel.getEntity();
      const place = { channelId: channel.id, stepId: source.step.id, afterId: source.id };
      await put(em, grid, [copy], place);
    }
  });
}

function copyOf(em: EntityManager, source: Criterion, taken: ReadonlySet<string>): Criterion {
  const { channel, step, label, guidance, kind, unit, weight, scale, bonus, floor, minimum, delay, conditions } =
    source;
  const { whenNotOffered, whenNotObserved, whenRefused } = source;
  const copy = em.create(Criterion, {
    ...{ channel, step, label: `${label} (copie)`.slice(0, 200), guidance, kind, unit, weight, scale, bonus },
    ...{ floor, minimum, delay, conditions, whenNotOffered, whenNotObserved, whenRefused, source: null },
    ...{ code: copiedCode(source.code, taken), position: source.position },
  } as never);
  copy.clauses.add(source.clauses.getItems());
  return copy;
}

/** Moves criteria together, within their channel or to another, in the order they stand in the grid. */
export async function moveCriteria(
  em: EntityManager,
  read: readonly ReadRecord[],
  place: CriterionPlace,
): Promise<Grid> {
  return correct(em, await gridIdOf(em, Criterion, idsOf(read)), async (em, grid) => {
    const chosen = new Set(asRead(criteriaOf(grid), read));
    const { channel, step } = placeIn(grid, place);
    const moved = criteriaOf(grid).filter((each) => chosen.has(each));
    for (const criterion of moved) em.assign(criterion, { channel: channel.id, step: step.id } as never);
    await em.flush();
    await put(em, grid, moved, place);
  });
}

/** Corrects several criteria alike, all or none. */
export async function updateCriteria(
  em: EntityManager,
  read: readonly ReadRecord[],
  input: CriteriaInput,
): Promise<Grid> {
  return correct(em, await gridIdOf(em, Criterion, idsOf(read)), async (em, grid) =>
    correctInPlace(em, grid, asRead(criteriaOf(grid), read), input),
  );
}

/** Removes criteria, with the clauses they serve; nothing was measured on them. */
export async function removeCriteria(em: EntityManager, read: readonly ReadRecord[]): Promise<Grid> {
  return correct(em, await gridIdOf(em, Criterion, idsOf(read)), async (em, grid) => {
    asRead(criteriaOf(grid), read);
    await em.nativeDelete(Criterion, { id: { $in: idsOf(read) } });
  });
}

/** Gives criteria of an open grid what an input says; what cannot be is refused before anything is written. */
export async function correctInPlace(
  em: EntityManager,
  grid: Grid,
  criteria: readonly Criterion[],
  { stepId, clauseIds, addClauseIds, removeClauseIds, ...input }: CriteriaInput | (CriterionInput & CriteriaInput),
): Promise<void> {
  const step = stepId ? one(grid.steps.getItems(), stepId) : null;
  const [only, more] = [await clausesOf(em, clauseIds ?? []), await clausesOf(em, addClauseIds ?? [])];
  const served = criteria.map(({ clauses }) => clauses.getIdentifiers().join());
  for (const criterion of criteria) {
    Object.assign(criterion, given(input));
    if (step) em.assign(criterion, { step: step.id } as never);
    if (clauseIds) criterion.clauses.set(only);
    criterion.clauses.remove((clause) => removeClauseIds?.includes(clause.id) ?? false);
    criterion.clauses.add(more);
  }
  refuseFaults(grid);
  await em.flush();
  // Clauses are records of their own: the version of a criterion stands for those it serves all the same.
  const changed = criteria.filter(({ clauses }, i) => clauses.getIdentifiers().join() !== served[i]);
  if (changed.length > 0)
    await em.execute('update criterion set version = version + 1 where id = any(?::uuid[])', [
      `{${changed.map(({ id }) => id).join()}}`,
    ]);
}

/** Clauses by their identifiers, with all that is written of their frames. */
async function clausesOf(em: EntityManager, ids: readonly string[]): Promise<Clause[]> {
  const found = await em.find(Clause, { id: { $in: [...ids] } }, { populate: ['frame.clauses'] });
  if (found.length < new Set(ids).size) throw new Refusal('NOT_FOUND');
  return found;
}

/** Writes where criteria stand, once they belong to the channel and the step of their place. */
async function put(em: EntityManager, grid: Grid, moved: readonly Criterion[], place: CriterionPlace): Promise<void> {
  const form = await em.find(Criterion, { channel: place.channelId }, { orderBy: { position: 'asc', id: 'asc' } });
  const placed = (each: Criterion) => ({ id: each.id, step: each.step.id });
  const journey = grid.steps.getItems().map(({ id }) => id);
  const after = place.afterId ?? null;
  if (after !== null && !form.some(({ id }) => id === after)) throw new Refusal('STALE');
  const order = putIn(form.map(placed), moved.map(placed), { step: place.stepId, after }, journey);
  await inOrder(
    em,
    'criterion',
    order.map(({ id }) => id),
  );
}

function placeIn(grid: Grid, { channelId, stepId }: CriterionPlace) {
  return { channel: one(grid.channels.getItems(), channelId), step: one(grid.steps.getItems(), stepId) };
}

async function gridOfPlace(em: EntityManager, { stepId }: CriterionPlace): Promise<string> {
  return gridIdOf(em, JourneyStep, [stepId]);
}

/** One of those a grid has; what someone removed meanwhile is STALE. */
export function one<Each extends { readonly id: string }>(all: readonly Each[], id: string): Each {
  const found = all.find((each) => each.id === id);
  if (!found) throw new Refusal('STALE');
  return found;
}

const idsOf = (read: readonly ReadRecord[]): string[] => read.map(({ id }) => id);
