import { Refusal } from '../kernel/errors.ts';
import { type DocumentRow, type DocumentTables, documentOf } from './document.rules.ts';
import type { Reader } from './reading.ts';

/** One table of the published world, as the catalogue describes it. */
export interface PublishedTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The columns that tell its rows apart within a version, in order. None for a table of one row. */
  readonly key: readonly string[];
}

/** What is said of a version beside its tables. */
const STAMP = ['version', 'number', 'published_at', 'hash', 'signature', 'public_key'];

/** The tables of the published world, those that others refer to first. */
export const publishedTables = (reader: Reader): Promise<PublishedTable[]> =>
  reader.query<PublishedTable>(
    'published_tables',
    `select c.relname::text as name,
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
       (select coalesce(json_agg(a.attname order by k.place) filter (where a.attname <> 'version'), '[]')
        from pg_index i, unnest(i.indkey::int2[]) with ordinality k (attnum, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum) as key
     from pg_class c where c.relnamespace = 'published'::regnamespace and c.relkind = 'r' order by c.oid`,
    [],
  );

/** A row as documents write it: decimals and instants as texts that say one thing, the stamp of its version left out. */
export function rowAs(table: PublishedTable, of: string): string {
  const fields = table.columns
    .filter(({ name }) => !(table.name === 'dataset' ? STAMP : STAMP.slice(0, 1)).includes(name))
    .map(({ name, type }) => `'${name}', ${valueAs(type, `${of}."${name}"`)}`);
  return `jsonb_build_object(${fields.join(', ')})`;
}

const valueAs = (type: string, value: string): string => {
  if (type === 'numeric') return `${value}::text`;
  if (type === 'timestamp with time zone')
    return `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return value;
};

/** In the order of the key, by code units: the same on every machine. */
export const orderOf = ({ key, columns }: PublishedTable, of: string): string =>
  key
    .map((name) => {
      const text = columns.some((column) => column.name === name && column.type === 'text');
      return `${of}."${name}"${text ? ' collate "C"' : ''}`;
    })
    .concat('1')
    .join(', ');

/**
 * Everything a version says, table by table, in schema `published` or another that holds the same tables. A column
 * that is added later is null in the rows that were there before, and left out: their hashes stay.
 */
export async function tablesOf(reader: Reader, version: string, schema = 'published'): Promise<DocumentTables> {
  const tables: [string, DocumentRow[]][] = [];
  for (const table of await publishedTables(reader)) {
    const rows = await reader.query<{ row: DocumentRow }>(
      `${schema}_${table.name}_${table.columns.length}`,
      `select ${rowAs(table, 't')} as row from ${schema}."${table.name}" t where t.version = $1 order by ${orderOf(table, 't')}`,
      [version],
    );
    tables.push([table.name, rows.map(({ row }) => known(row))]);
  }
  return filled(tables);
}

/** Tables that hold something, by name. */
export const filled = (tables: readonly (readonly [string, readonly DocumentRow[]])[]): DocumentTables =>
  Object.fromEntries(tables.filter(([, rows]) => rows.length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** What is known of a row. */
export const known = (row: DocumentRow): DocumentRow =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

interface Stamped {
  readonly hash: string;
  readonly at: string;
  readonly signature: string | null;
  readonly public_key: string | null;
}

/** A published version as one downloads it: see `documentOf`. Refused for one that was published unsigned. */
export async function downloadOf(reader: Reader, version: string): Promise<string> {
  const [stamp] = await reader.query<Stamped>(
    'published_stamp',
    `select hash, to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, signature, public_key
     from published.dataset where version = $1`,
    [version],
  );
  if (!stamp?.signature || !stamp.public_key) throw new Refusal('NOT_FOUND');
  const { hash, at: publishedAt, signature, public_key: publicKey } = stamp;
  return documentOf({ version, publishedAt, hash, publicKey, signature }, await tablesOf(reader, version));
}
