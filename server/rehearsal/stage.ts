import type { EntityManager } from '@mikro-orm/postgresql';

/** The schema a rehearsal is played in, and the role it is played as: it has no right on any table elsewhere. */
export const STAGE = 'rehearsal';
export const PLAYER = 'rehearsal_player';

/** How a connection finds itself on the stage: what it names without a schema is there, and nothing else is in reach. */
export const ON_STAGE = `-c role=${PLAYER} -c search_path=${STAGE},public`;

/**
 * Builds the stage: every table, view, function and trigger of the back office once more, empty, as the catalogue has
 * them now. Whatever a later migration adds is there too. The caller holds the transaction.
 */
export async function buildStage(em: EntityManager): Promise<void> {
  await em.execute(`do $$ begin
    create role ${PLAYER} nologin;
  exception when duplicate_object or unique_violation then null; end $$`);
  await em.execute(`do $$ begin
    if not pg_has_role(current_user, '${PLAYER}', 'member') then
      execute format('grant ${PLAYER} to %I', current_user);
    end if;
  exception when unique_violation then null; end $$`);
  await em.execute(`create schema ${STAGE}`);
  await em.execute(`set local search_path = ''`);
  await em.execute('set local check_function_bodies = off');
  for (const statement of await partsOf(em, 'tables')) await em.execute(statement);
}

/** What watches the tables: built last, so that the configuration is copied in silence; then the player may come in. */
export async function openStage(em: EntityManager): Promise<void> {
  await em.execute(`set local search_path = ''`);
  for (const statement of await partsOf(em, 'watch')) await em.execute(statement);
  for (const right of [
    `usage on schema ${STAGE}, public, auth`,
    `all on all tables in schema ${STAGE}`,
    `all on all sequences in schema ${STAGE}`,
    'select on auth."user"',
    'select ("userId", password) on auth.account',
  ])
    await em.execute(`grant ${right} to ${PLAYER}`);
  await em.execute(`set local search_path = ${STAGE}, public`);
}

/** Takes the stage down with everything on it. */
export const strikeStage = (em: EntityManager): Promise<unknown> =>
  em.execute(`drop schema if exists ${STAGE} cascade`);

/** How many rows each table of the stage holds, those that hold any. */
export async function countStage(em: EntityManager): Promise<Record<string, number>> {
  const rows: { name: string; n: number }[] = await em.execute(
    `select c.relname as name, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I',
       '${STAGE}', c.relname), false, true, '')))[1]::text::int as n
     from pg_class c where c.relnamespace = to_regnamespace('${STAGE}') and c.relkind = 'r'
       and c.relname not in ('change', 'dress_rehearsal') order by c.relname`,
  );
  return Object.fromEntries(rows.filter(({ n }) => n > 0).map(({ name, n }) => [name, n]));
}

/** The statements that build one part of the stage, in the order they must run, read from the catalogue. */
async function partsOf(em: EntityManager, part: keyof typeof PARTS): Promise<string[]> {
  const own: { name: string }[] = await em.execute(`${OWN} select name from own`);
  const names = own.map(({ name }) => name.replace(/[^\w]/g, '\\$&')).join('|');
  const rows: { sql: string }[] = await em.execute(`${OWN} ${PARTS[part]}`);
  const moved = new RegExp(`\\bpublic\\.("?)(${names})\\b`, 'g');
  return rows.map(({ sql }) => sql.replace(moved, `${STAGE}.$1$2`));
}

/** What the back office owns in schema public: not what an extension brought. */
const OWN = `with own as (
    select oid, relname as name, relkind::text as kind from pg_class c
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S')
    union all select oid, proname, 'f' from pg_proc p where pronamespace = 'public'::regnamespace and prokind = 'f'
  ), brought as (select objid from pg_depend where deptype = 'e')`;

const PARTS = {
  tables: `select sql from (
      select 1 as step, o.oid::bigint as place, format('create sequence public.%I', o.name) as sql
        from own o where kind = 'S' and not exists (select from pg_depend d where d.objid = o.oid and d.deptype = 'i')
      union all select 2, o.oid, pg_get_functiondef(o.oid) from own o where kind = 'f' and o.oid not in (select objid from brought)
      union all select 3, o.oid, format('create table public.%I (like "public".%I including all excluding indexes)', o.name, o.name)
        from own o where kind = 'r'
      union all select 4, d.oid, format('alter table public.%I alter column %I set default %s', c.relname, a.attname,
          pg_get_expr(d.adbin, d.adrelid))
        from pg_attrdef d join pg_class c on c.oid = d.adrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = d.adnum
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attgenerated = ''
          and pg_get_expr(d.adbin, d.adrelid) like '%public.%'
      union all select case when contype in ('p', 'u') then 5 else 7 end, k.oid,
          format('alter table public.%I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
        from pg_constraint k join pg_class c on c.oid = k.conrelid
        where c.relnamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
      union all select 6, i.indexrelid, pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
      union all select 8, o.oid, format('create view public.%I as %s', o.name, pg_get_viewdef(o.oid)) from own o where kind = 'v'
    ) statements order by step, place`,
  watch: `select pg_get_triggerdef(t.oid) as sql from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not t.tgisinternal order by t.oid`,
} as const;
