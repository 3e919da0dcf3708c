import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { EnrolmentState } from '../enrolment/enrolment.ts';
import type { Invited } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import type { AnswersInput } from './answers.input.ts';
import { acceptancesOf, answerFaults, remarksOf } from './answers.rules.ts';
import { formOf } from './form.service.ts';
import { knock, knockHeld } from './guest.service.ts';
import { receivedLetter } from './letters.ts';
import { occasionOf, type Sender } from './link.service.ts';
import { Registration } from './registration.ts';

/** The form of an invitation, for the browser that proved itself. */
export async function openRegistration(em: EntityManager, invited: Invited, now: Date): Promise<Registration> {
  const { invitation, status, mine } = await knock(em, invited, now);
  if (!mine) throw new Refusal('INVITATION_ELSEWHERE');
  if (!['OPEN', 'SUBMITTED', 'CONFIRMED'].includes(status)) throw new Refusal('INVITATION_CLOSED', { status });
  return em.findOneOrFail(Registration, { enrolment: invitation.enrolment });
}

/** Keeps what was typed so far. Refused as STALE when the form was saved elsewhere since it was read. */
export function saveRegistration(
  em: EntityManager,
  invited: Invited,
  now: Date,
  version: number,
  answers: AnswersInput,
): Promise<Registration> {
  return em.transactional(async (em) => {
    const { registration, submitted } = await draftOf(em, invited, now);
    if (submitted) throw new Refusal('INVITATION_CLOSED', { status: 'SUBMITTED' });
    if (registration.version !== version) throw new Refusal('STALE');
    registration.answers = keptOf(answers);
    registration.savedAt = now;
    await em.flush();
    return registration;
  });
}

/**
 * Submits the form, with what it says at that instant, and acknowledges it by mail. Sent twice at once, it is submitted
 * once; refused with every fault when it is not complete.
 */
export async function submitRegistration(
  em: EntityManager,
  sender: Sender,
  invited: Invited,
  now: Date,
  version: number,
  answers: AnswersInput,
): Promise<Registration> {
  const { registration, enrolment, by } = await em.transactional(async (em) => {
    const { registration, enrolment, by, submitted } = await draftOf(em, invited, now);
    if (submitted) return { registration, enrolment, by: null };
    if (registration.version !== version) throw new Refusal('STALE');
    const said = keptOf(answers);
    const form = await formOf(em, enrolment.edition.id);
    const items = answerFaults(said, form);
    if (items.length > 0) throw new Refusal('REGISTRATION_INCOMPLETE', { items });
    const structure = await enrolment.structure.loadOrFail();
    const at = now.toISOString();
    em.assign(registration, {
      ...{ answers: said, savedAt: now, submittedAt: now, submittedBy: by, returnedMotive: null },
      ...{ accepted: acceptancesOf(said, form, by, at), remarks: remarksOf(said, structure) },
    });
    em.assign(enrolment, { state: EnrolmentState.SUBMITTED, stateAt: now, stateBy: by, stateMotive: null });
    await em.flush();
    return { registration, enrolment, by };
  });
  if (by) await sender.postman.send(receivedLetter(await occasionOf(em, enrolment, by)));
  return registration;
}

/** The structure says that it will not take part, and why if it wishes. */
export function declineInvitation(
  em: EntityManager,
  invited: Invited,
  now: Date,
  motive: string | null,
): Promise<boolean> {
  return em.transactional(async (em) => {
    const { enrolment, by, submitted } = await draftOf(em, invited, now);
    if (submitted) throw new Refusal('INVITATION_CLOSED', { status: 'SUBMITTED' });
    em.assign(enrolment, { state: EnrolmentState.WITHDRAWN, stateAt: now, stateBy: by, stateMotive: motive });
    return true;
  });
}

/** The form and its enrolment, both held; refused when it can no longer be filled in. */
async function draftOf(em: EntityManager, invited: Invited, now: Date) {
  const { invitation, mine, status } = await knockHeld(em, invited, now);
  if (!mine) throw new Refusal('INVITATION_ELSEWHERE');
  const enrolment = await invitation.enrolment.loadOrFail();
  const held = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const registration = await em.findOneOrFail(Registration, { enrolment }, held);
  const submitted = status === 'SUBMITTED';
  if (status !== 'OPEN' && !submitted) throw new Refusal('INVITATION_CLOSED', { status });
  return { registration, enrolment, submitted, by: invitation.recipient };
}

/** What is kept: names without stray spaces, addresses in lower case, nothing empty. */
function keptOf({ contacts = [], certifications = [], ...answers }: AnswersInput): Registration['answers'] {
  if (contacts.length > 10 || certifications.length > 20) throw new Refusal('OUT_OF_RANGE');
  return {
    ...answers,
    contacts: contacts
      .map(({ name, role, email, phone }) => ({
        ...{ name, role: role || null, email: email?.toLowerCase() || null, phone: phone || null },
      }))
      .filter(({ name, role, email, phone }) => name || role || email || phone),
    certifications: certifications
      .map(({ name, until = null }) => ({ name: name.replace(/\s+/g, ' '), until }))
      .filter(({ name }) => name !== ''),
  };
}
