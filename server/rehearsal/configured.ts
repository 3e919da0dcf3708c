import type { EntityManager } from '@mikro-orm/postgresql';
import { STAGE } from './stage.ts';

/** Whose rows belong to the configuration of an edition: those of a parent that is copied, or all. */
interface Copied {
  readonly table: string;
  /** The column that leads to the parent; none for what every edition shares. */
  readonly by?: string;
  readonly parent?: string;
}

/** What an edition is configured with, parents first. Every other table of the stage starts empty. */
export const copied: readonly Copied[] = [
  { table: 'edition', by: 'id' },
  { table: 'category', by: 'edition_id', parent: 'edition' },
  { table: 'special_prize', by: 'edition_id', parent: 'edition' },
  { table: 'scoring_policy', by: 'edition_id', parent: 'edition' },
  { table: 'grid', by: 'id' },
  { table: 'channel', by: 'grid_id', parent: 'grid' },
  { table: 'journey_step', by: 'grid_id', parent: 'grid' },
  { table: 'indicator', by: 'grid_id', parent: 'grid' },
  { table: 'frame' },
  { table: 'clause' },
  { table: 'criterion', by: 'channel_id', parent: 'channel' },
  { table: 'criterion_clause', by: 'criterion_id', parent: 'criterion' },
];

/**
 * Copies the configuration of an edition onto the stage. Every record gets an identifier of its own: what is done there
 * by mistake with the identifier of the real one finds nothing, and the other way round.
 */
export async function copyConfiguration(em: EntityManager, editionId: string, gridId: string): Promise<string> {
  const [{ salt }] = (await em.execute('select gen_random_uuid()::text as salt')) as [{ salt: string }];
  const roots: Readonly<Record<string, string>> = { edition: editionId, grid: gridId };
  for (const each of copied) {
    const columns = await columnsOf(em, each.table);
    if (columns.length === 0) continue;
    const values = columns.map(({ name, leads }) => {
      const leaf = name === 'id' || (leads !== null && copied.some(({ table }) => table === leads));
      return leaf ? `md5('${salt}' || "${name}"::text)::uuid` : leads === null ? `"${name}"` : 'null';
    });
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const where = rowsOf(each, roots);
    await em.execute(
      `insert into ${STAGE}.${each.table} (${names}) select ${values.join(', ')} from public.${each.table} where ${where}`,
    );
  }
  const [{ id }] = (await em.execute(`select id from ${STAGE}.edition`)) as [{ id: string }];
  await em.execute(`update ${STAGE}.grid set frozen_at = null`);
  await em.execute(
    `update ${STAGE}.edition set phase = 'REGISTRATION', phase_motive = null, published_at = null, provenance = 'SIMULATED'`,
  );
  await em.execute(`alter table ${STAGE}.edition add constraint edition_stays_in_rehearsal
    check (phase not in ('EMBARGO', 'PUBLISHED', 'ARCHIVED'))`);
  return id;
}

/** The rows of a table to copy, found through its parents up to the edition or the grid. */
function rowsOf({ by, table, parent }: Copied, roots: Readonly<Record<string, string>>): string {
  if (!by) return 'true';
  if (!parent) return `"${by}" = '${roots[table]}'`;
  const above = copied.find((each) => each.table === parent);
  return above ? `"${by}" in (select id from public.${parent} where ${rowsOf(above, roots)})` : 'false';
}

/** The columns of a table that can be written, each with the table its foreign key leads to. */
const columnsOf = (em: EntityManager, table: string): Promise<{ name: string; leads: string | null }[]> =>
  em.execute(
    `select a.attname as name, (select f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = a.attrelid and k.contype = 'f' and k.conkey = array[a.attnum]) as leads
     from pg_attribute a where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
    [`public.${table}`],
  );
