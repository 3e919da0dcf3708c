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

/** What a server answers from. */
export interface Purse {
  /**
   * Takes the cost of an operation from the hour of whoever asks, or refuses and takes nothing. The row arbitrates:
   * however many servers there are, and however many requests come at once, no hour is overspent. A server takes a
   * fiftieth of the hour at a time and gives it out of its memory, so that most requests ask PostgreSQL nothing; what one
   * server holds of it, another may refuse.
   */
  spend(payer: Payer, cost: number, now: Date): Promise<Balance>;
  /** What is left, taking nothing. */
  balanceOf(payer: Payer, now: Date): Promise<Balance>;
}

/** What a server took of an hour and has not given yet, and what all had taken when it did. */
interface Held {
  readonly hour: number;
  left: number;
  taken: number;
  /** What is being taken now: those who come meanwhile wait for it, rather than take as much again. */
  taking: Promise<boolean> | null;
}

const PART = 50;
/** Payers kept in mind; beyond, all are forgotten, with what was taken for them. */
const MOST_HELD = 5000;

/** Opens the purse of one server. */
export function openPurse(ledger: Ledger): Purse {
  const purse = new Map<string, Held>();

  const heldOf = (holder: string, now: Date): Held => {
    const hour = hourOf(now).getTime();
    const held = purse.get(holder);
    if (held?.hour === hour) return held;
    if (purse.size >= MOST_HELD) purse.clear();
    const empty: Held = { hour, left: 0, taken: 0, taking: null };
    purse.set(holder, empty);
    return empty;
  };

  const balanceOf = async ({ holder, allowance }: Payer, now: Date): Promise<Balance> => {
    const [row] = await ledger.query<{ spent: number }>('allowance_read', READ, [holder, hourOf(now)]);
    return balance(allowance, (row?.spent ?? 0) - heldOf(holder, now).left, now);
  };

  const take = async (held: Held, { holder, allowance }: Payer, missing: number, now: Date): Promise<boolean> => {
    const wanted = Math.max(missing, Math.floor(allowance / PART));
    const values = [holder, hourOf(now), missing, wanted, allowance];
    const [row] = await ledger.query<Taken>('allowance_take', TAKE, values);
    if (!row) return false;
    held.left += row.spent - (row.before ?? 0);
    held.taken = row.spent;
    return true;
  };

  const refusal = async (payer: Payer, requested: number, now: Date): Promise<Refusal> =>
    new Refusal('ALLOWANCE_SPENT', { requested, ...(await balanceOf(payer, now)) });

  return {
    balanceOf,
    async spend(payer, cost, now) {
      const held = heldOf(payer.holder, now);
      if (cost > payer.allowance) throw await refusal(payer, cost, now);
      while (held.left < cost) {
        const first = held.taking === null;
        held.taking ??= take(held, payer, cost - held.left, now).finally(() => {
          held.taking = null;
        });
        if (!(await held.taking) && first) throw await refusal(payer, cost, now);
      }
      held.left -= cost;
      return balance(payer.allowance, held.taken - held.left, now);
    },
  };
}

interface Taken {
  readonly before: number | null;
  readonly spent: number;
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

/** Takes the larger of two amounts where the hour still has it, else the smaller, else nothing. */
const TAKE = `insert into access.allowance as a (holder, hour, spent) values ($1, $2, $4)
  on conflict (holder, hour) do update set spent = a.spent + case when a.spent + $4 <= $5 then $4 else $3 end
    where a.spent + $3 <= $5
  returning old.spent as before, new.spent as spent`;
const READ = 'select spent from access.allowance where holder = $1 and hour = $2';
