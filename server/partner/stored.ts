import type { EntityManager } from '@mikro-orm/postgresql';
import { bound } from '../kernel/bulk.ts';
import type { Reader } from './answering.ts';
import { factNames, type PublishedRows } from './dictionary.ts';
import type { DocumentRow, DocumentTables } from './document.rules.ts';
import { filled, known, orderOf, rowAs } from './document.ts';

/** The transaction of an entity manager, as a reader of the published world. */
export const readerIn = (em: EntityManager): Reader => ({ query: (_, text, values) => bound(em, text, values) });

/**
 * Rows as they will be read once they are written: through the very types of their tables, so that what is compared,
 * hashed and signed before a release is what stands there after it. Writes nothing.
 */
export async function asStored(em: EntityManager, rows: PublishedRows): Promise<DocumentTables> {
  const tables: [string, DocumentRow[]][] = [];
  for (const name of factNames) {
    const read = await bound<{ row: DocumentRow }>(
      em,
      `select ${rowAs(name, 't')} as row from json_populate_recordset(null::published."${name}", $1::json) t
       order by ${orderOf(name, 't')}`,
      [JSON.stringify([rows[name as keyof PublishedRows]].flat())],
    );
    tables.push([name, read.map(({ row }) => known(row))]);
  }
  return filled(tables);
}
