import { canonical, type Json } from '../kernel/canonical.rules.ts';
import type { DocumentRow, DocumentTables } from '../partner/document.rules.ts';

/** One thing that someone sees otherwise: a field of a row, or a whole row that comes or goes. */
export interface Difference {
  readonly table: string;
  /** The key of the row within its table, its parts joined by a slash. */
  readonly key: string;
  /** Null when the whole row comes or goes. */
  readonly field: string | null;
  /** Null for nothing. */
  readonly before: Json;
  readonly after: Json;
}

/** The key of a row, as errata and addresses write it. */
export const keyOf = (key: readonly string[], row: DocumentRow): string =>
  key.map((column) => String(row[column] ?? '')).join('/');

/** The columns that tell the rows of each table apart within a version. */
export type Keys = Readonly<Record<string, readonly string[]>>;

/** What changes from one state of the tables to another, in the order of the tables and of their rows. */
export function differencesOf(keys: Keys, before: DocumentTables, after: DocumentTables): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((table) => {
    const byKey = (tables: DocumentTables) =>
      new Map((tables[table] ?? []).map((row) => [keyOf(keys[table] ?? [], row), row]));
    const [old, now] = [byKey(before), byKey(after)];
    const gone = [...old].filter(([key]) => !now.has(key));
    return [
      ...gone.map(([key, row]) => ({ table, key, field: null, before: row, after: null })),
      ...[...now].flatMap(([key, row]) => changesOf(table, key, old.get(key) ?? null, row)),
    ];
  });
}

function changesOf(table: string, key: string, old: DocumentRow | null, now: DocumentRow): Difference[] {
  if (!old) return [{ table, key, field: null, before: null, after: now }];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return fields.flatMap((field) => {
    const [before, after] = [old[field] ?? null, now[field] ?? null];
    return canonical(before) === canonical(after) ? [] : [{ table, key, field, before, after }];
  });
}

/** What a row is called by whoever reads it: its name or label, its key otherwise. */
export function subjectOf(row: DocumentRow, key: string): string {
  for (const column of ['name', 'label', 'category_label', 'prize_label'])
    if (typeof row[column] === 'string') return row[column];
  return key;
}
