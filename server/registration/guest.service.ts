import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOf, newCode, newToken } from '../account/token.ts';
import { Edition } from '../edition/edition.ts';
import { Enrolment, EnrolmentState } from '../enrolment/enrolment.ts';
import type { Invited } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import { asksAt, CODE_LASTS, MOST_ASKS, MOST_TRIES, type Status, statusOf } from './invitation.rules.ts';
import { mail } from './invitation.service.ts';
import { Invitation } from './invitation.ts';
import { codeLetter } from './letters.ts';
import { lastDayOf, newInvitation, occasionOf, parisDay, type Sender, stateOfLink } from './link.service.ts';

/** Browsers that one invitation remembers; the oldest then has to ask for a code again. */
const MOST_KEYS = 5;

/** An invitation, where its link leads now, and whether the browser that asks has proved itself. */
export interface Knock {
  readonly invitation: Invitation;
  readonly status: Status;
  readonly mine: boolean;
}

/** Who knocks: read without changing anything, so that opening a link has no effect. */
export async function knock(em: EntityManager, invited: Invited, now: Date): Promise<Knock> {
  const invitation = await em.findOne(Invitation, { tokenHash: hashOf(invited.token) });
  if (!invitation) throw new Refusal('INVITATION_UNKNOWN');
  const status = statusOf(await stateOfLink(invitation), now, parisDay(now));
  const mine = invited.key !== null && invitation.keys.includes(hashOf(invited.key));
  return { invitation, status, mine };
}

/** The same, with all it rests on held, in the order staff take them: the edition, the enrolment, the invitation. */
export async function knockHeld(em: EntityManager, invited: Invited, now: Date): Promise<Knock> {
  const { invitation } = await knock(em, invited, now);
  const { id, edition } = await invitation.enrolment.loadOrFail();
  const refresh = true;
  await em.findOne(Edition, { id: edition.id }, { lockMode: LockMode.PESSIMISTIC_READ, refresh });
  await em.findOne(Enrolment, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh });
  await em.findOne(Invitation, { id: invitation.id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh });
  return knock(em, invited, now);
}

/** Begins the form in this browser, and answers its key. Once begun elsewhere, only a code mailed opens it again. */
export function begin(em: EntityManager, invited: Invited, now: Date): Promise<string> {
  return em.transactional(async (em) => {
    const { invitation, status } = await knockHeld(em, invited, now);
    if (status !== 'OPEN') throw new Refusal('INVITATION_CLOSED', { status });
    if (invitation.openedAt) throw new Refusal('INVITATION_ELSEWHERE');
    return letIn(invitation, now);
  });
}

/**
 * Mails a code to the address of the invitation, if that is the one typed. The answer is the same if it is not, and
 * every ask counts, so that nobody learns the address by trying.
 */
export async function askCode(
  em: EntityManager,
  sender: Sender,
  invited: Invited,
  now: Date,
  email: string,
): Promise<boolean> {
  const asked = await em.transactional(async (em) => {
    const { invitation, status } = await knockHeld(em, invited, now);
    if (status !== 'OPEN' && status !== 'SUBMITTED') throw new Refusal('INVITATION_CLOSED', { status });
    countAsk(invitation, now);
    if (!isRecipient(invitation, email)) return null;
    const code = newCode();
    invitation.codeHash = hashOf(`${invited.token} ${code}`);
    invitation.codeUntil = new Date(now.getTime() + CODE_LASTS * 60_000);
    invitation.codeTries = 0;
    return { code, invitation };
  });
  if (!asked) return true;
  const { code, invitation } = asked;
  const occasion = await occasionOf(em, await invitation.enrolment.loadOrFail(), invitation.recipient);
  await sender.postman.send(codeLetter(occasion, code, CODE_LASTS));
  return true;
}

/** Opens the form in this browser with the code that was mailed; answers its key. A wrong guess is counted. */
export async function enterCode(em: EntityManager, invited: Invited, now: Date, code: string): Promise<string> {
  const key = await em.transactional(async (em) => {
    const { invitation, status } = await knockHeld(em, invited, now);
    if (status !== 'OPEN' && status !== 'SUBMITTED') throw new Refusal('INVITATION_CLOSED', { status });
    const { codeHash, codeUntil } = invitation;
    if (!codeHash || !codeUntil || codeUntil <= now || invitation.codeTries >= MOST_TRIES) return null;
    invitation.codeTries += 1;
    return codeHash === hashOf(`${invited.token} ${code.replace(/\s/g, '')}`) ? letIn(invitation, now) : null;
  });
  if (!key) throw new Refusal('CODE_WRONG');
  return key;
}

/** Sends a new link in place of one that expired, to the same address and no other. Answers the same if it does not. */
export async function askNewLink(
  em: EntityManager,
  sender: Sender,
  invited: Invited,
  now: Date,
  email: string,
): Promise<boolean> {
  const renewed = await em.transactional(async (em) => {
    const { invitation, status } = await knockHeld(em, invited, now);
    if (status !== 'EXPIRED') throw new Refusal('INVITATION_CLOSED', { status });
    countAsk(invitation, now);
    if (!isRecipient(invitation, email)) return null;
    const enrolment = await invitation.enrolment.loadOrFail();
    const until = lastDayOf(await enrolment.edition.loadOrFail(), now, null);
    invitation.revokedAt = now;
    return newInvitation(em, sender.seal, now, enrolment, invitation.recipient, until);
  });
  if (renewed) await mail(em, sender, renewed);
  return true;
}

/** Remembers this browser, and that the form is begun. */
async function letIn(invitation: Invitation, now: Date): Promise<string> {
  const key = newToken();
  invitation.keys = [...invitation.keys, hashOf(key)].slice(-MOST_KEYS);
  invitation.openedAt ??= now;
  invitation.codeHash = null;
  const enrolment = await invitation.enrolment.loadOrFail();
  if (enrolment.state === EnrolmentState.INVITED)
    Object.assign(enrolment, { state: EnrolmentState.DRAFT, stateAt: now, stateBy: invitation.recipient });
  return key;
}

function countAsk(invitation: Invitation, now: Date): void {
  const { since, asks } = asksAt(invitation.codesSince, invitation.codesSent, now);
  if (asks > MOST_ASKS) throw new Refusal('TOO_MANY_ASKS');
  invitation.codesSince = since;
  invitation.codesSent = asks;
}

const isRecipient = ({ recipient }: Invitation, email: string): boolean => email.trim().toLowerCase() === recipient;
