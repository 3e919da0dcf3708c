import type { EntityManager } from '@mikro-orm/postgresql';
import { insertRows } from '../kernel/bulk.ts';

/** Everything one version of one edition says to the world, row by row of schema `published`. */
export interface PublishedRows {
  readonly dataset: {
    readonly ordinal: number;
    readonly year: number;
    readonly label: string;
    readonly provenance: string;
    readonly note: string | null;
    readonly sources: readonly string[];
    readonly ceremony_on: string | null;
    readonly ceremony_place: string | null;
    readonly structure_count: number | null;
    readonly global_score: string | null;
  };
  readonly category: readonly {
    readonly code: string;
    readonly label: string;
    readonly position: number;
    readonly structure_count: number;
    readonly mean: string | null;
    readonly previous_mean: string | null;
    readonly withheld: 'SMALL_BASE' | null;
  }[];
  readonly trophy: readonly {
    readonly position: number;
    readonly category_code: string | null;
    readonly category_label: string | null;
    readonly point_remarquable: string | null;
    /** The special prize it is; left out where the edition has none. */
    readonly prize_code?: string | null;
    readonly prize_label?: string | null;
  }[];
  readonly laureate: readonly {
    readonly trophy: number;
    readonly position: number;
    readonly name: string;
    readonly kind: string;
    readonly department_code: string | null;
    readonly parent_name: string | null;
    readonly award: string;
    readonly rank: number | null;
    readonly mention: string | null;
    readonly confidence: string;
    readonly sources: readonly string[];
    readonly note: string | null;
  }[];
  readonly indicator: readonly {
    readonly position: number;
    readonly code: string;
    readonly label: string;
    readonly unit: string;
    readonly value: string | null;
    readonly numerator: string | null;
    readonly denominator: number | null;
    readonly base: string;
    readonly sources: readonly string[];
    readonly withheld: 'SMALL_BASE' | null;
  }[];
  readonly channel_mean: readonly {
    readonly position: number;
    readonly channel: string;
    readonly label: string;
    readonly mean: string | null;
    readonly structure_count: number;
    readonly withheld: 'SMALL_BASE' | null;
  }[];
}

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
  for (const table of ['category', 'trophy', 'laureate', 'indicator', 'channel_mean'] as const)
    await insertRows(
      em,
      `published.${table}`,
      rows[table].map((row) => ({ version, ...row })),
    );
}

/** The mean each category was last published with for a year; empty when nothing was. */
export async function publishedMeans(em: EntityManager, year: number): Promise<Map<string, string>> {
  const rows: { code: string; mean: string }[] = await em.execute(
    `select c.code, c.mean from published.category c join published.edition e using (version)
     where e.year = ? and e.latest and c.mean is not null`,
    [year],
  );
  return new Map(rows.map(({ code, mean }) => [code, mean]));
}
