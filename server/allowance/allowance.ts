import type { Ledger } from '../database/ledger.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Visitor } from './visitor.ts';

/** What a visitor has left in the hour under way. */
export interface Balance {
  readonly limit: number;
  readonly remaining: number;
  /** When it is whole again: the next full hour. */
  readonly resetAt: Date;
}

type Payer = Pick<Visitor, 'holder' | 'allowance'>;

const HOUR = 3_600_000;
const hourOf = (now: Date): Date => new Date(Math.floor(now.getTime() / HOUR) * HOUR);

/**
 * Takes the cost of an operation from the hour of whoever asks, or refuses and takes nothing. One statement, and the row
 * arbitrates: however many servers there are, and however many requests come at once, no hour is overspent.
 */
export async function spend(ledger: Ledger, payer: Payer, cost: number, now: Date): Promise<Balance> {
  const { holder, allowance } = payer;
  const rows =
    cost > allowance
      ? []
      : await ledger.query<{ spent: number }>('allowance_spend', SPEND, [holder, hourOf(now), cost, allowance]);
  const spent = rows[0]?.spent;
  if (spent !== undefined) return balance(allowance, spent, now);
  const left = await balanceOf(ledger, payer, now);
  throw new Refusal('ALLOWANCE_SPENT', { requested: cost, ...left });
}

/** What is left, taking nothing. */
export async function balanceOf(ledger: Ledger, { holder, allowance }: Payer, now: Date): Promise<Balance> {
  const [row] = await ledger.query<{ spent: number }>('allowance_read', READ, [holder, hourOf(now)]);
  return balance(allowance, row?.spent ?? 0, now);
}

/** Forgets the hours that are over. */
export async function forgetHours(ledger: Ledger, now: Date): Promise<void> {
  await ledger.query('allowance_forget', 'delete from access.allowance where hour < $1', [hourOf(now)]);
}

const balance = (limit: number, spent: number, now: Date): Balance => ({
  limit,
  remaining: Math.max(0, limit - spent),
  resetAt: new Date(hourOf(now).getTime() + HOUR),
});

const SPEND = `insert into access.allowance as a (holder, hour, spent) values ($1, $2, $3)
  on conflict (holder, hour) do update set spent = a.spent + excluded.spent where a.spent + excluded.spent <= $4
  returning spent`;
const READ = 'select spent from access.allowance where holder = $1 and hour = $2';
