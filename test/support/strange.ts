/** What is told to the world although it lies outside `published`, and what holds nothing of ours. */
const TOLD = ['public.publication_event', 'public.mikro_orm_migrations', 'access.allowance'];
/** What decides of what a press token reads: no row of no sense stands there. */
const READ = ['embargoed.dataset'];
const names = (tables: readonly string[]) => tables.map((name) => `'${name}'`).join(', ');

/** A value of a column, by the category PostgreSQL puts its type in; what is left out is null, or what it is by default. */
const VALUE = `case
  when t.typname in ('int4', 'int8') then '1234567' when t.typcategory = 'N' then '0.5' when t.typcategory = 'B' then 'true' when t.typcategory = 'D' then '''2022-06-15'''
  when t.typcategory = 'A' then '''{}''' when t.typname = 'uuid' then 'gen_random_uuid()'
  when t.typname in ('json', 'jsonb') then '''{"confidentiel": 7}''' when t.typname = 'bytea' then '''\\x07'''
  when a.attname = 'email' then '''agent@example.org''' when t.typcategory = 'S' then '''Confidentiel''' end`;

/**
 * One row more, of no sense, in every table that is not published, whatever keeps such a row out of it: tomorrow's table
 * too. It is nobody's, so that nothing of the back office finds it; whatever the world is told of it is a leak.
 */
export const STRANGE = `do $$ declare own record; begin
  set local session_replication_role = replica;
  for own in select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql
    from pg_constraint c where c.contype = 'c' and c.conrelid <> 0 and c.connamespace::regnamespace::text not in
      ('published', 'pg_catalog', 'information_schema') loop
    execute own.sql;
  end loop;
  for own in select c.oid::regclass as name, string_agg(format('%I', a.attname), ', ') as columns, string_agg(${VALUE}, ', ') as row
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and c.relnamespace::regnamespace::text not in ('published', 'pg_catalog', 'information_schema')
      and format('%s.%s', c.relnamespace::regnamespace, c.relname) not in (${names([...TOLD, ...READ])})
      and (${VALUE}) is not null and a.attidentity = ''
    group by c.oid loop
    execute format('insert into %s (%s) values (%s)', own.name, own.columns, own.row);
  end loop; end $$`;

/** How many rows each table holds that is not published, one line a table. */
export const HELD = `select format('%s.%s', c.relnamespace::regnamespace, c.relname) as name,
    (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %s', c.oid::regclass), false, true, '')))[1]::text as rows
  from pg_class c where c.relkind = 'r'
    and c.relnamespace::regnamespace::text not in ('published', 'pg_catalog', 'information_schema')
    and format('%s.%s', c.relnamespace::regnamespace, c.relname) not in (${names(TOLD)})
  order by 1`;
