import type { EntityManager } from '@mikro-orm/postgresql';
import type { PartnerAccess } from '../access/access.ts';
import { AccessState } from '../access/access.ts';
import { Refusal } from '../kernel/errors.ts';
import { Happening } from '../partner/event.ts';
import type { Delivery, DeliveryAttempt } from './delivery.ts';
import { faultOfUrl } from './reach.rules.ts';
import { Webhook } from './webhook.ts';

/** Addresses one access may name. */
const MOST = 10;
/** Deliveries that are shown. */
const SHOWN = 50;
/** Tests and replays that one address may ask for in an hour. */
const MOST_ASKED = 20;

/** What a partner says of an address. */
export interface Target {
  readonly url: string;
  readonly kinds: readonly string[];
}

/** Names an address to be told of what is published from now on. */
export async function createWebhook(em: EntityManager, access: PartnerAccess, target: Target): Promise<Webhook> {
  if (access.state !== AccessState.GRANTED) throw new Refusal('ACCESS_STATE');
  check(target);
  if ((await em.count(Webhook, { access })) >= MOST) throw new Refusal('WEBHOOK_TOO_MANY');
  const webhook = em.create(Webhook, { url: target.url, kinds: [...target.kinds], access });
  await em.flush();
  return webhook;
}

/** Corrects an address, stops writing to it for a while, or takes it up again. */
export async function updateWebhook(
  em: EntityManager,
  access: PartnerAccess,
  now: Date,
  id: string,
  { url, kinds, paused }: Target & { readonly paused: boolean },
): Promise<Webhook> {
  check({ url, kinds });
  const webhook = await webhookOf(em, access, id);
  em.assign(webhook, { url, kinds: [...kinds], pausedAt: paused ? (webhook.pausedAt ?? now) : null });
  await em.flush();
  return webhook;
}

/** Gives an address another secret; the one before signs beside it for a week. */
export async function rotateSecret(em: EntityManager, access: PartnerAccess, now: Date, id: string): Promise<Webhook> {
  const webhook = await webhookOf(em, access, id);
  em.assign(webhook, { generation: webhook.generation + 1, rotatedAt: now });
  await em.flush();
  return webhook;
}

export async function removeWebhook(em: EntityManager, access: PartnerAccess, id: string): Promise<boolean> {
  await em.remove(await webhookOf(em, access, id)).flush();
  return true;
}

/** Sends a test to an address, as soon as the courier next looks. */
export async function testWebhook(em: EntityManager, access: PartnerAccess, now: Date, id: string): Promise<boolean> {
  const webhook = await webhookOf(em, access, id);
  await restrain(em, webhook, now);
  const at = now.toISOString();
  const body = JSON.stringify({
    id: null,
    kind: 'test',
    at,
    year: null,
    version: null,
    data: { message: 'Ceci est un essai.' },
  });
  await em.execute(
    `insert into access.delivery (webhook_id, kind, body, created_at, due_at) values (?, 'test', ?, ?, ?)`,
    [webhook.id, body, at, at],
  );
  return true;
}

/** Sends a delivery once more, from the first attempt on. */
export async function replayDelivery(em: EntityManager, access: PartnerAccess, now: Date, id: string, of: string) {
  const webhook = await webhookOf(em, access, of);
  await restrain(em, webhook, now);
  const replayed = await em.execute<{ id: string }[]>(
    `update access.delivery set state = 'WAITING', attempts = 0, due_at = ?, asked_at = ?
      where id = ? and webhook_id = ? returning id`,
    [now.toISOString(), now.toISOString(), id, webhook.id],
  );
  if (replayed.length === 0) throw new Refusal('NOT_FOUND');
  return true;
}

/** What was sent to an address of late, or will be. */
export async function deliveriesOf(em: EntityManager, webhookId: string): Promise<Delivery[]> {
  const rows = await em.execute<(Omit<Delivery, 'attempts'> & { attempts: DeliveryAttempt[] })[]>(
    `select d.id, d.kind, d.body, d.state, d.created_at as "createdAt", d.due_at as "dueAt",
        coalesce((select json_agg(json_build_object('at', a.at, 'status', a.status, 'failure', a.failure, 'ms', a.ms)
          order by a.at desc) from access.attempt a where a.delivery_id = d.id), '[]') as attempts
      from access.delivery d where d.webhook_id = ? order by d.created_at desc, d.id limit ${SHOWN}`,
    [webhookId],
  );
  return rows.map(({ attempts, createdAt, dueAt, ...row }) => ({
    ...row,
    createdAt: new Date(createdAt),
    dueAt: dueAt && new Date(dueAt),
    attempts: attempts.map((each) => ({ ...each, at: new Date(each.at) })),
  }));
}

/** An address of an access; that of another does not exist. */
export const webhookOf = (em: EntityManager, access: PartnerAccess, id: string): Promise<Webhook> =>
  em.findOneOrFail(Webhook, { id, access });

function check({ url, kinds }: Target): void {
  const reason = faultOfUrl(url);
  const unknown = kinds.some((kind) => !(Object.values(Happening) as string[]).includes(kind));
  const faults = [
    ...(reason ? [{ field: 'url', reason: `URL_${reason}` }] : []),
    ...(unknown || kinds.length === 0 ? [{ field: 'kinds', reason: 'EVENT_KIND' }] : []),
  ];
  if (faults.length > 0) throw new Refusal('WEBHOOK_INVALID', { faults });
}

/** We write to whatever address a partner names: not as often as they please. */
async function restrain(em: EntityManager, { id }: Webhook, now: Date): Promise<void> {
  const [row] = await em.execute<{ n: number }[]>(
    `select count(*)::int as n from access.delivery where webhook_id = ?
      and (asked_at > ?::timestamptz - interval '1 hour' or (kind = 'test' and created_at > ?::timestamptz - interval '1 hour'))`,
    [id, now.toISOString(), now.toISOString()],
  );
  if ((row?.n ?? 0) >= MOST_ASKED) throw new Refusal('TOO_MANY_ASKS');
}
