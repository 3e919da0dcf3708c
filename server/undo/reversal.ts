import type { EntityManager } from '@mikro-orm/postgresql';

/** What one act did to one record, all its changes taken together. */
export interface Effect {
  readonly noun: string;
  readonly id: string;
  /** The changed fields before the act; null when it created the record, all of them when it removed it. */
  readonly before: Readonly<Record<string, unknown>> | null;
  /** The changed fields after the act; null when it removed the record. */
  readonly after: Readonly<Record<string, unknown>> | null;
  /** When the record was first created, and how often it changed, for one that comes back. */
  readonly born: string | null;
  readonly changes: number;
}

/** What an act did, record by record; of a field changed twice, the first value before and the last after. */
export const effectsOf = (em: EntityManager, act: string): Promise<Effect[]> =>
  em.execute(
    `with told as materialized (select * from change where act = ?),
      earlier as (
        select noun, record_id, jsonb_object_agg(key, value order by id desc) as fields
        from told, jsonb_each(before) group by noun, record_id),
      later as (
        select noun, record_id, jsonb_object_agg(key, value order by id) as fields
        from told, jsonb_each(after) group by noun, record_id),
      touched as (
        select noun, record_id, bool_or(before is null) as created, bool_or(after is null) as removed
        from told group by noun, record_id)
    select t.noun, t.record_id as id, case when not created then e.fields end as before,
      case when not removed then l.fields end as after, life.born, life.changes
    from touched t left join earlier e using (noun, record_id) left join later l using (noun, record_id),
      lateral (
        select min(c.at) filter (where c.before is null)::text as born, count(*)::int as changes
        from change c where removed and c.noun = t.noun and c.record_id = t.record_id
      ) life
    where not (created and removed)`,
    [act],
  );

/** Where records of a kind lie. */
export interface Table {
  /** As SQL names it. */
  readonly name: string;
  /** Whether its records count their changes. */
  readonly counts: boolean;
}

/** The first record that no longer stands as an act left it; null when all do. */
export async function movedSince(
  em: EntityManager,
  { name }: Table,
  effects: readonly Effect[],
): Promise<string | null> {
  const [moved] = await em.execute<{ id: string }[]>(
    `select e.id from jsonb_to_recordset(?::jsonb) e(id text, after jsonb)
     left join lateral (select to_jsonb(r) as row from ${name} r where r.id = e.id::uuid) now on true
     where case when e.after is null then now.row is not null
       else now.row is null or exists (select from jsonb_each(e.after) f where now.row->f.key is distinct from f.value) end
     limit 1`,
    [JSON.stringify(effects.map(({ id, after }) => ({ id, after })))],
  );
  return moved?.id ?? null;
}

/** Brings removed records back, with the identifiers they had. */
export async function bringBack(em: EntityManager, { name }: Table, effects: readonly Effect[]): Promise<void> {
  const rows = effects.map(({ before, born, changes }) => ({
    ...before,
    ...{ version: changes + 1, created_at: born ?? undefined },
  }));
  const columns = await columnsOf(em, name, rows);
  await em.execute(
    `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ?::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Gives changed records the values they had. */
export async function putBack(em: EntityManager, { name, counts }: Table, effects: readonly Effect[]): Promise<void> {
  const byFields = Map.groupBy(effects, ({ before }) =>
    Object.keys(before ?? {})
      .sort()
      .join(),
  );
  for (const [fields, alike] of byFields) {
    const values = fields.split(',').map((column) => `"${column}" = was."${column}"`);
    await em.execute(
      `update ${name} t set ${[...values, ...(counts ? ['version = t.version + 1'] : [])].join(', ')}
       from jsonb_populate_recordset(null::${name}, ?::jsonb) was where t.id = was.id`,
      [JSON.stringify(alike.map(({ id, before }) => ({ id, ...before })))],
    );
  }
}

/** Removes created records. */
export const takeAway = (em: EntityManager, { name }: Table, effects: readonly Effect[]): Promise<unknown> =>
  em.execute(`delete from ${name} where id = any(?::uuid[])`, [`{${effects.map(({ id }) => id).join()}}`]);

/** The columns a table still has among those of its removed rows: one that was dropped since stays away. */
async function columnsOf(em: EntityManager, name: string, rows: readonly object[]): Promise<string> {
  const named = new Set(
    rows.flatMap((row) => Object.entries(row).flatMap(([key, value]) => (value === undefined ? [] : [key]))),
  );
  const columns = await em.execute<{ name: string }[]>(
    `select attname as name from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped`,
    [name],
  );
  return columns.flatMap(({ name }) => (named.has(name) ? [`"${name}"`] : [])).join(', ');
}
