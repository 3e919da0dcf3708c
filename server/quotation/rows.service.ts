import type { EntityManager } from '@mikro-orm/postgresql';
import { Edition } from '../edition/edition.ts';
import { Refusal } from '../kernel/errors.ts';
import type { PublishedRows } from '../partner/published.ts';
import { Dataset } from '../publication/dataset.ts';
import { rehearse } from '../publication/publication.service.ts';

/** The tables of schema `published` that a text may quote. */
const tables = ['channel', 'step', 'trophy', 'laureate', 'indicator', 'mean'] as const;

/** What one version says, or would say, to the world. */
export interface Version {
  readonly name: string;
  readonly hash: string;
  /** When it became public; null for a rehearsal. */
  readonly publishedAt: Date | null;
  readonly rows: Quoted;
}

/** The rows a text may quote. */
export type Quoted = Pick<PublishedRows, 'dataset' | (typeof tables)[number]>;

/** What an edition says now: its latest version once it is published, and until then what publishing it would make public. */
export async function versionOf(em: EntityManager, editionId: string): Promise<Version> {
  const edition = await em.findOne(Edition, { id: editionId });
  if (!edition) throw new Refusal('NOT_FOUND');
  const dataset = await em.findOne(Dataset, { edition }, { orderBy: { number: 'desc' } });
  if (dataset) {
    const { name, hash, publishedAt } = dataset;
    return { name, hash, publishedAt, rows: await publishedRows(em, name) };
  }
  const { version, hash, rows } = await rehearse(em, editionId);
  return { name: version, hash, publishedAt: null, rows: rows as PublishedRows };
}

/** The last version of every edition before a year, the latest first. */
export async function versionsBefore(
  em: EntityManager,
  year: number,
): Promise<{ readonly year: number; readonly rows: Quoted }[]> {
  const last: { year: number; version: string }[] = await em.execute(
    `select distinct on (year) year, version from published.dataset where year < ? order by year desc, number desc`,
    [year],
  );
  const versions = [];
  for (const { year, version } of last) versions.push({ year, rows: await publishedRows(em, version) });
  return versions;
}

async function publishedRows(em: EntityManager, version: string): Promise<Quoted> {
  // A day is a text: as a date, it would be another one east of Greenwich.
  const sql = 'select *, ceremony_on::text as ceremony_on from published.dataset where version = ?';
  const [dataset] = await em.execute<PublishedRows['dataset'][]>(sql, [version]);
  if (!dataset) throw new Refusal('NOT_FOUND');
  const rows: Record<string, unknown[]> = {};
  for (const table of tables)
    rows[table] = await em.execute(`select * from published.${table} where version = ? order by position`, [version]);
  return { dataset, ...rows } as Quoted;
}
