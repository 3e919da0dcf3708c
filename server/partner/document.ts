import { Refusal } from '../kernel/errors.ts';
import type { Reader } from './answering.ts';
import { columnsOf, dictionary, type TableName, tableNames } from './dictionary.ts';
import { type DocumentRow, type DocumentTables, documentOf } from './document.rules.ts';
import { stamp } from './table/edition.ts';

/** A row as documents write it: decimals and instants as texts that say one thing, the stamp of its version left out. */
export function rowAs(table: TableName, of: string): string {
  const fields = Object.entries(columnsOf(table))
    .filter(([name]) => !Object.hasOwn(table === 'dataset' ? stamp : { version: stamp.version }, name))
    .map(([name, { type }]) => `'${name}', ${valueAs[type]?.(`${of}."${name}"`) ?? `${of}."${name}"`}`);
  return `jsonb_build_object(${fields.join(', ')})`;
}

const valueAs: Readonly<Record<string, (value: string) => string>> = {
  decimal: (value) => `${value}::text`,
  instant: (value) => `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
};

/** In the order of the key, by code units: the same on every machine. */
export const orderOf = (table: TableName, of: string): string =>
  dictionary[table].key
    .map((name) => `${of}."${name}"${columnsOf(table)[name]?.type === 'text' ? ' collate "C"' : ''}`)
    .concat('1')
    .join(', ');

/**
 * Everything a version says, table by table, in schema `published` or another that holds the same tables. What is null
 * is left out, and so is a table without rows: a column or a table that is added later changes no hash.
 */
export async function tablesOf(reader: Reader, version: string, schema = 'published'): Promise<DocumentTables> {
  const tables: [string, DocumentRow[]][] = [];
  for (const name of tableNames) {
    const rows = await reader.query<{ row: DocumentRow }>(
      `document_${schema}_${name}`,
      `select ${rowAs(name, 't')} as row from ${schema}."${name}" t where t.version = $1 order by ${orderOf(name, 't')}`,
      [version],
    );
    tables.push([name, rows.map(({ row }) => known(row))]);
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
  const [sealed] = await reader.query<Stamped>(
    'document_stamp',
    `select hash, to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, signature, public_key
     from published.dataset where version = $1`,
    [version],
  );
  if (!sealed?.signature || !sealed.public_key) throw new Refusal('NOT_FOUND');
  const { hash, at: publishedAt, signature, public_key: publicKey } = sealed;
  return documentOf({ version, publishedAt, hash, publicKey, signature }, await tablesOf(reader, version));
}
