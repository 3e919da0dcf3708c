import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Category } from '../edition/category.ts';
import { createCategory, editionGranting, given } from '../edition/edition.service.ts';
import { Refusal } from '../kernel/errors.ts';
import type { ChannelCode } from '../kernel/kinds.ts';
import type { ChannelRule } from '../score/score.rules.ts';
import { Criterion } from './criterion.ts';
import { Clause, Frame } from './frame.ts';
import type { CriterionInput } from './grid.input.ts';
import { criterionFaultsOf, type FrameConfiguration, readConfiguration } from './grid.rules.ts';
import { Channel, Grid, JourneyStep } from './grid.ts';
import { Indicator } from './indicator.ts';

/** Gives an edition its grid, or replaces it as long as nothing was measured on it. */
export async function configureGrid(em: EntityManager, editionId: string, data: unknown): Promise<Grid> {
  const read = readConfiguration(data);
  if ('faults' in read) throw new Refusal('GRID_INVALID', { faults: read.faults });
  const configuration = read.grid;
  return em.transactional(async (em) => {
    const edition = await editionGranting(em, editionId, 'CONFIGURE', 'GRID_FROZEN', LockMode.PESSIMISTIC_WRITE);
    const before = await em.findOne(Grid, { edition }, { orderBy: { number: 'desc' } });
    if (before?.frozenAt) throw new Refusal('GRID_FROZEN');
    if (before) await em.nativeDelete(Criterion, { channel: { grid: before } });
    if (before) await em.remove(before).flush();

    const clauses = await recordFrames(em, configuration.frames);
    const grid = em.create(Grid, { edition, note: configuration.note ?? null });
    const steps = new Map(
      configuration.steps.map((step, position) => [step.code, em.create(JourneyStep, { grid, position, ...step })]),
    );
    for (const [position, { criteria, ...channel }] of configuration.channels.entries()) {
      const owner = em.create(Channel, { ...channel, code: channel.code as ChannelCode, grid, position });
      for (const [place, { step, absences, clauses: served, ...criterion }] of criteria.entries()) {
        const asked = em.create(Criterion, {
          ...criterion,
          channel: owner,
          step: steps.get(step),
          position: place,
          whenNotOffered: absences.NOT_OFFERED,
          whenNotObserved: absences.NOT_OBSERVED,
          whenRefused: absences.REFUSED,
        } as never);
        for (const { frame, version, number } of served ?? [])
          asked.clauses.add(clauses.get(`${frame} ${version} ${number}`) as Clause);
      }
    }
    for (const [position, indicator] of configuration.indicators.entries())
      em.create(Indicator, { ...indicator, grid, position } as never);
    await em.flush();
    return grid;
  });
}

/**
 * Gives an edition in preparation the categories and the grid of another, with their stable codes, so that trends
 * survive. A category it already has by its code is left as it is.
 */
export function copyConfiguration(em: EntityManager, editionId: string, fromId: string): Promise<Grid> {
  return em.transactional(async (em) => {
    const source = await gridOf(em, fromId);
    const own = new Set((await em.find(Category, { edition: editionId })).map(({ code }) => code));
    for (const category of await em.find(Category, { edition: fromId }, { orderBy: { position: 'asc' } })) {
      const { code, label, position, kinds, populationFrom, populationBelow, awarded } = category;
      const copy = { code, label, position, kinds, populationFrom, populationBelow, awarded };
      if (!own.has(code)) await createCategory(em, editionId, copy);
    }
    return configureGrid(em, editionId, await configurationOf(em, source.id));
  });
}

/** Records the frames a grid refers to; a version already known is kept, with any clause it lacks. */
async function recordFrames(em: EntityManager, frames: readonly FrameConfiguration[]): Promise<Map<string, Clause>> {
  const clauses = new Map<string, Clause>();
  for (const { code, version: release, label, source, clauses: listed } of frames) {
    const known = await em.findOne(Frame, { code, release }, { populate: ['clauses'] });
    const frame = known ?? em.create(Frame, { code, release, label, source: source ?? null });
    for (const { number, label } of listed) {
      const clause = known?.clauses.getItems().find((each) => each.number === number);
      clauses.set(`${code} ${release} ${number}`, clause ?? em.create(Clause, { frame, number, label }));
    }
  }
  return clauses;
}

/** Corrects one criterion of a grid on which nothing was measured yet. */
export function updateCriterion(
  em: EntityManager,
  id: string,
  version: number,
  input: CriterionInput,
): Promise<Criterion> {
  return em.transactional(async (em) => {
    const { grid } = (await em.findOneOrFail(Criterion, { id }, { populate: ['channel'] })).channel.getEntity();
    // The row that an import locks: the first measurement cannot come in between.
    await em.findOneOrFail(Grid, { id: grid.id }, { populate: ['edition'] });
    await em.lock(grid.getEntity().edition.getEntity(), LockMode.PESSIMISTIC_WRITE);
    await em.refresh(grid.getEntity());
    if (grid.getEntity().frozenAt) throw new Refusal('GRID_FROZEN');
    const lock = { lockMode: LockMode.OPTIMISTIC, lockVersion: version } as const;
    const criterion = await em.findOneOrFail(Criterion, { id }, { ...lock, refresh: true });
    em.assign(criterion, given(input) as never);
    const faults = criterionFaultsOf(criterion);
    if (faults.length > 0) throw new Refusal('GRID_INVALID', { faults });
    return criterion;
  });
}

/** The grid an edition is measured with: its latest. */
export async function gridOf(em: EntityManager, editionId: string): Promise<Grid> {
  const grid = await em.findOne(
    Grid,
    { edition: editionId },
    { orderBy: { number: 'desc' }, populate: ['channels.criteria', 'indicators'] },
  );
  if (!grid) throw new Refusal('GRID_MISSING');
  return grid;
}

/** A grid as the arithmetic needs it. */
export const rulesOf = (grid: Grid): ChannelRule[] =>
  grid.channels.getItems().map((channel) => ({
    code: channel.code,
    weight: channel.weight,
    optional: channel.optional,
    criteria: channel.criteria.getItems().map((criterion) => ({
      code: criterion.code,
      weight: criterion.weight,
      scale: criterion.scale,
      absences: {
        NOT_OFFERED: criterion.whenNotOffered,
        NOT_OBSERVED: criterion.whenNotObserved,
        REFUSED: criterion.whenRefused,
      },
    })),
  }));

/** A grid as readable data: what `configureGrid` takes back. */
export async function configurationOf(em: EntityManager, id: string): Promise<object> {
  const grid = await em.findOneOrFail(
    Grid,
    { id },
    { populate: ['channels.criteria.clauses.frame', 'channels.criteria.step', 'steps', 'indicators'] },
  );
  const criteria = grid.channels.getItems().flatMap((channel) => channel.criteria.getItems());
  const named = ({ code, release }: Frame) => `${code} ${release}`;
  const frames = [
    ...new Set(criteria.flatMap((each) => each.clauses.getItems()).map(({ frame }): Frame => frame.getEntity())),
  ].sort((a, b) => named(a).localeCompare(named(b), 'en'));
  await em.populate(frames, ['clauses']);
  return {
    note: grid.note,
    steps: grid.steps.getItems().map(({ code, label }) => ({ code, label })),
    frames: frames.map(({ code, release: version, label, source, clauses }) => ({
      ...{ code, version, label, source },
      clauses: clauses.getItems().map(({ number, label }) => ({ number, label })),
    })),
    channels: grid.channels.getItems().map(({ code, label, weight, optional, criteria }) => ({
      ...{ code, label, weight: plain(weight), optional },
      criteria: criteria.getItems().map((each) => ({
        ...{ code: each.code, label: each.label, guidance: each.guidance, kind: each.kind, unit: each.unit },
        ...{ weight: plain(each.weight), scale: each.scale, source: each.source, step: each.step.getProperty('code') },
        absences: { NOT_OFFERED: each.whenNotOffered, NOT_OBSERVED: each.whenNotObserved, REFUSED: each.whenRefused },
        clauses: inOrder(each.clauses.getItems()).map(({ frame, number }) => ({
          ...{ frame: frame.getProperty('code'), version: frame.getProperty('release'), number },
        })),
      })),
    })),
    indicators: grid.indicators
      .getItems()
      .map(({ code, label, unit, base, rule }) => ({ code, label, unit, base, rule })),
  };
}

/** "2.5000" → "2.5": as it was written. */
const plain = (weight: string): string => weight.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

/** The order of a frame: the database gives none, and what is hashed must not depend on its mood. */
const inOrder = (clauses: readonly Clause[]): Clause[] =>
  clauses.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
const sortKey = ({ frame, number }: Clause): string =>
  `${frame.getProperty('code')} ${frame.getProperty('release')} ${String(number).padStart(5, '0')}`;
