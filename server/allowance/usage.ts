import { Field, Int, ObjectType } from 'type-graphql';
import type { Ledger } from '../database/ledger.ts';
import { Day } from '../kernel/scalars.ts';

@ObjectType({ description: 'What was read through the published API on one day, under one name of operation.' })
export class UsageLine {
  @Field(() => Day, { description: 'The day, in Paris.' })
  day!: string;

  @Field(() => String, { description: 'The name the operation was given; "…" where it had none, or one of too many.' })
  operation!: string;

  @Field(() => Int, { description: 'How many times it was asked.' })
  requests!: number;

  @Field(() => Int, { description: 'Objects it was counted for.' })
  cost!: number;

  @Field(() => Int, { description: 'How many of them were refused.' })
  refusals!: number;
}

/** One request, as it is counted. */
export interface Asked {
  readonly tokenId: string | null;
  readonly operation: string | null;
  readonly cost: number;
  readonly refused: boolean;
}

/** Names of operations that are told apart in a day, for one token; whoever makes up more is counted all the same. */
const MOST_NAMES = 40;
const UNNAMED = '…';
/** Stands for everyone without a token. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

interface Tally {
  requests: number;
  cost: number;
  refusals: number;
}

/** The day it is in Paris, worked out once a minute: it takes longer than everything else that counting does. */
function openDays(): (now: Date) => string {
  const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });
  let known = { minute: Number.NaN, day: '' };
  return (now) => {
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute !== known.minute) known = { minute, day: days.format(now) };
    return known.day;
  };
}

/** What one visitor asked on one day, by the name of the operation; a name once told apart stays so all day. */
interface Sheet {
  readonly holder: string;
  readonly day: string;
  readonly names: Set<string>;
  tallies: Map<string, Tally>;
}

/**
 * Counts requests in memory and writes them down now and then, in one statement: counting must not cost what it counts.
 * A server that is killed forgets what it had not written yet; allowances, which bind, are kept apart.
 */
export function openUsage(ledger: Ledger) {
  const sheets = new Map<string, Sheet>();
  const dayOf = openDays();

  const sheetOf = (holder: string, day: string): Sheet => {
    const kept = sheets.get(holder);
    if (kept?.day === day) return kept;
    if (kept) sheets.set(`${holder} ${kept.day}`, kept);
    const sheet = { holder, day, names: new Set<string>(), tallies: new Map<string, Tally>() };
    sheets.set(holder, sheet);
    return sheet;
  };

  return {
    count({ tokenId, operation, cost, refused }: Asked, now: Date): void {
      const sheet = sheetOf(tokenId ?? NOBODY, dayOf(now));
      const named = operation && /^\w{1,60}$/.test(operation) ? operation : UNNAMED;
      if (sheet.names.size < MOST_NAMES) sheet.names.add(named);
      const name = sheet.names.has(named) ? named : UNNAMED;
      const tally = sheet.tallies.get(name) ?? { requests: 0, cost: 0, refusals: 0 };
      sheet.tallies.set(name, tally);
      tally.requests += 1;
      tally.cost += cost;
      tally.refusals += refused ? 1 : 0;
    },
    async write(now: Date): Promise<void> {
      const rows = [...sheets.values()].flatMap(({ holder, day, tallies }) =>
        [...tallies].map(([operation, tally]) => ({ token_id: holder, day, operation, ...tally, last_at: now })),
      );
      for (const [key, sheet] of sheets) {
        sheet.tallies = new Map();
        if (key !== sheet.holder) sheets.delete(key);
      }
      if (rows.length > 0) await ledger.query('usage_write', WRITE, [JSON.stringify(rows)]);
    },
  };
}

const WRITE = `insert into access.usage as u (token_id, day, operation, requests, cost, refusals, last_at)
  select token_id, day, operation, requests, cost, refusals, last_at
  from json_populate_recordset(null::access.usage, $1::json)
  on conflict (token_id, day, operation) do update set requests = u.requests + excluded.requests,
    cost = u.cost + excluded.cost, refusals = u.refusals + excluded.refusals, last_at = greatest(u.last_at, excluded.last_at)`;
