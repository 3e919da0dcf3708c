import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import type { Edition } from '../edition/edition.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Rules } from '../score/score.rules.ts';
import { Criterion } from './criterion.ts';
import { Clause, Frame } from './frame.ts';
import { type FrameConfiguration, type ReadGrid, readConfiguration } from './grid.rules.ts';
import { Channel, Grid, JourneyStep } from './grid.ts';
import { Indicator } from './indicator.ts';

/** Gives an edition its grid, or replaces it as long as nothing was measured on it. */
export async function configureGrid(em: EntityManager, editionId: string, data: unknown): Promise<Grid> {
  const read = readConfiguration(data);
  if ('faults' in read) throw new Refusal('GRID_INVALID', { faults: read.faults, told: read.told });
  const configuration = read.grid;
  return em.transactional(async (em) => {
    const edition = await editionGranting(em, editionId, 'CONFIGURE', 'GRID_FROZEN', LockMode.PESSIMISTIC_WRITE);
    const before = await em.findOne(Grid, { edition }, { orderBy: { number: 'desc' } });
    if (before?.frozenAt || before?.draft) throw new Refusal('GRID_FROZEN');
    if (before) await removeGrid(em, before);
    return writeGrid(em, configuration, { edition });
  });
}

/** Freezes a grid as its first test begins, whoever begins another at the same instant. */
export async function freezeGrid(
  em: EntityManager,
  { id, frozenAt }: Pick<Grid, 'id' | 'frozenAt'>,
  now: Date,
): Promise<void> {
  if (frozenAt) return;
  const frozen = 'update grid set frozen_at = ?, version = version + 1 where id = ? and frozen_at is null';
  await em.execute(frozen, [now, id]);
}

/** Removes a grid on which nothing was measured, with all that belongs to it. */
export async function removeGrid(em: EntityManager, grid: Grid): Promise<void> {
  await em.nativeDelete(Criterion, { channel: { grid } });
  await em.nativeDelete(Grid, { id: grid.id });
}

/** Writes a grid that was read, as what it is said to be: of which edition, of which number, in force or not. */
export async function writeGrid(
  em: EntityManager,
  configuration: ReadGrid,
  own: { readonly edition: Edition; readonly number?: number; readonly draft?: boolean },
): Promise<Grid> {
  const clauses = await recordFrames(em, configuration.frames);
  const { note, minimumShare } = configuration;
  const grid = em.create(Grid, { ...own, note: note ?? null, minimumShare });
  const steps = new Map(
    configuration.steps.map((step, position) => [step.code, em.create(JourneyStep, { grid, position, ...step })]),
  );
  for (const [position, { criteria, ...channel }] of configuration.channels.entries()) {
    const owner = em.create(Channel, { ...channel, grid, position } as never);
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

/** The grid an edition is measured with: its latest in force. A version in preparation is never it. */
export async function gridOf(em: EntityManager, editionId: string): Promise<Grid> {
  const grid = await em.findOne(
    Grid,
    { edition: editionId, draft: false },
    { orderBy: { number: 'desc' }, populate: ['channels.criteria.step', 'steps', 'indicators'] },
  );
  if (!grid) throw new Refusal('GRID_MISSING');
  return grid;
}

/** A grid as the arithmetic needs it, with its own policy. */
export const rulesOf = ({ channels, steps, minimumShare }: Grid): Rules => ({
  minimumShare: minimumShare && plain(minimumShare),
  steps: steps.getItems().map(({ code, weight }) => ({ code, weight: weight && plain(weight) })),
  channels: channels.getItems().map(({ code, weight, optional, compared, whenAbsent, criteria, ...channel }) => ({
    ...{ code, weight: plain(weight), optional, compared, whenAbsent },
    ...{ floor: plainOr(channel.floor), minimum: plainOr(channel.minimum), bonusCap: plainOr(channel.bonusCap) },
    criteria: criteria.getItems().map((criterion) => ({
      ...{ code: criterion.code, weight: plain(criterion.weight), scale: criterion.scale, bonus: criterion.bonus },
      ...{ step: criterion.step.getProperty('code'), minimum: plainOr(criterion.minimum) },
      ...{ floor: plainOr(criterion.floor), absences: absencesOf(criterion) },
    })),
  })),
});

const absencesOf = ({ whenNotOffered, whenNotObserved, whenRefused }: Criterion) => ({
  ...{ NOT_OFFERED: whenNotOffered, NOT_OBSERVED: whenNotObserved, REFUSED: whenRefused },
});

/** A grid as readable data: what `configureGrid` takes back. */
export const configurationOf = async (em: EntityManager, id: string): Promise<object> =>
  written(await wholeGrid(em, id));

/** A grid with all that belongs to it. */
export async function wholeGrid(em: EntityManager, id: string): Promise<Grid> {
  const populate = ['channels.criteria.clauses.frame', 'channels.criteria.step', 'steps', 'indicators'] as const;
  const grid = await em.findOneOrFail(Grid, { id }, { populate });
  await em.populate(framesOf(grid), ['clauses']);
  return grid;
}

/** The frames its criteria serve, in the order of their names. */
function framesOf({ channels }: Grid): Frame[] {
  const criteria = channels.getItems().flatMap((channel) => channel.criteria.getItems());
  const named = ({ code, release }: Frame) => `${code} ${release}`;
  const frames = criteria.flatMap((each) => each.clauses.getItems()).map(({ frame }): Frame => frame.getEntity());
  return [...new Set(frames)].sort((a, b) => named(a).localeCompare(named(b), 'en'));
}

/** A whole grid, as it stands in memory, as readable data. */
export function written(grid: Grid): object {
  return {
    note: grid.note,
    minimumShare: plainOr(grid.minimumShare),
    steps: grid.steps.getItems().map(({ code, label, weight }) => ({ code, label, weight: plainOr(weight) })),
    frames: framesOf(grid).map(({ code, release: version, label, source, clauses }) => ({
      ...{ code, version, label, source },
      clauses: clauses.getItems().map(({ number, label }) => ({ number, label })),
    })),
    channels: grid.channels.getItems().map(({ code, label, weight, optional, compared, criteria, ...channel }) => ({
      ...{ code, label, weight: plainOr(weight), optional, compared, whenAbsent: channel.whenAbsent },
      ...{ floor: plainOr(channel.floor), minimum: plainOr(channel.minimum), bonusCap: plainOr(channel.bonusCap) },
      criteria: criteria.getItems().map((each) => ({
        ...{ code: each.code, label: each.label, guidance: each.guidance, kind: each.kind, unit: each.unit },
        ...{
          weight: plainOr(each.weight),
          scale: each.scale,
          source: each.source,
          step: each.step.getProperty('code'),
        },
        ...{ bonus: each.bonus, minimum: plainOr(each.minimum), floor: plainOr(each.floor) },
        ...{ conditions: each.conditions, delay: each.delay, absences: absencesOf(each) },
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

const plainOr = (weight: string | null): string | null => weight && plain(weight);

/** The order of a frame: the database gives none, and what is hashed must not depend on its mood. */
const inOrder = (clauses: readonly Clause[]): Clause[] =>
  clauses.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
const sortKey = ({ frame, number }: Clause): string =>
  `${frame.getProperty('code')} ${frame.getProperty('release')} ${String(number).padStart(5, '0')}`;
