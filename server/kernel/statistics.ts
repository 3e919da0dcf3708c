import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Lets PostgreSQL count again those of some tables that changed by more than a tenth since it last did. After a bulk
 * import it would otherwise guess, and take plans whose time grows with the square of the edition; its own upkeep does
 * the same, but a minute later at best. Waits for nobody, and costs a millisecond when there is nothing to count.
 */
export async function countAgain(em: EntityManager, tables: readonly string[]): Promise<void> {
  const grown: { name: string }[] = await em.execute(
    `select t.name from unnest(?::text[]) t (name) join pg_class c on c.oid = to_regclass(t.name)
       left join pg_stat_user_tables s on s.relid = c.oid
     where c.reltuples < 0 or s.n_mod_since_analyze > 50 + c.reltuples / 10`,
    [`{${tables.join(',')}}`],
  );
  if (grown.length > 0) await em.execute(`analyze (skip_locked) ${grown.map(({ name }) => name).join(', ')}`);
}
