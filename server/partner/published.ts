import type { EntityManager } from '@mikro-orm/postgresql';
import { insertRows } from '../kernel/bulk.ts';
import type { Json } from '../kernel/canonical.rules.ts';

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

/** One change that a correction makes to a version, and why: what is corrected is told, field by field. */
export interface Erratum {
  readonly position: number;
  readonly table_name: string;
  /** The key of the row within its table, its parts joined by a slash; empty for a table of one row. */
  readonly key: string;
  /** The field that changed; null when the whole row came or went. */
  readonly field: string | null;
  /** What was said and what is said, as documents write it; null for nothing. */
  readonly old: Json;
  readonly new: Json;
  readonly reason: string;
}

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
  { dataset, ...tables }: PublishedRows,
  errata: readonly Erratum[],
): Promise<void> {
  const { version } = stamp;
  await insertRows(em, `${shelf}.dataset`, [{ ...dataset, ...stamp }]);
  for (const [table, rows] of Object.entries({ ...tables, erratum: errata }))
    await insertRows(
      em,
      `${shelf}.${table}`,
      rows.map((row) => ({ version, ...row })),
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
