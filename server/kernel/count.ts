import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClassType } from 'type-graphql';

/** The totals that were counted while nothing was written: they hold for one snapshot of the database. */
interface Counted {
  snapshot: string;
  readonly totals: Map<string, number>;
}

/** One a connection, so that two databases never answer for one another. */
const counted = new WeakMap<object, Counted>();
const MOST = 500;

/**
 * How many rows meet a condition. Counting is the one part of a list that grows with the table, and it is asked again
 * for each page, each sort, each glance back. PostgreSQL names what a reader can see by a snapshot: as long as the name
 * is the same nothing was committed, and the total that was counted is exact still. What cannot be written down as a
 * key, and what a transaction under way has changed, is counted anew.
 */
export async function countOf<T extends object>(
  em: EntityManager,
  item: ClassType<T>,
  where: FilterQuery<T>,
): Promise<number> {
  const key = em.isInTransaction() ? null : keyOf(where);
  if (key === null) return em.count<T>(item, where as never);
  const [{ snapshot = '' } = {}] = await em.execute<{ snapshot: string }[]>(
    'select pg_current_snapshot()::text as snapshot',
  );
  const known = ofNow(em.getConnection(), snapshot);
  const name = `${item.name} ${key}`;
  const total = known.totals.get(name) ?? (await em.count<T>(item, where as never));
  // Counted after the snapshot was named: what was committed in between has given the next one another name.
  if (known.snapshot === snapshot && known.totals.size < MOST) known.totals.set(name, total);
  return total;
}

/** What was counted of this snapshot; of an older one nothing is kept. */
function ofNow(connection: object, snapshot: string): Counted {
  const known = counted.get(connection);
  if (known?.snapshot === snapshot) return known;
  const fresh = { snapshot, totals: new Map<string, number>() };
  counted.set(connection, fresh);
  return fresh;
}

/** A condition written down; null when it holds more than plain data, such as a fragment of SQL. */
export function keyOf(where: unknown): string | null {
  if (where === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof where))
    return JSON.stringify(where) ?? 'undefined';
  if (where instanceof Date) return `@${where.getTime()}`;
  const parts = Array.isArray(where)
    ? where.map(keyOf)
    : isPlain(where)
      ? Object.entries(where).map(([name, value]) => {
          const key = keyOf(value);
          return key === null ? null : `${JSON.stringify(name)}:${key}`;
        })
      : [null];
  return parts.includes(null) ? null : Array.isArray(where) ? `[${parts.join()}]` : `{${parts.join()}}`;
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  Object.getPrototypeOf(value) === Object.prototype &&
  Object.getOwnPropertySymbols(value).length === 0;
