import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { given } from '../edition/edition.service.ts';
import { Refusal } from '../kernel/errors.ts';
import { Criterion } from './criterion.ts';
import type { ChannelInput, CriterionInput, GridInput, StepWeightInput } from './grid.input.ts';
import { readConfiguration } from './grid.rules.ts';
import { wholeGrid, written } from './grid.service.ts';
import { Channel, Grid } from './grid.ts';

/** Corrects one criterion of a grid on which nothing was measured yet. */
export function updateCriterion(
  em: EntityManager,
  id: string,
  version: number,
  input: CriterionInput,
): Promise<Criterion> {
  return em.transactional(async (em) => {
    const { channel } = await em.findOneOrFail(Criterion, { id }, { populate: ['channel'] });
    const grid = await openGrid(em, channel.getEntity().grid.id);
    const lock = { lockMode: LockMode.OPTIMISTIC, lockVersion: version, refresh: true } as const;
    const criterion = await em.findOneOrFail(Criterion, { id }, lock);
    Object.assign(criterion, given(input));
    refuseFaults(grid);
    return criterion;
  });
}

/** Corrects one channel of a grid on which nothing was measured yet. */
export function updateChannel(em: EntityManager, id: string, version: number, input: ChannelInput): Promise<Channel> {
  return em.transactional(async (em) => {
    const grid = await openGrid(em, (await em.findOneOrFail(Channel, { id })).grid.id);
    const lock = { lockMode: LockMode.OPTIMISTIC, lockVersion: version, refresh: true } as const;
    const channel = await em.findOneOrFail(Channel, { id }, lock);
    Object.assign(channel, given(input));
    refuseFaults(grid);
    return channel;
  });
}

/** Corrects what holds for a whole grid on which nothing was measured yet. */
export function updateGrid(em: EntityManager, id: string, version: number, input: GridInput): Promise<Grid> {
  return em.transactional(async (em) => {
    const grid = await openGrid(em, id);
    await em.lock(grid, LockMode.OPTIMISTIC, { lockVersion: version });
    const { stepWeights, ...own } = given(input);
    Object.assign(grid, own);
    refuseFaults(grid, weighSteps(grid, stepWeights ?? []));
    await em.flush();
    // Its version stands for its steps too: whoever has not read their weights holds an older one.
    if (stepWeights) await em.nativeUpdate(Grid, { id }, { minimumShare: grid.minimumShare });
    return em.refreshOrFail(grid);
  });
}

/** A grid that nothing was measured on, and whose edition is held: the first measurement cannot come in between. */
async function openGrid(em: EntityManager, id: string): Promise<Grid> {
  const { edition } = await em.findOneOrFail(Grid, { id }, { populate: ['edition'] });
  await em.lock(edition.getEntity(), LockMode.PESSIMISTIC_WRITE);
  const grid = await em.findOneOrFail(Grid, { id }, { refresh: true });
  if (grid.frozenAt) throw new Refusal('GRID_FROZEN');
  return wholeGrid(em, id);
}

/** Weighs the steps that are named; what is wrong with the names, each fault in a sentence. */
function weighSteps(grid: Grid, weights: readonly StepWeightInput[]): string[] {
  return weights.flatMap(({ step: code, weight }) => {
    const step = grid.steps.getItems().find((each) => each.code === code);
    if (!step) return [`the grid has no step ${code}`];
    step.weight = weight ?? null;
    return [];
  });
}

/** A correction must leave a grid that could have been given whole. */
function refuseFaults(grid: Grid, more: readonly string[] = []): void {
  const read = readConfiguration(written(grid));
  const faults = [...more, ...('faults' in read ? read.faults : [])];
  if (faults.length > 0) throw new Refusal('GRID_INVALID', { faults });
}
