import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOf, newToken } from '../account/token.ts';
import type { Invited } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Postman } from '../kernel/postman.ts';
import { AccessState, PartnerAccess } from './access.ts';
import { LINK_LASTS, linkLetter } from './letters.ts';

/** Links mailed to one address in a day, at most: a page that writes to any address must not become a nuisance. */
const MOST_A_DAY = 5;

/** What a new link is kept as, and the link itself, which is nowhere but in the mail. */
export function newLink(publicUrl: string, now: Date) {
  const secret = newToken();
  const linkUntil = new Date(now.getTime() + LINK_LASTS * 86_400_000);
  // The secret is in the fragment, which browsers send to no server.
  return { link: `${publicUrl}/#/partner?token=${secret}`, kept: { linkHash: hashOf(secret), linkUntil } };
}

/** The access that a personal link opens. A link that has run out leads nowhere, as one that never was. */
export async function accessBehind(em: EntityManager, { token }: Invited, now: Date): Promise<PartnerAccess> {
  const access = await em.findOne(PartnerAccess, { linkHash: hashOf(token) });
  if (!access || access.linkUntil <= now) throw new Refusal('INVITATION_UNKNOWN');
  return access;
}

/** Mails a new link for each access of an address. What is answered is the same when it has none. */
export async function mailLinks(em: EntityManager, postman: Postman, now: Date, email: string): Promise<void> {
  if (await isPestered(em, email, now)) return;
  const state = { $in: [AccessState.REQUESTED, AccessState.GRANTED] };
  for (const access of await em.find(PartnerAccess, { email: email.toLowerCase(), state }, { limit: MOST_A_DAY }))
    await mailLink(em, postman, now, access);
}

/** Mails a new link to the page of an access; the one before stops working. */
export async function mailLink(em: EntityManager, postman: Postman, now: Date, access: PartnerAccess): Promise<void> {
  const { link, kept } = newLink(postman.publicUrl, now);
  Object.assign(access, kept);
  await em.flush();
  await postman.send(linkLetter(access, link));
}

/** Whether an address was written to as often today as it will be. */
export async function isPestered(em: EntityManager, email: string, now: Date): Promise<boolean> {
  const [row] = await em.execute<{ n: number }[]>(
    `select count(*)::int as n from mail where recipient = ? and created_at > ?::timestamptz - interval '1 day'`,
    [email.toLowerCase(), now.toISOString()],
  );
  return (row?.n ?? 0) >= MOST_A_DAY;
}
