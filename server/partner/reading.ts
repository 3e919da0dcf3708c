import { Refusal } from '../kernel/errors.ts';
import type { EditionConnection } from './connection.ts';
import type { PublishedEdition } from './partner.types.ts';

/** A connection to schema `published`, as a role that may read it and nothing else. */
export interface Reader {
  query<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
}

interface Document {
  readonly document: PublishedEdition & { readonly publishedAt: string };
}

/** One edition of the published world. */
export async function editionIn(
  reader: Reader,
  year: number,
  version: string | null,
): Promise<PublishedEdition | null> {
  const [row] = await reader.query<Document>(
    'published_edition',
    `select document from published.edition where year = $1 and case when $2::text is null then latest else version = $2 end`,
    [year, version],
  );
  return row ? published(row) : null;
}

/** A page of the published editions, by keyset on the year: a new edition never shifts a page already read. */
export async function editionsIn(reader: Reader, first: number, after: string | null): Promise<EditionConnection> {
  const before = after === null ? 32767 : yearIn(after);
  const rows = await reader.query<Document>(
    'published_editions',
    `select document from published.edition where latest and year < $1 order by year desc limit $2`,
    [before, first + 1],
  );
  const [count] = await reader.query<{ count: number }>(
    'published_count',
    'select count(*)::int as count from published.edition where latest',
    [],
  );
  const nodes = rows.slice(0, first).map(published);
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(node.year) }));
  return {
    nodes,
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: count?.count ?? 0,
  };
}

const published = ({ document }: Document): PublishedEdition => ({
  ...document,
  publishedAt: new Date(document.publishedAt),
});

const cursorOf = (year: number): string => Buffer.from(`year:${year}`).toString('base64url');

function yearIn(cursor: string): number {
  const year = /^year:(\d{4})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (!year) throw new Refusal('CURSOR_INVALID');
  return Number(year);
}
