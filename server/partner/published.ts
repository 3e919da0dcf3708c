import type { EntityManager } from '@mikro-orm/postgresql';
import { insertRows } from '../kernel/bulk.ts';
import { type PublishedRows, tableNames } from './dictionary.ts';

export type { PublishedRows } from './dictionary.ts';

/** How a version is called and stamped. */
export interface Stamp {
  readonly version: string;
  readonly number: number;
  readonly published_at: string;
  readonly hash: string;
}

/** Writes one version, inside the transaction of the release: the only place that writes to schema `published`. */
export async function writeVersion(em: EntityManager, stamp: Stamp, rows: PublishedRows): Promise<void> {
  const { version } = stamp;
  await insertRows(em, 'published.dataset', [{ ...rows.dataset, ...stamp }]);
  for (const table of tableNames)
    if (table !== 'dataset')
      await insertRows(
        em,
        `published.${table}`,
        rows[table].map((row) => ({ version, ...row })),
      );
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
