import type { EntityManager } from '@mikro-orm/postgresql';
import { given } from '../edition/edition.service.ts';
import { Refusal } from '../kernel/errors.ts';
import { newCriterion, one } from './criterion.service.ts';
import type { ChannelInput } from './grid.input.ts';
import { Channel, type Grid, JourneyStep } from './grid.ts';
import { asRead, correct, gridIdOf, inOrder, refuseFaults } from './open.service.ts';
import { byStep, freshCode, putAfter } from './order.rules.ts';
import type { NewChannel, ReadRecord, StepInput } from './outline.input.ts';

type After = string | null | undefined;

/** Adds a channel with its first criterion. */
export const createChannel = (em: EntityManager, gridId: string, input: NewChannel, after: After): Promise<Grid> =>
  correct(em, gridId, async (em, grid) => {
    const { criterion, stepId, ...own } = given(input) as NewChannel;
    const channels = grid.channels.getItems();
    const step = one(grid.steps.getItems(), stepId);
    const channel = em.create(Channel, { ...own, grid, position: channels.length } as never);
    newCriterion(em, grid, channel, step, criterion);
    refuseFaults(grid);
    await em.flush();
    await inOrder(em, 'channel', putAfter([...idsOf(channels), channel.id], channel.id, lastUnless(channels, after)));
  });

/** Corrects several channels alike. */
export async function updateChannels(
  em: EntityManager,
  read: readonly ReadRecord[],
  input: ChannelInput,
): Promise<Grid> {
  return correct(em, await gridIdOf(em, Channel, idsOf(read)), async (_, grid) => {
    for (const channel of asRead(grid.channels.getItems(), read)) Object.assign(channel, given(input));
    refuseFaults(grid);
  });
}

/** Puts a channel after another, or first. */
export async function moveChannel(em: EntityManager, read: ReadRecord, after: After): Promise<Grid> {
  return correct(em, await gridIdOf(em, Channel, [read.id]), async (em, grid) => {
    const channels = grid.channels.getItems();
    asRead(channels, [read]);
    if (after) one(channels, after);
    await inOrder(em, 'channel', putAfter(idsOf(channels), read.id, after ?? null));
  });
}

/** Removes a channel with its criteria. */
export async function removeChannel(em: EntityManager, read: ReadRecord): Promise<Grid> {
  return correct(em, await gridIdOf(em, Channel, [read.id]), async (em, grid) => {
    asRead(grid.channels.getItems(), [read]);
    await em.nativeDelete(Channel, { id: read.id });
  });
}

/** Adds a step to the journey; where steps weigh, it weighs 1 until told otherwise. */
export const createStep = (em: EntityManager, gridId: string, input: StepInput, after: After): Promise<Grid> =>
  correct(em, gridId, async (em, grid) => {
    const steps = grid.steps.getItems();
    const label = input.label ?? '';
    const code = input.code ?? freshCode([], label, new Set(steps.map((each) => each.code)));
    const weight = input.weight ?? (steps.some((each) => each.weight !== null) ? '1' : null);
    const step = em.create(JourneyStep, { grid, code, label, weight, position: steps.length });
    refuseFaults(grid);
    await em.flush();
    await inOrder(em, 'journey_step', putAfter([...idsOf(steps), step.id], step.id, lastUnless(steps, after)));
  });

/** Corrects the name or the weight of a step; its code, which trends follow, stays. */
export async function updateStep(em: EntityManager, read: ReadRecord, input: StepInput): Promise<Grid> {
  return correct(em, await gridIdOf(em, JourneyStep, [read.id]), async (_, grid) => {
    const { label, weight } = input;
    for (const step of asRead(grid.steps.getItems(), [read])) Object.assign(step, given({ label, weight }));
    refuseFaults(grid);
  });
}

/** Puts a step after another, or first: the forms follow it. */
export async function moveStep(em: EntityManager, read: ReadRecord, after: After): Promise<Grid> {
  return correct(em, await gridIdOf(em, JourneyStep, [read.id]), async (em, grid) => {
    const steps = grid.steps.getItems();
    asRead(steps, [read]);
    if (after) one(steps, after);
    const journey = putAfter(idsOf(steps), read.id, after ?? null);
    await inOrder(em, 'journey_step', journey);
    for (const { criteria } of grid.channels) {
      const form = criteria.getItems().map(({ id, step }) => ({ id, step: step.id }));
      await inOrder(em, 'criterion', idsOf(byStep(form, journey)));
    }
  });
}

/** Removes a step; its criteria go to another. */
export async function removeStep(em: EntityManager, read: ReadRecord, intoId: After): Promise<Grid> {
  return correct(em, await gridIdOf(em, JourneyStep, [read.id]), async (em, grid) => {
    const steps = grid.steps.getItems();
    const [step] = asRead(steps, [read]);
    const criteria = grid.channels.getItems().flatMap(({ criteria }) => criteria.getItems());
    const orphans = criteria.filter((each) => each.step.id === read.id);
    if (orphans.length > 0 && (!intoId || intoId === step?.id)) throw new Refusal('STEP_IN_USE');
    const into = intoId && one(steps, intoId).id;
    for (const orphan of orphans) em.assign(orphan, { step: into } as never);
    await em.flush();
    await em.nativeDelete(JourneyStep, { id: read.id });
  });
}

const idsOf = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);

/** After which a new one stands: the last one when that is not said, none when it is to be the first. */
const lastUnless = (all: readonly { readonly id: string }[], after: After): string | null =>
  after === undefined ? (all.at(-1)?.id ?? null) : after && one(all, after).id;
