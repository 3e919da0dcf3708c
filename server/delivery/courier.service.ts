import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOf } from '../account/token.ts';
import type { Seal } from '../kernel/seal.ts';
import { MESSAGE } from './message.ts';
import { nextAttempt } from './patience.rules.ts';
import { type MayReach, type Outcome, post } from './send.ts';
import { signatureOf } from './signature.rules.ts';
import type { Webhook } from './webhook.ts';

/** Deliveries a server takes at a time. */
const ARMFUL = 10;
/** Minutes a server has for those it took; then another takes them, and a partner may be told twice. */
const LEASE = 5;
/** Days during which a secret that was replaced goes on signing. */
const OVERLAP = 7;

/** What delivering takes of the world. */
export interface Courier {
  readonly seal: Seal;
  readonly mayReach: MayReach;
}

interface Taken {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly attempts: number;
  readonly webhook_id: string;
  readonly url: string;
  readonly generation: number;
  readonly rotated_at: Date | null;
}

/** The secret a webhook is signed with, as its partner keeps it. */
export const secretOf = (seal: Seal, { id }: Pick<Webhook, 'id'>, generation: number): string =>
  `whsec_${hashOf(seal.sign(`barometre webhook ${id} ${generation}`))}`;

/**
 * Makes a delivery of each event for each address that wants it, once, however many servers do. Deliveries rest in the
 * database, so that one that is interrupted goes on after the next start.
 */
export async function spreadEvents(em: EntityManager, now: Date): Promise<void> {
  await em.execute(
    `insert into access.delivery (webhook_id, event_id, kind, body, created_at, due_at)
      select w.id, e.id, e.kind, ${MESSAGE}::text, ?, ?
      from publication_event e join webhook w
        on e.created_at > w.created_at and e.kind = any(w.kinds) and w.paused_at is null
      on conflict (webhook_id, event_id) do nothing`,
    [now.toISOString(), now.toISOString()],
  );
}

/** Sends what is due, some at a time; answers how many were sent. */
export async function deliverDue(em: EntityManager, courier: Courier, now: Date): Promise<number> {
  const lease = new Date(now.getTime() + LEASE * 60_000).toISOString();
  const taken: Taken[] = await em.execute(
    `update access.delivery d set attempts = d.attempts + 1, due_at = ?
      from webhook w where w.id = d.webhook_id and d.id in (
        select due.id from access.delivery due join webhook on webhook.id = due.webhook_id
          join partner_access on partner_access.id = webhook.access_id
        where due.state = 'WAITING' and due.due_at <= ? and webhook.paused_at is null
          and partner_access.state = 'GRANTED'
        order by due.due_at limit ${ARMFUL} for update of due skip locked)
      returning d.id, d.kind, d.body, d.attempts, w.id as webhook_id, w.url, w.generation, w.rotated_at`,
    [lease, now.toISOString()],
  );
  await Promise.all(taken.map((each) => deliver(em, courier, now, each)));
  return taken.length;
}

async function deliver(em: EntityManager, { seal, mayReach }: Courier, now: Date, taken: Taken): Promise<void> {
  const { id, kind, body, attempts, webhook_id, url, generation, rotated_at } = taken;
  const overlapping = rotated_at && now.getTime() - new Date(rotated_at).getTime() < OVERLAP * 86_400_000;
  const generations = overlapping ? [generation, generation - 1] : [generation];
  const secrets = generations.map((each) => secretOf(seal, { id: webhook_id }, each));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Barometre-Webhook/1',
    'barometre-event': kind,
    'barometre-delivery': id,
    'barometre-signature': signatureOf(secrets, body, now),
  };
  await record(em, id, attempts, now, await post(new URL(url), body, headers, mayReach));
}

async function record(em: EntityManager, id: string, attempts: number, now: Date, outcome: Outcome): Promise<void> {
  const { status, failure, ms } = outcome;
  const again = failure === null ? null : nextAttempt(attempts, now);
  const state = failure === null ? 'DELIVERED' : again ? 'WAITING' : 'DEAD';
  await em.execute(
    `with told as (update access.delivery set state = ?, due_at = ? where id = ? returning id)
      insert into access.attempt (delivery_id, at, status, failure, ms) select id, ?, ?, ?, ? from told`,
    [state, again?.toISOString() ?? null, id, now.toISOString(), status, failure, ms],
  );
}
