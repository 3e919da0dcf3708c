import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Account } from '../account/account.ts';
import { Edition } from '../edition/edition.ts';
import { gridOf } from '../grid/grid.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { copyConfiguration } from './configured.ts';
import { invitable } from './rehearsal.policy.ts';
import { DressRehearsal } from './rehearsal.ts';
import { inventTests, inviteCast } from './simulation.service.ts';
import { buildStage, countStage, openStage, STAGE, strikeStage } from './stage.ts';

/** How an edition is rehearsed. */
export interface Staging {
  /** What its chance starts from. */
  readonly seed: number;
  readonly structuresEach: number;
  /** Whether the tests are invented too. */
  readonly tested: boolean;
}

/** The rehearsal that is being played; null when none is. */
export const onStage = (em: EntityManager): Promise<DressRehearsal | null> =>
  em.findOne(DressRehearsal, { wipedAt: null });

/**
 * Puts an edition on stage: its configuration copied, invented structures enrolled, their tests invented. One
 * transaction: whatever goes wrong half-way, nothing of it exists.
 */
export function beginRehearsal(
  em: EntityManager,
  actor: Actor,
  now: Date,
  editionId: string,
  { seed, structuresEach, tested }: Staging,
): Promise<DressRehearsal> {
  return em.transactional(async (em) => {
    await em.execute(`select pg_advisory_xact_lock(hashtext('rehearsal'))`);
    const edition = await em.findOne(Edition, { id: editionId });
    if (!edition) throw new Refusal('NOT_FOUND');
    if (await onStage(em)) throw new Refusal('REHEARSAL_RUNNING');
    const grid = await gridOf(em, editionId);
    const builtOn = await schemaOf(em);
    await strikeStage(em);
    await buildStage(em);
    const played = await copyConfiguration(em, editionId, grid.id);
    await openStage(em);
    const stage = em.fork({ keepTransactionContext: true }) as EntityManager;
    await inviteCast(stage, played, structuresEach);
    if (tested) await inventTests(stage, played, seed, now);
    await em.execute('set local search_path to default');
    const rehearsal = em.create(DressRehearsal, {
      ...{ edition, seed, structuresEach, tested, builtOn, startedBy: actor.id, counts: null },
    });
    await em.flush();
    await remindStage(em, rehearsal.id, played);
    return rehearsal;
  });
}

/** Tells the stage what is played on it, so that its screens can say so. */
async function remindStage(em: EntityManager, id: string, played: string): Promise<void> {
  await em.execute(
    `insert into ${STAGE}.dress_rehearsal select (jsonb_populate_record(null::${STAGE}.dress_rehearsal,
       to_jsonb(r) || jsonb_build_object('edition_id', ?::text))).* from public.dress_rehearsal r where r.id = ?`,
    [played, id],
  );
}

/** Wipes a rehearsal: everything of it goes, but for the line that says it took place and how much it held. */
export function wipeRehearsal(em: EntityManager, actor: Actor | null, now: Date, id: string): Promise<DressRehearsal> {
  return em.transactional(async (em) => {
    await em.execute(`set local lock_timeout = '10s'`);
    const rehearsal = await em.findOne(DressRehearsal, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!rehearsal) throw new Refusal('NOT_FOUND');
    if (rehearsal.wipedAt) return rehearsal;
    const counts = await countStage(em);
    await strikeStage(em);
    return em.assign(rehearsal, { counts, wipedAt: now, wipedBy: actor?.id ?? null });
  });
}

/** Says who is invited beside the staff. A participant never is: it speaks for a real structure. */
export async function inviteTo(em: EntityManager, id: string, accountIds: readonly string[]): Promise<DressRehearsal> {
  const rehearsal = await em.findOne(DressRehearsal, { id, wipedAt: null });
  if (!rehearsal) throw new Refusal('REHEARSAL_OVER');
  const known = await em.find(Account, { id: { $in: [...accountIds] }, role: { $in: [...invitable] }, closedAt: null });
  const guests = known.map((account) => account.id);
  const strange = accountIds.filter((each) => !guests.includes(each));
  if (strange.length > 0) throw new Refusal('NOT_FOUND', { accounts: strange });
  em.assign(rehearsal, { guests });
  await em.flush();
  await em.execute(
    `update ${STAGE}.dress_rehearsal h set guests = r.guests from public.dress_rehearsal r where r.id = h.id`,
  );
  return rehearsal;
}

/**
 * Wipes what no longer fits the house: a rehearsal built before the last migration, or a stage that nobody remembers.
 * Called at each start.
 */
export async function wipeOutdated(em: EntityManager, now: Date): Promise<void> {
  const rehearsal = await onStage(em);
  if (!rehearsal) await strikeStage(em);
  else if (rehearsal.builtOn !== (await schemaOf(em))) await wipeRehearsal(em, null, now, rehearsal.id);
}

/** The last migration: what the tables look like. */
async function schemaOf(em: EntityManager): Promise<string> {
  const rows: { name: string }[] = await em.execute('select name from mikro_orm_migrations order by name desc limit 1');
  return rows[0]?.name ?? '';
}
