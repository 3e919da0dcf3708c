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
    for (const sql of await statements(client, MISSING)) await client.query(sql);
    if ((await statements(client, DIFFERENT)).length > 0)
      for (const sql of await statements(client, VIEWS)) await client.query(sql);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function statements(client: Client, text: string): Promise<string[]> {
  const { rows } = await client.query<{ sql: string }>(text);
  return rows.map(({ sql }) => sql);
}

const COLUMNS = `select c.relnamespace::regnamespace::text as schema, c.relname as "table", a.attname as name, a.attnum as place,
    format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as needed
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relnamespace::regnamespace::text in ('published', 'embargoed')`;

/** Tables and columns that `embargoed` lacks, has in excess, or has otherwise. */
const MISSING = `with columns as (${COLUMNS}),
  ours as (select * from columns where schema = 'embargoed'), theirs as (select * from columns where schema = 'published')
  select sql from (
    select 0 as step, format('drop schema press cascade; create schema press') as sql
    where exists (
      (select "table", name, type, needed from theirs except select "table", name, type, needed from ours)
      union all (select "table", name, type, needed from ours except select "table", name, type, needed from theirs))
    union all select distinct 1, format('drop table embargoed.%I', "table") from ours
      where "table" not in (select "table" from theirs)
    union all select distinct 2, format('create table embargoed.%I (like published.%I including all)', "table", "table") from theirs
      where "table" not in (select "table" from ours)
    union all select 3, format('alter table embargoed.%I drop column %I cascade', o."table", o.name) from ours o
      where o."table" in (select "table" from theirs)
        and not exists (select from theirs t where t."table" = o."table" and t.name = o.name)
    union all select 4, format('alter table embargoed.%I add column %I %s', t."table", t.name, t.type) from theirs t
      where t."table" in (select "table" from ours)
        and not exists (select from ours o where t."table" = o."table" and t.name = o.name)
    union all select 5, format('alter table embargoed.%I alter column %I type %s using %I::%s, alter column %I %s not null',
        t."table", t.name, t.type, t.name, t.type, t.name, case when t.needed then 'set' else 'drop' end)
      from theirs t join ours o on o."table" = t."table" and o.name = t.name where o.type <> t.type or o.needed <> t.needed
  ) all_of_it order by step`;

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
