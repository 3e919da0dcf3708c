import type { EntityManager } from '@mikro-orm/postgresql';
import type { UsageLine } from './usage.ts';

/** Days of usage that are shown. */
const SHOWN = 30;

/** What an access read of late, by day and operation; what everyone read, without one. */
export async function linesOf(em: EntityManager, now: Date, accessId: string | null) {
  const rows = await em.execute<(UsageLine & { last: Date })[]>(
    `select to_char(u.day, 'YYYY-MM-DD') as day, u.operation, sum(u.requests)::int as requests, sum(u.cost)::int as cost,
        sum(u.refusals)::int as refusals, max(u.last_at) as last
      from access.usage u left join partner_token t on t.id = u.token_id
      where u.day > (?::timestamptz at time zone 'Europe/Paris')::date - ${SHOWN}
        and (?::uuid is null or t.access_id = ?)
      group by u.day, u.operation order by u.day desc, requests desc, u.operation`,
    [now.toISOString(), accessId, accessId],
  );
  const lasts = rows.map(({ last }) => new Date(last).getTime());
  const lines = rows.map(({ last: _, ...line }) => line);
  return { lines, lastAt: lasts.length > 0 ? new Date(Math.max(...lasts)) : null };
}

/** What the token in force of an access has left in the hour under way. */
export async function balanceIn(em: EntityManager, now: Date, accessId: string): Promise<number> {
  const [row] = await em.execute<{ remaining: number }[]>(
    `select a.allowance - coalesce(max(spent.spent), 0) as remaining from partner_access a
      left join partner_token t on t.access_id = a.id and t.until is null and t.revoked_at is null
      left join access.allowance spent on spent.holder = 'token:' || t.id and spent.hour = date_trunc('hour', ?::timestamptz)
      where a.id = ? group by a.id`,
    [now.toISOString(), accessId],
  );
  return Math.max(0, row?.remaining ?? 0);
}
