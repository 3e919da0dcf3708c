import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../kernel/actor.ts';
import { rangeOf } from '../kernel/address.rules.ts';
import { Refusal } from '../kernel/errors.ts';
import { oneOf } from '../kernel/page.ts';
import type { Postman } from '../kernel/postman.ts';
import type { Rights } from '../partner/rights.ts';
import type { GrantInput, PartnerInput } from './access.input.ts';
import { AccessState, CONTRACTS, PartnerAccess } from './access.ts';
import { closedLetter, grantedLetter, receivedLetter } from './letters.ts';
import { isPestered, newLink } from './link.service.ts';
import { scopeOf } from './scope.ts';

/** What a partner says of itself. */
export interface Wish {
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly purpose: string;
  readonly wanted: Rights;
}

/** The fewest and the most objects an hour that staff may allow. */
const BOUNDS = [100, 100_000_000] as const;

/** Keeps the request of a partner, and mails where to follow it. An address that asks too often is not answered. */
export async function requestAccess(em: EntityManager, postman: Postman, now: Date, wish: Wish): Promise<void> {
  const email = wish.email.toLowerCase();
  if (await isPestered(em, email, now)) return;
  const wanted = scopeOf(wish.wanted);
  const { link, kept } = newLink(postman.publicUrl, now);
  const access = em.create(PartnerAccess, { ...wish, ...kept, email, wanted, scope: wanted });
  await em.flush();
  await postman.send(receivedLetter(access, link));
}

/** Lets a partner in that did not ask, a newspaper under embargo for instance. */
export async function invitePartner(em: EntityManager, postman: Postman, actor: Actor, now: Date, input: PartnerInput) {
  const { name, organisation, email, purpose, ...grant } = input;
  const wanted = scopeOf(grant.scope);
  const { kept } = newLink(postman.publicUrl, now);
  const access = em.create(PartnerAccess, {
    ...{ name, organisation, purpose, email: email.toLowerCase(), wanted, scope: wanted },
    ...kept,
  });
  return granted(em, postman, actor, now, access, grant);
}

/** Grants what a partner asked for, or something else; what was granted is corrected the same way. */
export async function grantAccess(
  em: EntityManager,
  postman: Postman,
  actor: Actor,
  now: Date,
  id: string,
  version: number,
  input: GrantInput,
): Promise<PartnerAccess> {
  const access = await oneOf(em, PartnerAccess, id);
  if (access.state === AccessState.REVOKED) throw new Refusal('ACCESS_STATE');
  if (access.version !== version) throw new Refusal('STALE');
  return granted(em, postman, actor, now, access, input);
}

async function granted(
  em: EntityManager,
  postman: Postman,
  actor: Actor,
  now: Date,
  access: PartnerAccess,
  { scope, expiresOn, addresses, allowance, contract }: GrantInput,
): Promise<PartnerAccess> {
  const faults = [
    ...addresses.filter((range) => !rangeOf(range)).map(() => ({ field: 'addresses', reason: 'ADDRESS_RANGE' })),
    ...(allowance >= BOUNDS[0] && allowance <= BOUNDS[1] ? [] : [{ field: 'allowance', reason: 'ALLOWANCE' }]),
    ...((CONTRACTS as readonly string[]).includes(contract) ? [] : [{ field: 'contract', reason: 'CONTRACT' }]),
  ];
  if (faults.length > 0) throw new Refusal('ACCESS_INVALID', { faults });
  const anew = access.state !== AccessState.GRANTED;
  const { link, kept } = newLink(postman.publicUrl, now);
  em.assign(access, {
    ...{ scope: scopeOf(scope), expiresOn, addresses: addresses.map((range) => range.trim()), allowance, contract },
    ...{ state: AccessState.GRANTED, motive: null, decidedAt: now, decidedBy: actor.id },
    ...(anew ? kept : {}),
  });
  await em.flush();
  if (anew) await postman.send(grantedLetter(access, link));
  return access;
}

/** Refuses a request, or takes an access back: its tokens stop working. The partner is told why. */
export async function closeAccess(
  em: EntityManager,
  postman: Postman,
  actor: Actor,
  now: Date,
  id: string,
  motive: string,
): Promise<PartnerAccess> {
  const access = await oneOf(em, PartnerAccess, id);
  const ended = access.state === AccessState.GRANTED;
  if (!ended && access.state !== AccessState.REQUESTED) throw new Refusal('ACCESS_STATE');
  const state = ended ? AccessState.REVOKED : AccessState.REFUSED;
  em.assign(access, { state, motive, decidedAt: now, decidedBy: actor.id });
  await em.flush();
  await postman.send(closedLetter(access, motive, ended));
  return access;
}
