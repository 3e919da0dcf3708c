import { createHash } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { grants } from '../edition/edition.rules.ts';
import { enter } from '../edition/edition.service.ts';
import { Edition, EditionPhase, Provenance } from '../edition/edition.ts';
import { SpecialPrize } from '../edition/prize.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { type PublishedRows, writeVersion } from '../partner/published.ts';
import { currentRun, latestRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { Trophy } from '../trophy/trophy.ts';
import { Dataset } from './dataset.ts';
import { type Blocker, BlockerCode, type Rehearsal } from './publication.ts';
import { rowsOf } from './rows.ts';

/** What publishing an edition now would make public, and what stands in the way. Writes nothing. */
export async function rehearse(em: EntityManager, editionId: string): Promise<Rehearsal> {
  const edition = await em.findOne(Edition, { id: editionId }, { populate: ['categories'] });
  if (!edition) throw new Refusal('NOT_FOUND');
  const trophies: Trophy[] = await em.find(
    Trophy,
    { edition },
    {
      populate: ['category', 'prize', 'laureates.structure.parent'],
      orderBy: [
        { category: { position: 'asc nulls last', code: 'asc' } },
        { prize: { position: 'asc nulls last', code: 'asc' } },
      ],
    },
  );
  const run = await latestRun(em, editionId);
  const rows = await rowsOf(em, edition, run, trophies);
  const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  const latest = await em.findOne(Dataset, { edition }, { orderBy: { number: 'desc' } });
  const blockers = await blockersOf(em, edition, run, trophies);
  if (latest?.hash === hash) blockers.push({ code: BlockerCode.UNCHANGED, subject: latest.name });
  const figures = [...rows.indicator, ...rows.mean.filter(({ territory_code }) => territory_code === null)];
  return {
    ...{ hash, blockers, rows, version: `${edition.year}.${(latest?.number ?? 0) + 1}` },
    laureateCount: rows.laureate.length,
    unnamedCount: Math.max(0, (rows.dataset.structure_count ?? 0) - rows.laureate.length),
    withheldCount: figures.filter(({ withheld }) => withheld).length,
  };
}

/**
 * Publishes an edition: the one door between what is confidential and the world. One transaction writes a new immutable
 * version; `confirmed` is the hash of the rehearsal that was read, so that nothing else than what was read goes out.
 */
export function publishEdition(
  em: EntityManager,
  actor: Actor,
  now: Date,
  editionId: string,
  confirmed: string,
): Promise<Dataset> {
  return em.transactional(async (em) => {
    const edition = await em.findOne(Edition, { id: editionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!edition) throw new Refusal('NOT_FOUND');
    const { blockers, hash, rows, version } = await rehearse(em, editionId);
    if (blockers.some(({ code }) => code === BlockerCode.UNCHANGED)) throw new Refusal('PUBLICATION_UNCHANGED');
    if (blockers.length > 0) throw new Refusal('PUBLICATION_BLOCKED', { blockers });
    if (hash !== confirmed) throw new Refusal('PUBLICATION_MOVED');
    const number = Number(version.split('.')[1]);
    const stamp = { version, number, hash, published_at: now.toISOString() };
    await writeVersion(em, stamp, rows as PublishedRows);
    if (edition.phase !== EditionPhase.PUBLISHED) enter(em, edition, EditionPhase.PUBLISHED);
    edition.publishedAt ??= now;
    return em.create(Dataset, { edition, name: version, number, hash, publishedAt: now, publishedBy: actor.id });
  });
}

async function blockersOf(
  em: EntityManager,
  edition: Edition,
  run: ScoreRun | null,
  trophies: readonly Trophy[],
): Promise<Blocker[]> {
  const blockers: Blocker[] = [];
  // A published edition may be followed by a correction: its next version.
  const open = grants(edition.phase, 'PUBLISH') || edition.phase === EditionPhase.PUBLISHED;
  if (!open) blockers.push({ code: BlockerCode.NOT_IN_EMBARGO, subject: edition.phase });
  if (edition.provenance === Provenance.REPORTED) return blockers;
  if (!run) blockers.push({ code: BlockerCode.NO_SCORES, subject: null });
  else if (!(await isCurrent(em, edition.id))) blockers.push({ code: BlockerCode.SCORES_STALE, subject: null });
  const decided = new Map(trophies.map((trophy) => [trophy.category?.id ?? trophy.prize?.id, trophy]));
  const prizes = await em.find(SpecialPrize, { edition }, { orderBy: { position: 'asc' } });
  const due = prizes.map(({ id, label }) => ({ id, label, awarded: true }));
  for (const { id, label, awarded } of [...edition.categories, ...due]) {
    const trophy = decided.get(id);
    if (awarded && !trophy) blockers.push({ code: BlockerCode.TROPHY_NOT_DECIDED, subject: label });
    else if (trophy && trophy.laureates.length > 0 && !trophy.pointRemarquable)
      blockers.push({ code: BlockerCode.POINT_REMARQUABLE_MISSING, subject: label });
  }
  return blockers;
}

async function isCurrent(em: EntityManager, editionId: string): Promise<boolean> {
  return currentRun(em, editionId).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false;
      throw error;
    },
  );
}
