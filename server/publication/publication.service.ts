import { createHash } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Category } from '../edition/category.ts';
import { grants } from '../edition/edition.rules.ts';
import { Edition, EditionPhase, Provenance } from '../edition/edition.ts';
import { Figure } from '../edition/figure.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { type PublishedRows, publishedMeans, writeVersion } from '../partner/published.ts';
import { meansOf } from '../ranking/ranking.service.ts';
import { currentRun, latestRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { Award, type Laureate, Trophy } from '../trophy/trophy.ts';
import { Dataset } from './dataset.ts';
import { told } from './publication.rules.ts';
import { type Blocker, BlockerCode, type Rehearsal } from './publication.ts';

/** What publishing an edition now would make public, and what stands in the way. Writes nothing. */
export async function rehearse(em: EntityManager, editionId: string): Promise<Rehearsal> {
  const edition = await em.findOne(Edition, { id: editionId }, { populate: ['categories'] });
  if (!edition) throw new Refusal('NOT_FOUND');
  const trophies: Trophy[] = await em.find(
    Trophy,
    { edition },
    {
      populate: ['category', 'laureates.structure.parent'],
      orderBy: { category: { position: 'asc nulls last', code: 'asc' } },
    },
  );
  const run = await latestRun(em, editionId);
  const rows = await rowsOf(em, edition, run, trophies);
  const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  const latest = await em.findOne(Dataset, { edition }, { orderBy: { number: 'desc' } });
  const blockers = await blockersOf(em, edition, run, trophies);
  if (latest?.hash === hash) blockers.push({ code: BlockerCode.UNCHANGED, subject: latest.name });
  const figures = [...rows.category, ...rows.indicator, ...rows.channel_mean];
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
    edition.phase = EditionPhase.PUBLISHED;
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
  const decided = new Map(trophies.map((trophy) => [trophy.category?.id, trophy]));
  for (const { id, label, awarded } of edition.categories) {
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

/** What may be known, and nothing else: laureates by name, aggregates that enough structures make up. */
async function rowsOf(
  em: EntityManager,
  edition: Edition,
  run: ScoreRun | null,
  trophies: readonly Trophy[],
): Promise<PublishedRows> {
  const named = trophies.map((trophy, position) => ({ trophy, position }));
  const { ordinal, year, label, provenance, note, sources, ceremonyOn, ceremonyPlace } = edition;
  const reported = await em.find(Figure, { edition });
  const reportedAs = (code: string) => reported.find((figure) => figure.code === code)?.value ?? null;
  const means = run && (await meansOf(em, run));
  const before = await publishedMeans(em, year - 1);
  const enrolled = run
    ? await em.execute(`select count(*)::int as n from enrolment where edition_id = ?`, [edition.id])
    : [];
  return {
    dataset: {
      ...{ ordinal, year, label, provenance, note, sources, ceremony_on: ceremonyOn, ceremony_place: ceremonyPlace },
      structure_count: (enrolled as { n: number }[])[0]?.n ?? wholeOf(reportedAs('structures')),
      global_score: means ? told(means.global.mean, means.global.structureCount).value : reportedAs('global_score'),
    },
    category: (means?.categories ?? []).map(({ code, label, mean, structureCount }, position) => {
      const { value, withheld } = told(mean, structureCount);
      return {
        code,
        label,
        position,
        structure_count: structureCount,
        mean: value,
        previous_mean: before.get(code) ?? null,
        withheld,
      };
    }),
    trophy: named.map(({ trophy, position }) => ({
      position,
      category_code: categoryOf(trophy)?.code ?? null,
      category_label: categoryOf(trophy)?.label ?? null,
      point_remarquable: trophy.pointRemarquable,
    })),
    laureate: named.flatMap(({ trophy, position }) => laureateRows(trophy, position)),
    indicator: run ? await indicatorRows(run) : reportedRows(reported),
    channel_mean: (means?.channels ?? []).map(({ code, label, mean, structureCount }, position) => {
      const { value, withheld } = told(mean, structureCount);
      return { position, channel: code, label, mean: value, structure_count: structureCount, withheld };
    }),
  };
}

/** The laureates of a trophy. A structure known by its rank alone received nothing, and stays unnamed. */
const laureateRows = ({ laureates }: Trophy, trophy: number): PublishedRows['laureate'] =>
  laureates
    .getItems()
    .filter(({ award }) => award !== Award.RANKED)
    .toSorted((a, b) => (a.rank ?? 1e6) - (b.rank ?? 1e6) || (nameOf(a) < nameOf(b) ? -1 : 1))
    .map(({ structure, award, rank, mention, confidence, sources, note }, position) => {
      const { name, kind, departmentCode, parent } = structure.getEntity();
      return {
        ...{ trophy, position, name, kind, award, rank, mention, confidence, sources, note },
        department_code: departmentCode,
        parent_name: parent?.getEntity().name ?? null,
      };
    });

async function indicatorRows(run: ScoreRun): Promise<PublishedRows['indicator']> {
  const values = await run.indicators.loadItems();
  return values.map(({ position, code, label, unit, value, numerator, denominator, base, contributors }) => {
    const figure = told({ value, numerator, denominator }, contributors);
    const { value: kept, withheld } = figure;
    return {
      ...{ position, code, label, unit, base, withheld, sources: [] },
      value: kept?.value ?? null,
      numerator: kept?.numerator ?? null,
      denominator: kept?.denominator ?? null,
    };
  });
}

/** Figures of a past edition, as their sources printed them: neither numerator nor denominator is known. */
const reportedRows = (figures: readonly Figure[]): PublishedRows['indicator'] =>
  figures
    .toSorted((a, b) => a.code.localeCompare(b.code))
    .map(({ code, label, value, unit, approximate, sources }, position) => ({
      ...{ position, code, label, unit, value, sources, numerator: null, denominator: null, withheld: null },
      base: approximate ? 'valeur approchée rapportée par la presse' : 'valeur rapportée par la presse',
    }));

const nameOf = ({ structure }: Laureate): string => structure.getEntity().name;
const categoryOf = ({ category }: Trophy): Category | null => category?.getEntity() ?? null;
const wholeOf = (value: string | null): number | null => (value === null ? null : Number(value));
