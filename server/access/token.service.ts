import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOf, newToken } from '../account/token.ts';
import { Refusal } from '../kernel/errors.ts';
import { AccessState, PartnerAccess } from './access.ts';
import { PartnerToken } from './token.ts';

/** Days during which a token that was replaced goes on working. */
export const OVERLAP = 7;
/** What a token begins with, so that whoever finds one knows what it opens, and scanners of code do too. */
const MARK = 'bar_';
/** Characters of it that stay visible. */
const SHOWN = MARK.length + 6;

/** Makes the token of an access and answers it, this once. The one before goes on working for a week. */
export function issueToken(em: EntityManager, now: Date, accessId: string): Promise<string> {
  return em.transactional(async (em) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
    const access = await em.findOneOrFail(PartnerAccess, { id: accessId }, lock);
    if (access.state !== AccessState.GRANTED) throw new Refusal('ACCESS_STATE');
    const until = new Date(now.getTime() + OVERLAP * 86_400_000);
    for (const before of await em.find(PartnerToken, { access, until: null, revokedAt: null })) before.until = until;
    const token = `${MARK}${newToken()}`;
    em.create(PartnerToken, { access, prefix: token.slice(0, SHOWN), hash: hashOf(token) });
    return token;
  });
}

/** Makes a token useless at once: it was lost, or seen. */
export async function revokeToken(em: EntityManager, now: Date, accessId: string, id: string): Promise<PartnerToken> {
  const token = await em.findOneOrFail(PartnerToken, { id, access: accessId });
  token.revokedAt ??= now;
  await em.flush();
  return token;
}
