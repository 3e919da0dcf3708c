import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../kernel/errors.ts';
import type { Stored } from '../kernel/stored.ts';
import { Criterion } from './criterion.ts';
import { readConfiguration } from './grid.rules.ts';
import { wholeGrid, written } from './grid.service.ts';
import { type Channel, Grid, type JourneyStep } from './grid.ts';
import type { ReadRecord } from './outline.input.ts';

/** A grid that nothing was measured on, and whose edition is held: the first measurement cannot come in between. */
export async function openGrid(em: EntityManager, id: string): Promise<Grid> {
  const { edition } = await em.findOneOrFail(Grid, { id }, { populate: ['edition'] });
  await em.lock(edition.getEntity(), LockMode.PESSIMISTIC_WRITE);
  const grid = await em.findOneOrFail(Grid, { id }, { refresh: true });
  if (grid.frozenAt) throw new Refusal('GRID_FROZEN');
  return wholeGrid(em, id);
}

/**
 * Corrects a grid that is still open, and answers it as it then stands. All of it or nothing: what is left must be a
 * grid that could have been given whole.
 */
export function correct(
  em: EntityManager,
  gridId: string,
  change: (em: EntityManager, grid: Grid) => Promise<void>,
): Promise<Grid> {
  return em.transactional(async (em) => {
    const grid = await openGrid(em, gridId);
    await change(em, grid);
    await em.flush();
    // Orders were written by statements: what is judged and answered is what the database now holds.
    em.clear();
    const left = await wholeGrid(em, gridId);
    refuseFaults(left);
    return left;
  });
}

/** A correction must leave a grid that could have been given whole. */
export function refuseFaults(grid: Grid, more: readonly string[] = []): void {
  const read = readConfiguration(written(grid));
  const [faults, told] = 'faults' in read ? [read.faults, read.told] : [[], []];
  if (faults.length + more.length > 0) throw new Refusal('GRID_INVALID', { faults: [...more, ...faults], told });
}

/** Those of these records that were read, each in the version it was read in; one that is gone is STALE too. */
export function asRead<Noun extends Stored>(all: readonly Noun[], read: readonly ReadRecord[]): Noun[] {
  return read.map(({ id, version }) => {
    const found = all.find((each) => each.id === id);
    if (found?.version !== version) throw new Refusal('STALE');
    return found;
  });
}

export const criteriaOf = (grid: Grid): Criterion[] =>
  grid.channels.getItems().flatMap(({ criteria }) => criteria.getItems());

/** The grid that some records belong to; those of two grids, or of none, are not found. */
export async function gridIdOf(
  em: EntityManager,
  noun: typeof Criterion | typeof Channel | typeof JourneyStep,
  ids: readonly string[],
): Promise<string> {
  const found: { grid: string }[] = await (noun === Criterion
    ? em
        .find(Criterion, { id: { $in: [...ids] } }, { populate: ['channel'] })
        .then((all) => all.map(({ channel }) => ({ grid: channel.getEntity().grid.id })))
    : em
        .find(noun as typeof Channel, { id: { $in: [...ids] } })
        .then((all) => all.map(({ grid }) => ({ grid: grid.id }))));
  const grids = new Set(found.map(({ grid }) => grid));
  const [only] = grids;
  if (!only || grids.size > 1) throw new Refusal(ids.length > 0 && grids.size === 0 ? 'STALE' : 'NOT_FOUND');
  return only;
}

/** Puts records in an order. Those that keep their place are left alone, and none counts it as a change of its own. */
export const inOrder = (
  em: EntityManager,
  table: 'criterion' | 'channel' | 'journey_step',
  ids: readonly string[],
): Promise<unknown> =>
  em.execute(
    `update "${table}" t set position = o.place - 1 from unnest(?::uuid[]) with ordinality o(id, place)
     where t.id = o.id and t.position <> o.place - 1`,
    [`{${ids.join()}}`],
  );
