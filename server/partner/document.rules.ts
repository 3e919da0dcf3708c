import { createHash } from 'node:crypto';
import { canonical, type Json } from '../kernel/canonical.rules.ts';

/** One published row as documents write it: what is not known of it is left out, decimals are texts. */
export type DocumentRow = Readonly<Record<string, Json>>;

/** What one version says, table by table, in the order of the keys of each. Empty tables are left out. */
export type DocumentTables = Readonly<Record<string, readonly DocumentRow[]>>;

/** The hashes of one table: of itself, and of each of its rows. SHA-256, in hexadecimal. */
export interface TableHashes {
  readonly [key: string]: Json;
  readonly hash: string;
  readonly rows: readonly string[];
}

/** What is signed of a version, besides its name and its instant. */
export interface Sealed {
  readonly version: string;
  readonly publishedAt: string;
  readonly hash: string;
  readonly publicKey: string;
}

const FORMAT = { format: 'barometre-dataset', formatVersion: 1 } as const;

/**
 * The hashes of what a version says, from the leaves: each row, each table from its rows, the whole from its tables
 * (`hashOfTables`). Whoever holds one row or one table can check it, and a difference is found where it is.
 */
export const hashesOf = (tables: DocumentTables): Readonly<Record<string, TableHashes>> =>
  Object.fromEntries(
    Object.entries(tables).map(([name, table]) => {
      const rows = table.map(hashOf);
      return [name, { hash: hashOf(rows), rows }];
    }),
  );

/** The hash of a whole version: what its signature vouches for. */
export const hashOfTables = (tables: DocumentTables): string =>
  hashOf(Object.fromEntries(Object.entries(hashesOf(tables)).map(([name, { hash }]) => [name, hash])));

/** The very text that is signed: the version, its instant, its hash and the key, so that none passes for another. */
export const statementOf = ({ version, publishedAt, hash, publicKey }: Sealed): string =>
  canonical({ ...FORMAT, version, publishedAt, hash, publicKey });

/** A version as it is downloaded: in canonical form, on one line, with all one needs to verify it without a network. */
export const documentOf = (sealed: Sealed & { readonly signature: string }, tables: DocumentTables): string => {
  const { version, publishedAt, hash, publicKey, signature } = sealed;
  return `${canonical({ ...FORMAT, version, publishedAt, tables, hashes: hashesOf(tables), hash, publicKey, signature })}\n`;
};

const hashOf = (value: Json): string => createHash('sha256').update(canonical(value)).digest('hex');
