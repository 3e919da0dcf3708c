import type { Pool } from 'pg';
import type { Clock } from '../kernel/clock.ts';
import { hashOf } from './token.ts';

/** Failures within the window that lock an address, and how long they weigh and lock: minutes. */
const ALLOWED = 5;
const MINUTES = 15;

const since = `$2::timestamptz - interval '${MINUTES} minutes'`;

/**
 * Counts failed sign-ins by e-mail address, whether an account has it or not, so that a lock reveals nothing.
 *
 * A guess is judged when it ends, in one statement: of a thousand sent at once, the first five to end are answered and
 * the others are told of the lock, the right one among them. Kept in PostgreSQL, the count outlives a restart.
 */
export function openLockout(pool: Pool, clock: Clock) {
  const ask = async (sql: string, email: string) => {
    const { rows } = await pool.query<{ failures: number; until: Date | null }>(sql, [hashOf(email), clock()]);
    return rows[0];
  };

  /** Until when the address is locked; null when it is not. */
  const lockedUntil = async (email: string): Promise<Date | null> => {
    const row = await ask(
      `select failed_at[${ALLOWED}] + interval '${MINUTES} minutes' as until from auth.lockout
       where who = $1 and failed_at[${ALLOWED}] > ${since}`,
      email,
    );
    return row?.until ?? null;
  };

  return {
    lockedUntil,

    /** Counts a failure. Answers whether it was one too many: the caller then learns of the lock and nothing else. */
    async fail(email: string): Promise<boolean> {
      await pool.query(
        `delete from auth.lockout where who in (select who from auth.lockout
           where failed_at[cardinality(failed_at)] <= $1::timestamptz - interval '${MINUTES} minutes'
           for update skip locked)`,
        [clock()],
      );
      const row = await ask(
        `insert into auth.lockout as l (who, failed_at) values ($1, array[$2::timestamptz])
         on conflict (who) do update
           set failed_at = array(select t from unnest(l.failed_at) t where t > ${since} order by t) || $2::timestamptz
         returning cardinality(failed_at) as failures`,
        email,
      );
      return (row?.failures ?? 0) > ALLOWED;
    },

    /** Forgets the failures of someone who gave the right password, unless the lock came first: then until when. */
    async succeed(email: string): Promise<Date | null> {
      await ask(
        `delete from auth.lockout where who = $1
           and (failed_at[${ALLOWED}] is null or failed_at[${ALLOWED}] <= ${since})`,
        email,
      );
      return lockedUntil(email);
    },

    /** Forgets all: the person has just proved that they read the mail of this address. */
    async forget(email: string): Promise<void> {
      await pool.query('delete from auth.lockout where who = $1', [hashOf(email)]);
    },
  };
}
