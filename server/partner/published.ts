import type { EntityManager } from '@mikro-orm/postgresql';
import { insertRows } from '../kernel/bulk.ts';
import type { RowOf } from './column.ts';
import { factNames, type PublishedRows } from './dictionary.ts';
import type { erratum } from './table/erratum.ts';

export type { PublishedRows } from './dictionary.ts';

/** One change that a correction makes to a version, and why: what is corrected is told, field by field. */
export type Erratum = RowOf<typeof erratum>;

/** How a version is called and stamped. */
export interface Stamp {
  readonly version: string;
  readonly number: number;
  readonly published_at: string;
  readonly hash: string;
  readonly signature: string;
  readonly public_key: string;
}

/** Where a version is written: for all to read, or to wait for its instant. */
export type Shelf = 'published' | 'embargoed';

/** Writes one version: the only place that makes rows of the published world. */
export async function writeVersion(
  em: EntityManager,
  shelf: Shelf,
  stamp: Stamp,
  rows: PublishedRows,
  errata: readonly Erratum[],
): Promise<void> {
  const { version } = stamp;
  await insertRows(em, `${shelf}.dataset`, [{ ...rows.dataset, ...stamp }]);
  const write = (table: string, own: readonly object[]) =>
    insertRows(
      em,
      `${shelf}.${table}`,
      own.map((row) => ({ version, ...row })),
    );
  for (const table of factNames) if (table !== 'dataset') await write(table, rows[table]);
  await write('erratum', errata);
}

/** Says when an edition will be released: public at once, and all that is told of it. */
export const announce = async (em: EntityManager, year: number, at: Date): Promise<void> => {
  await em.execute(
    `insert into published.announcement (year, release_at) values (?, ?)
     on conflict (year) do update set release_at = excluded.release_at`,
    [year, at.toISOString()],
  );
};

/** Takes an announcement back, if there is one: the edition is out, or is not going out. */
export const withdrawAnnouncement = async (em: EntityManager, year: number): Promise<void> => {
  await em.execute('delete from published.announcement where year = ?', [year]);
};

/** What was last published of each mean for a year, by the code of the mean; empty when nothing was. */
export async function publishedMeans(em: EntityManager, year: number): Promise<Map<string, string | null>> {
  const rows: { code: string; value: string | null }[] = await em.execute(
    `select m.code, m.value from published.mean m where m.version =
      (select d.version from published.dataset d where d.year = ? order by d.number desc limit 1)`,
    [year],
  );
  return new Map(rows.map(({ code, value }) => [code, value]));
}

/** The codes of the means that are withheld for a year, by the version that is out or by the one that waits. */
export async function withheldMeansOf(em: EntityManager, year: number): Promise<ReadonlySet<string>> {
  const rows: { code: string }[] = await em.execute(
    `select m.code from published.mean m join published.dataset d using (version) where d.year = ? and m.withheld is not null
     union select m.code from embargoed.mean m join embargoed.dataset d using (version)
     where d.year = ? and m.withheld is not null`,
    [year, year],
  );
  return new Set(rows.map(({ code }) => code));
}

/** A mean as some version of a year told it, or withheld it. */
export interface ToldMean {
  readonly code: string;
  readonly value: string | null;
  readonly structure_count: number | null;
  readonly withheld: string | null;
}

/** The means of every version of a year, the first version first. */
export const meansOfVersions = (em: EntityManager, year: number): Promise<ToldMean[]> =>
  em.execute(
    `select m.code, m.value, m.structure_count, m.withheld from published.mean m
     join published.dataset d using (version) where d.year = ? order by d.number, m.position`,
    [year],
  );
