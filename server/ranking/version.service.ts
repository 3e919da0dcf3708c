import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf, writeRows } from '../grid/adoption.service.ts';
import { rulesOf } from '../grid/grid.service.ts';
import { latestPolicy } from '../grid/policy.service.ts';
import { converted, type FateRow } from '../grid/version.carry.rules.ts';
import { type FateFault, fateFault } from '../grid/version.faults.rules.ts';
import type { Fate } from '../grid/version.rules.ts';
import { type Draft, declareFates, draftOf, editionChanging, prepareVersion } from '../grid/version.service.ts';
import { GridVersion } from '../grid/version.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { inPassing } from '../kernel/passing.ts';
import { policyFaults } from '../score/policy.rules.ts';
import { refusalOf } from '../score/scale.rules.ts';
import { linesOf } from './fate.service.ts';
import { inputsOf } from './inputs.ts';
import { movesBetween, standingsOf, toldChanges } from './preview.service.ts';
import { scoredIn, type Whole, wholeOf } from './scoring.ts';
import type { VersionEffect } from './version.ts';

/** Puts a version in force: from then on scores are computed with it, and the runs that were made keep theirs. */
export function adoptVersion(
  em: EntityManager,
  actor: Actor,
  now: Date,
  id: string,
  hash: string,
  motive: string,
): Promise<GridVersion> {
  return em.transactional(async (em) => {
    const version = await em.findOne(GridVersion, { id }, { populate: ['grid'] });
    if (!version) throw new Refusal('VERSION_MISSING');
    const edition = await editionChanging(em, version.grid.getEntity().edition.id);
    await em.refreshOrFail(version);
    await em.refreshOrFail(version.grid.getEntity());
    const draft = await draftOf(em, id);
    const { faults } = await put(em, draft, now);
    if (faults.length > 0) throw new Refusal('VERSION_INVALID', { faults });
    if ((await inputsOf(em, edition.id)).hash !== hash) throw new Refusal('VERSION_MOVED');
    Object.assign(draft.version, { fates: draft.fates, motive, adoptedAt: now, adoptedBy: actor.id });
    await em.flush();
    return draft.version;
  });
}

/** Puts a draft in force inside the transaction under way, or says what keeps it from being. */
async function put(em: EntityManager, draft: Draft, now: Date): Promise<{ faults: FateFault[] }> {
  const read = await rowsOf(em, draft);
  if ('faults' in read) return read;
  const faults = [...(await measuredFaults(em, draft, read.rows)), ...(await policyFaultsOf(em, draft))];
  if (faults.length > 0) return { faults };
  await writeRows(em, draft.grid, read.rows);
  draft.grid.draft = false;
  draft.grid.frozenAt = now;
  await em.flush();
  return { faults: [] };
}

/** What was measured and would have no place on the scale of the new criterion: told before, never found out after. */
async function measuredFaults(em: EntityManager, draft: Draft, rows: readonly FateRow[]): Promise<FateFault[]> {
  const found: { criterion: string; code: string; value: string; count: number }[] = await em.execute(
    `select m.criterion_id as criterion, c.code, coalesce(m.choice, trim_scale(m.amount)::text) as value, count(*)::int as count
     from audit a join measurement m on m.audit_id = a.id join criterion c on c.id = m.criterion_id
     where a.edition_id = ? and m.absence is null group by 1, 2, 3 order by 2, 3`,
    [draft.grid.edition.id],
  );
  const criteria = draft.grid.channels.getItems().flatMap(({ criteria }) => criteria.getItems());
  const targets = new Map(criteria.map((each) => [each.id, each]));
  const bySource = new Map(rows.map((row) => [row.source, row]));
  return found.flatMap(({ criterion, code, value, count }) => {
    const row = bySource.get(criterion);
    const target = targets.get(row?.target ?? '');
    if (!row || !target) return [];
    const said = converted(row.conversion, { value, absence: null });
    const fits = said && (said.value === null || refusalOf(target.kind, target.scale, said.value) === null);
    return fits ? [] : [fateFault('OUTSIDE_SCALE', code, value, count)];
  });
}

/** The policy in force must still speak of the new grid. */
async function policyFaultsOf(em: EntityManager, { grid }: Draft): Promise<FateFault[]> {
  const policy = await latestPolicy(em, grid.edition.id);
  return policy ? policyFaults(rulesOf(grid), policy.rules).map((each) => fateFault('POLICY', null, each)) : [];
}

/** What adopting a draft would change: it is adopted in a transaction that is then rolled back. */
export async function versionEffect(em: EntityManager, now: Date, id: string): Promise<VersionEffect> {
  return inPassing(em, (em) => effectOf(em, now, id));
}

/** The same of a version that is not even prepared: a whole configuration, with what becomes of the measurements. */
export async function proposedEffect(
  em: EntityManager,
  now: Date,
  editionId: string,
  configuration: object,
  fates: readonly Fate[],
): Promise<VersionEffect> {
  return inPassing(em, async (em) => {
    const { id, version } = await prepareVersion(em, editionId, configuration);
    await declareFates(em, id, version, fates);
    return effectOf(em, now, id);
  });
}

async function effectOf(em: EntityManager, now: Date, id: string): Promise<VersionEffect> {
  const draft = await draftOf(em, id);
  const editionId = draft.grid.edition.id;
  const before = await scoredNow(em, editionId);
  const fates = await linesOf(em, draft);
  const { faults } = await put(em, draft, now);
  const nothing = { fates, faults: faults as VersionEffect['faults'], hash: null };
  if (faults.length > 0) return { ...nothing, auditCount: 0, structureCount: 0, changes: [] };
  const { hash, auditCount } = await inputsOf(em, editionId);
  const after = await scoredNow(em, editionId);
  const moved = movesBetween(standingsOf(before), standingsOf(after));
  const known = [...before, ...after].filter(({ score }) => score !== null).map(({ enrolled }) => enrolled.id);
  return {
    ...{ ...nothing, hash, auditCount, structureCount: new Set(known).size },
    changes: await toldChanges(em, moved),
  };
}

async function scoredNow(em: EntityManager, editionId: string): Promise<Whole[]> {
  const scored: Whole[] = [];
  for await (const chunk of scoredIn(em, await inputsOf(em, editionId))) scored.push(...chunk.map(wholeOf));
  return scored;
}
