import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { candidatesIn } from '../enrolment/enrolling.service.ts';
import { Enrolment, EnrolmentState, PanelOrigin } from '../enrolment/enrolment.ts';
import type { StructureSelection } from '../enrolment/selection.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { seasonOf } from './invitation.rules.ts';
import { Invitation } from './invitation.ts';
import { invitationLetter } from './letters.ts';
import { lastDayOf, linkOf, newInvitation, occasionOf, parisDay, type Sender } from './link.service.ts';
import { Registration } from './registration.ts';

/** Most invitations in one act: each is a mail. */
const MOST = 1000;

/** When and in whose name invitations are sent. */
export interface Inviting {
  readonly by: Pick<Actor, 'name'>;
  readonly at: Date;
  /** The last day of the links; null for that of registration. */
  readonly expiresOn: string | null;
}

/** Invites every selected structure that can be, in one act, then mails each its link. Answers how many. */
export async function inviteSelection(
  em: EntityManager,
  sender: Sender,
  editionId: string,
  selection: StructureSelection,
  expected: number,
  inviting: Inviting,
): Promise<number> {
  const invitations = await em.transactional(async (em) => {
    const { edition, candidates } = await candidatesIn(em, editionId, selection, { invite: true, expected });
    if (candidates.length > MOST) throw new Refusal('OUT_OF_RANGE', { most: MOST });
    const expiresOn = refusedOnceClosed(edition, inviting);
    const made: Invitation[] = [];
    for (const { structure, category, categoryMotive, contact } of candidates) {
      const { population, populationYear } = structure;
      const enrolment = em.create(Enrolment, {
        ...{ edition, structure, category, categoryMotive, population, populationYear },
        ...{ origin: PanelOrigin.VOLUNTEER, state: EnrolmentState.INVITED },
        ...{ stateAt: inviting.at, stateBy: inviting.by.name },
      });
      const { name = '', role = null, email = '', phone = null } = contact ?? {};
      em.create(Registration, { enrolment, answers: { contacts: [{ name, role, email, phone }] } });
      made.push(await newInvitation(em, sender.seal, inviting.at, enrolment, email ?? '', expiresOn));
    }
    return made;
  });
  for (const invitation of invitations) await mail(em, sender, invitation);
  return invitations.length;
}

/** Sends a new link to one structure, at its address or at another; the links mailed before stop working. */
export async function resendInvitation(
  em: EntityManager,
  sender: Sender,
  enrolmentId: string,
  email: string | null,
  inviting: Inviting,
): Promise<Invitation> {
  const invitation = await em.transactional(async (em) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    const enrolment = await em.findOne(Enrolment, { id: enrolmentId }, lock);
    if (!enrolment) throw new Refusal('NOT_FOUND');
    if (enrolment.state !== EnrolmentState.INVITED && enrolment.state !== EnrolmentState.DRAFT)
      throw new Refusal('ENROLMENT_STATE');
    const expiresOn = refusedOnceClosed(await enrolment.edition.loadOrFail(), inviting);
    const earlier = await em.find(Invitation, { enrolment }, { orderBy: { sentAt: 'desc' } });
    const recipient = email ?? earlier[0]?.recipient;
    if (!recipient) throw new Refusal('INVITATION_NO_ADDRESS', { field: 'email' });
    for (const each of earlier) each.revokedAt ??= inviting.at;
    return newInvitation(em, sender.seal, inviting.at, enrolment, recipient, expiresOn);
  });
  await mail(em, sender, invitation);
  return invitation;
}

/** Makes a link useless, at once. */
export function revokeInvitation(em: EntityManager, now: Date, id: string): Promise<Invitation> {
  return em.transactional(async (em) => {
    const invitation = await em.findOne(Invitation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!invitation) throw new Refusal('NOT_FOUND');
    invitation.revokedAt ??= now;
    return invitation;
  });
}

/** The last day of the links; refused when they would lead nowhere. */
function refusedOnceClosed(edition: Parameters<typeof lastDayOf>[0], { at, expiresOn }: Inviting): string {
  const { phase, registrationFrom: from, registrationTo: to } = edition;
  const today = parisDay(at);
  if (seasonOf({ phase, from, to }, today) === 'CLOSED') throw new Refusal('REGISTRATION_CLOSED');
  const last = lastDayOf(edition, at, expiresOn);
  if (last < today) throw new Refusal('INVITATION_DAY_PAST', { field: 'expiresOn' });
  return last;
}

/** Mails a link. After the transaction: no letter tells of what did not happen. */
export async function mail(em: EntityManager, sender: Sender, invitation: Invitation): Promise<void> {
  const occasion = await occasionOf(em, await invitation.enrolment.loadOrFail(), invitation.recipient);
  const until = invitation.expiresAt.toISOString().slice(0, 10);
  await sender.postman.send(invitationLetter(occasion, linkOf(sender, invitation), until));
}
