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

/** What was last published of each mean for a year, by the code of the mean; empty when nothing was. */
export async function publishedMeans(em: EntityManager, year: number): Promise<Map<string, string | null>> {
  const rows: { code: string; value: string | null }[] = await em.execute(
    `select m.code, m.value from published.mean m where m.version =
      (select d.version from published.dataset d where d.year = ? order by d.number desc limit 1)`,
    [year],
  );
  return new Map(rows.map(({ code, value }) => [code, value]));
}
