import type { EntityManager } from '@mikro-orm/postgresql';

/** A column that refers to structures, as the catalogue of the database has it. */
export interface Reference {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  /** The noun it is told by: the table, but for accounts, whose table is Better Auth's. */
  readonly noun: string;
  readonly versioned: boolean;
  /** The other columns of each unique constraint it takes part in: two lines that agree on them cannot become one's. */
  readonly uniques: readonly (readonly string[])[];
}

/** What people say of a pair has no meaning once the pair is one: it goes with the structure that goes. */
const LEFT_BEHIND = 'structure_distinction';

/** Every column that refers to structures: a table of tomorrow is here the day it is made. */
export async function referencesToStructures(em: EntityManager): Promise<Reference[]> {
  const all: Reference[] = await em.execute(
    `select n.nspname as schema, c.relname as table, a.attname as column,
       case when n.nspname = 'auth' and c.relname = 'user' then 'account' else c.relname end as noun,
       exists (select from pg_attribute v where v.attrelid = c.oid and v.attname = 'version' and not v.attisdropped)
         as versioned,
       (select coalesce(jsonb_agg(others), '[]') from pg_index i, lateral (
          select coalesce(jsonb_agg(o.attname order by o.attname), '[]') as others
          from pg_attribute o where o.attrelid = c.oid and o.attnum = any (i.indkey) and o.attnum <> a.attnum
        ) found where i.indrelid = c.oid and i.indisunique and a.attnum = any (i.indkey)) as uniques
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
     where k.contype = 'f' and k.confrelid = 'structure'::regclass
     order by 1, 2, 3`,
  );
  return all.filter(({ table }) => table !== LEFT_BEHIND);
}

const name = (...words: readonly string[]): string => words.map((word) => `"${word.replaceAll('"', '""')}"`).join('.');

/** The identifiers of the lines that refer to a structure. */
export async function linesOf(em: EntityManager, { schema, table, column }: Reference, id: string): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id::text from ${name(schema, table)} where ${name(column)} = ? order by id`,
    [id],
  );
  return rows.map((row) => row.id);
}

/** The lines of one structure that another already has its own of, once for each unique constraint. */
export async function clashesIn(
  em: EntityManager,
  { schema, table, column, uniques }: Reference,
  keepId: string,
  dropId: string,
): Promise<Record<string, unknown>[]> {
  const found = uniques.map((others) => {
    const alike = others.map((other) => `k.${name(other)} = d.${name(other)}`).join(' and ') || 'true';
    const told =
      others.length === 0
        ? `'{}'::jsonb`
        : `jsonb_build_object(${others.map((other) => `'${other}', d.${name(other)}`)})`;
    return em.execute<{ told: Record<string, unknown> }[]>(
      `select ${told} as told from ${name(schema, table)} d join ${name(schema, table)} k on ${alike}
       where d.${name(column)} = ? and k.${name(column)} = ?`,
      [dropId, keepId],
    );
  });
  return (await Promise.all(found)).flat().map(({ told }) => told);
}

/** Makes the lines that refer to one structure refer to another. */
export const moveLines = (
  em: EntityManager,
  { schema, table, column, versioned }: Reference,
  keepId: string,
  dropId: string,
): Promise<unknown> =>
  em.execute(
    `update ${name(schema, table)} set ${name(column)} = ?${versioned ? ', version = version + 1' : ''}
     where ${name(column)} = ?`,
    [keepId, dropId],
  );
