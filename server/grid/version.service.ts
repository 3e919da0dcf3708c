import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import { Edition } from '../edition/edition.ts';
import { Refusal } from '../kernel/errors.ts';
import { type ReadGrid, readConfiguration } from './grid.rules.ts';
import { configurationOf, gridOf, removeGrid, wholeGrid, writeGrid } from './grid.service.ts';
import type { Grid } from './grid.ts';
import { nameFaults } from './version.faults.rules.ts';
import { type Fate, fatesBetween, type Versioned } from './version.rules.ts';
import { GridVersion } from './version.ts';

/** Two versions of a grid side by side: the one in force, the one in preparation, and the fate of every criterion. */
export interface Draft {
  readonly version: GridVersion;
  readonly base: Grid;
  readonly grid: Grid;
  readonly before: readonly Versioned[];
  readonly after: readonly Versioned[];
  readonly fates: readonly Fate[];
}

/**
 * Prepares the next version of a frozen grid: a draft beside it, which changes as a grid does before anything was
 * measured, and is used nowhere until it is adopted. Without a configuration it begins as a copy; with one, it takes
 * the place of a draft that was already there, and what was declared of its criteria stays.
 */
export function prepareVersion(em: EntityManager, editionId: string, data: unknown): Promise<GridVersion> {
  return em.transactional(async (em) => {
    const edition = await editionChanging(em, editionId);
    const base = await gridOf(em, editionId);
    if (!base.frozenAt) throw new Refusal('VERSION_NOT_NEEDED');
    const earlier = await em.findOne(GridVersion, { grid: { edition, draft: true } }, { populate: ['grid'] });
    if (earlier && data === null) throw new Refusal('VERSION_EXISTS');
    const configuration = readOr(data ?? (await configurationOf(em, base.id)));
    if (earlier) await removeGrid(em, earlier.grid.getEntity());
    const grid = await writeGrid(em, configuration, { edition, number: base.number + 1, draft: true });
    const version = em.create(GridVersion, { grid, base, fates: earlier?.fates ?? [] });
    await em.flush();
    return version;
  });
}

function readOr(data: unknown): ReadGrid {
  const read = readConfiguration(data);
  if ('faults' in read) throw new Refusal('GRID_INVALID', { faults: read.faults, told: read.told });
  return read.grid;
}

/** Declares what becomes of the measurements of some criteria; the others keep their usual fate. */
export function declareFates(
  em: EntityManager,
  id: string,
  version: number,
  fates: readonly Fate[],
): Promise<GridVersion> {
  return em.transactional(async (em) => {
    const { edition } = await openDraft(em, id);
    await editionChanging(em, edition.id);
    const lock = { lockMode: LockMode.OPTIMISTIC, lockVersion: version, refresh: true } as const;
    const draft = await em.findOneOrFail(GridVersion, { id }, lock);
    if (draft.adoptedAt) throw new Refusal('VERSION_ADOPTED');
    const { before, after } = await sidesOf(em, draft);
    const faults = nameFaults(before, after, fates);
    if (faults.length > 0) throw new Refusal('VERSION_INVALID', { faults });
    draft.fates = [...fates];
    return draft;
  });
}

/** Gives up a version that was in preparation: nothing rested on it. */
export function discardVersion(em: EntityManager, id: string): Promise<boolean> {
  return em.transactional(async (em) => {
    const { edition, grid } = await openDraft(em, id);
    await em.findOneOrFail(Edition, { id: edition.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    await em.refreshOrFail(grid);
    if (!grid.draft) throw new Refusal('VERSION_ADOPTED');
    await removeGrid(em, grid);
    return true;
  });
}

/** A draft with both its sides; refused when it was adopted, or when the grid it follows is no longer in force. */
export async function draftOf(em: EntityManager, id: string): Promise<Draft> {
  const { version, grid } = await openDraft(em, id);
  if (!grid.draft) throw new Refusal('VERSION_ADOPTED');
  const { base, before, after } = await sidesOf(em, version);
  return { version, base, grid, before, after, fates: fatesBetween(before, after, version.fates) };
}

async function openDraft(em: EntityManager, id: string) {
  const version = await em.findOne(GridVersion, { id }, { populate: ['grid'] });
  if (!version) throw new Refusal('VERSION_MISSING');
  const grid = version.grid.getEntity();
  return { version, grid, edition: grid.edition };
}

/** The criteria of both sides of a version, as the rules take them. */
async function sidesOf(em: EntityManager, { base: earlier, grid: next }: GridVersion) {
  const [base, grid] = [await wholeGrid(em, earlier.id), await wholeGrid(em, next.id)];
  return { base, grid, before: versionedIn(base), after: versionedIn(grid) };
}

/** The fates of a version: of every criterion, declared or not. */
export async function fatesOf(em: EntityManager, version: GridVersion): Promise<readonly Fate[]> {
  if (version.adoptedAt) return version.fates;
  const { before, after } = await sidesOf(em, version);
  return fatesBetween(before, after, version.fates);
}

/** Every criterion of a grid, as far as the fate of its measurements goes. */
export const versionedIn = ({ channels }: Grid): Versioned[] =>
  channels.getItems().flatMap(({ code: channel, criteria }) =>
    criteria.getItems().map(({ code, kind, unit, scale, conditions, delay }) => ({
      ...{ channel, code, kind, unit, scale, conditions, delay },
    })),
  );

/** The edition, while what its scores follow from may still change. */
export const editionChanging = (em: EntityManager, id: string): Promise<Edition> =>
  editionGranting(em, id, 'POLICY', 'VERSION_CLOSED', LockMode.PESSIMISTIC_WRITE);
