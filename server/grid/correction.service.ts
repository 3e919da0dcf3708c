import { type EntityName, LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { given } from '../edition/edition.service.ts';
import { correctInPlace } from './criterion.service.ts';
import { Criterion } from './criterion.ts';
import type { ChannelInput, CriterionInput, GridInput, StepWeightInput } from './grid.input.ts';
import { Channel, Grid } from './grid.ts';
import { openGrid, refuseFaults } from './open.service.ts';

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
    const criterion = await asRead(em, Criterion, id, version);
    await correctInPlace(em, grid, [criterion], input);
    return criterion;
  });
}

/** Corrects one channel of a grid on which nothing was measured yet. */
export function updateChannel(em: EntityManager, id: string, version: number, input: ChannelInput): Promise<Channel> {
  return em.transactional(async (em) => {
    const grid = await openGrid(em, (await em.findOneOrFail(Channel, { id })).grid.id);
    const channel = await asRead(em, Channel, id, version);
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

/** A record in the version that was read; anything else is refused as STALE. */
const asRead = <Noun extends Criterion | Channel>(
  em: EntityManager,
  noun: EntityName<Noun>,
  id: string,
  version: number,
): Promise<Noun> =>
  em.findOneOrFail(noun, { id } as never, {
    ...{ lockMode: LockMode.OPTIMISTIC, lockVersion: version, refresh: true },
  }) as Promise<Noun>;

/** Weighs the steps that are named; what is wrong with the names, each fault in a sentence. */
function weighSteps(grid: Grid, weights: readonly StepWeightInput[]): string[] {
  return weights.flatMap(({ step: code, weight }) => {
    const step = grid.steps.getItems().find((each) => each.code === code);
    if (!step) return [`the grid has no step ${code}`];
    step.weight = weight ?? null;
    return [];
  });
}
