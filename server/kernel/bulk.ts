import type { EntityManager } from '@mikro-orm/postgresql';

/** Rows by column name, as the table has it; every row names the same columns. */
type Rows = readonly Readonly<Record<string, unknown>>[];

/**
 * Inserts many rows of one table in one statement, and answers the identifiers PostgreSQL gave them, in order. Much
 * faster than a unit of work, and the history triggers see one statement. `replacing` names the columns of a unique
 * constraint: a row that exists is then overwritten.
 */
export async function insertRows(
  em: EntityManager,
  table: string,
  rows: Rows,
  replacing?: readonly string[],
): Promise<string[]> {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first);
  const updates = columns
    .filter((column) => !replacing?.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  const conflict = replacing ? `on conflict (${replacing.join(', ')}) do update set ${updates.join(', ')}` : '';
  const inserted: { id?: string }[] = await em.execute(
    `insert into ${table} (${columns.join(', ')})
     select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, ?::jsonb) ${conflict} returning *`,
    [JSON.stringify(rows)],
  );
  return inserted.map(({ id }) => id ?? '');
}
