import type { EntityManager } from '@mikro-orm/postgresql';

/** Rows by column name, as the table has it; every row names the same columns. */
type Rows = readonly Readonly<Record<string, unknown>>[];

/**
 * Inserts many rows of one table in one statement. Much faster than a unit of work, and the history triggers see one
 * statement. `replacing` names the columns of a unique constraint: a row that exists is then overwritten.
 */
export async function insertRows(
  em: EntityManager,
  table: string,
  rows: Rows,
  replacing?: readonly string[],
): Promise<void> {
  const updates = Object.keys(rows[0] ?? {})
    .filter((column) => !replacing?.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  const conflict = replacing ? `on conflict (${replacing.join(', ')}) do update set ${updates.join(', ')}` : '';
  await insert(em, table, rows, conflict);
}

/**
 * Inserts rows of one table of nouns as an act of their own, but those that a unique constraint on `columns` already
 * knows: they stay as they are. Answers the identifiers of those that were new. Of one table, rows always name the same.
 */
export async function insertUnknown(
  em: EntityManager,
  table: string,
  rows: Rows,
  columns: readonly string[],
): Promise<string[]> {
  const all = Object.keys(rows[0] ?? {}).join(', ');
  const sql = `-- insert_unknown_${table}
    with ${ACTING} insert into ${table} (${all})
    select ${all} from acting, json_populate_recordset(null::${table}, $2::json)
    on conflict (${columns.join(', ')}) do nothing returning id, pg_current_xact_id()::text as act`;
  return (await boundAct<{ id: string }>(em, sql, [JSON.stringify(rows)])).map(({ id }) => id);
}

/** Inserts many rows of one table of nouns, and answers the identifiers PostgreSQL gave them, in order. */
export async function insertNouns(em: EntityManager, table: string, rows: Rows): Promise<string[]> {
  const inserted = (await insert(em, table, rows, 'returning id')) as { id: string }[];
  return inserted.map(({ id }) => id);
}

/** Changes many rows of one table of nouns, found by their `id`, in one statement; each counts one more change. */
export async function updateNouns(em: EntityManager, table: string, rows: Rows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id');
  if (columns.length === 0) return;
  const values = columns.map((column) => `${column} = said.${column}`).join(', ');
  const sql = `update ${table} t set ${values}, version = t.version + 1
    from json_populate_recordset(null::${table}, $1::json) said where t.id = said.id`;
  await bound(em, sql, [JSON.stringify(rows)]);
}

async function insert(em: EntityManager, table: string, rows: Rows, more: string): Promise<unknown[]> {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first).join(', ');
  const sql = `insert into ${table} (${columns})
    select ${columns} from json_populate_recordset(null::${table}, $1::json) ${more}`;
  return bound(em, sql, [JSON.stringify(rows)]);
}

/** Who writes, said by a statement that is a transaction of its own; its name is $1. Read it from wherever it writes. */
export const ACTING = `acting as materialized (select set_config('barometre.actor', $1, true))`;

/**
 * Executes a statement that is a whole transaction, begun and committed with it: one exchange with PostgreSQL instead of
 * five. It begins with `ACTING`, its values follow from $2 on, and it answers its act in each row. Within a transaction
 * it is a part of it.
 */
export async function boundAct<Row extends object>(
  em: EntityManager,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const { actorId, acts } = em.getLoggerContext();
  const rows = await bound<Row & { act: string }>(em, sql, [actorId ?? '', ...parameters]);
  if (rows[0] && Array.isArray(acts) && !em.isInTransaction()) acts.push(rows[0].act);
  return rows;
}

/**
 * Executes a statement with its values beside it, as `$1`, in the transaction of an entity manager. MikroORM writes them into
 * the text of a raw statement instead, which takes ten times as long as PostgreSQL itself when they are megabytes.
 */
export async function bound<Row = unknown>(
  em: EntityManager,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const client = em.getTransactionContext() ?? em.getConnection().getClient();
  const query = { kind: 'RawNode', sqlFragments: [sql], parameters } as const;
  try {
    return (await client.executeQuery({ sql, parameters, query, queryId: { queryId: '' } })).rows as Row[];
  } catch (error) {
    throw em.getDriver().convertException(error as Error);
  }
}
