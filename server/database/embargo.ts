import type { Client } from 'pg';

/**
 * Brings schema `embargoed` to the tables of `published`, and schema `press` to what both say together, table by table
 * and view by view, as the catalogue has them now: whatever a later migration adds is there too. Run at each start, and
 * does nothing when nothing changed. What waits under embargo stays.
 */
export async function alignEmbargo(client: Client): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`select pg_advisory_xact_lock(hashtext('embargo'))`);
    await client.query(`set local search_path = ''`);
    for (const schema of ['embargoed', 'press']) await client.query(`create schema if not exists ${schema}`);
    await moveTables(client);
    if ((await statementsOf(client, DIFFERENT)).length > 0)
      for (const sql of await statementsOf(client, VIEWS)) await client.query(sql);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Brings each table that differs to its twin: made anew when nothing waits in it, column by column otherwise. */
async function moveTables(client: Client): Promise<void> {
  const { rows } = await client.query<Moved>(MOVED);
  if (rows.length > 0) await client.query('drop schema press cascade; create schema press');
  for (const { table, here, there, columns } of rows) {
    const waits = here && (await client.query(`select from embargoed.${table} limit 1`)).rowCount !== 0;
    if (here && there && waits) for (const sql of columns) await client.query(sql);
    if (here && !waits) await client.query(`drop table embargoed.${table}`);
    if (there && !waits) await client.query(`create table embargoed.${table} (like published.${table} including all)`);
  }
}

interface Moved {
  readonly table: string;
  /** Whether `embargoed` has it, and whether `published` has. */
  readonly here: boolean;
  readonly there: boolean;
  /** What gives it the columns of its twin, where rows stand in it: a column that is due is checked at the release. */
  readonly columns: readonly string[];
}

const COLUMNS = `select c.relnamespace::regnamespace::text as schema, format('%I', c.relname) as "table", a.attname as name,
    format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as needed
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relnamespace::regnamespace::text in ('published', 'embargoed')`;

const MOVED = `with columns as (${COLUMNS}),
  ours as (select * from columns where schema = 'embargoed'), theirs as (select * from columns where schema = 'published'),
  twins as (select "table", name, o.name is not null as here, t.name is not null as there, t.type,
      o.type is distinct from t.type or o.needed is distinct from t.needed as moved
    from ours o full join theirs t using ("table", name))
  select "table", bool_or(here) as here, bool_or(there) as there, coalesce(array_agg(case
      when not there then format('alter table embargoed.%s drop column %I cascade', "table", name)
      when not here then format('alter table embargoed.%s add column %I %s', "table", name, type)
      else format('alter table embargoed.%1$s alter column %2$I type %3$s using %2$I::%3$s, alter column %2$I drop not null',
        "table", name, type) end) filter (where moved), '{}') as columns
  from twins group by "table" having bool_or(moved) order by "table"`;

async function statementsOf(client: Client, text: string): Promise<string[]> {
  const { rows } = await client.query<{ sql: string }>(text);
  return rows.map(({ sql }) => sql);
}

const VIEWED = `select c.relname as name, c.relkind as kind, c.oid,
    case when c.relkind = 'r' then (select format('select %1$s from published.%2$I union all select %1$s from embargoed.%2$I',
        string_agg(format('%I', a.attname), ', ' order by a.attnum), c.relname)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
    else replace(rtrim(pg_get_viewdef(c.oid), ';'), 'published.', 'press.') end as told
  from pg_class c where c.relnamespace = 'published'::regnamespace and c.relkind in ('r', 'v')`;

/** What the views of `press` should say and do not: each keeps, as its comment, the text it was made from. */
const DIFFERENT = `with viewed as (${VIEWED}), made as (
    select c.relname as name, obj_description(c.oid) as told from pg_class c where c.relnamespace = 'press'::regnamespace)
  select name as sql from viewed full join made using (name) where viewed.told is distinct from made.told`;

const VIEWS = `with viewed as (${VIEWED})
  select sql from (
    select 0 as step, '' as kind, 0::oid as place, 'drop schema press cascade; create schema press' as sql
    union all select 1, kind::text, oid, format('create view press.%1$I as %2$s; comment on view press.%1$I is %2$L', name, told) from viewed
    union all select 2, '', 0::oid, 'grant usage on schema press to press_reader; grant select on all tables in schema press to press_reader'
  ) all_of_it order by step, kind, place`;
