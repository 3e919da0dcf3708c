import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Contact } from '../enrolment/contact.ts';
import { certificationsIn } from '../enrolment/enrolment.rules.ts';
import { Enrolment, EnrolmentState, Tier } from '../enrolment/enrolment.ts';
import { placeFor } from '../enrolment/placement.service.ts';
import { type Mover, moveEnrolments } from '../enrolment/state.service.ts';
import type { MovedEnrolments } from '../enrolment/state.ts';
import { stratumOf } from '../enrolment/stratum.rules.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { updateStructure } from '../structure/structure.service.ts';
import { formOf } from './form.service.ts';
import { Invitation } from './invitation.ts';
import { confirmedLetter, returnedLetter } from './letters.ts';
import { lastDayOf, linkOf, newInvitation, occasionOf, type Sender } from './link.service.ts';
import { Registration } from './registration.ts';

/**
 * Confirms enrolments in one act: what their forms say becomes theirs, and category, population and stratum are frozen
 * as the register has them that day. Those who submitted a form are told by mail.
 */
export async function confirmEnrolments(
  em: EntityManager,
  sender: Sender,
  ids: readonly string[],
  mover: Mover,
): Promise<MovedEnrolments> {
  const answer = await moveEnrolments(em, ids, 'CONFIRM', mover, async (em, enrolment) => {
    if (enrolment.state !== EnrolmentState.WITHDRAWN) await freeze(em, enrolment);
    const registration = await em.findOne(Registration, { enrolment });
    if (enrolment.state === EnrolmentState.SUBMITTED && registration) await adopt(em, enrolment, registration);
    enrolment.state = EnrolmentState.CONFIRMED;
  });
  for (const enrolment of answer.moved) {
    const to = (await em.findOne(Registration, { enrolment }))?.submittedBy;
    const tier = enrolment.tier === Tier.PAID ? 'payante' : 'gratuite';
    if (to) await sender.postman.send(confirmedLetter(await occasionOf(em, enrolment, to), tier));
  }
  return answer;
}

/** Sends a form back with the reason; its link, a new one if need be, opens it again with all that was typed. */
export async function returnRegistration(
  em: EntityManager,
  sender: Sender,
  id: string,
  mover: Mover,
): Promise<Enrolment> {
  const sent: Invitation[] = [];
  const { moved, refused } = await moveEnrolments(em, [id], 'RETURN', mover, async (em, enrolment) => {
    const registration = await em.findOneOrFail(Registration, { enrolment });
    const [latest] = await em.find(
      Invitation,
      { enrolment, revokedAt: null },
      { orderBy: { sentAt: 'desc' }, limit: 1 },
    );
    const to = registration.submittedBy ?? latest?.recipient ?? '';
    registration.returnedMotive = mover.motive;
    enrolment.state = EnrolmentState.DRAFT;
    const usable = latest && latest.expiresAt > mover.at;
    const until = lastDayOf(await enrolment.edition.loadOrFail(), mover.at, null);
    sent.push(usable ? latest : await newInvitation(em, sender.seal, mover.at, enrolment, to, until));
  });
  const [enrolment] = moved;
  const [invitation] = sent;
  if (!enrolment || !invitation) throw new Refusal((refused[0]?.reason as 'ENROLMENT_STATE') ?? 'NOT_FOUND');
  const occasion = await occasionOf(em, enrolment, invitation.recipient);
  await sender.postman.send(returnedLetter(occasion, linkOf(sender, invitation), mover.motive ?? ''));
  return enrolment;
}

/** Accepts or refuses what a form says is wrong in the register; accepted, a name or a SIREN enters the register. */
export function settleRemark(
  em: EntityManager,
  actor: Actor,
  enrolmentId: string,
  field: string,
  accepted: boolean,
): Promise<Registration> {
  return em.transactional(async (em) => {
    const held = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    const registration = await em.findOne(Registration, { enrolment: enrolmentId }, held);
    const remark = registration?.remarks.find((each) => each.field === field);
    if (!registration || !remark) throw new Refusal('NOT_FOUND');
    if (remark.accepted !== null) throw new Refusal('STALE');
    const { structure } = await em.findOneOrFail(Enrolment, { id: enrolmentId }, { populate: ['structure'] });
    if (accepted && field !== 'remark') {
      const { id, version, reference, name, kind } = structure.getEntity();
      await updateStructure(em, id, version, { ...{ reference, name, kind }, [field]: remark.said });
    }
    registration.remarks = registration.remarks.map((each) =>
      each.field === field ? { ...each, accepted, by: actor.name } : each,
    );
    return registration;
  });
}

/** Category, population and stratum, as of today. */
async function freeze(em: EntityManager, enrolment: Enrolment): Promise<void> {
  const structure = await enrolment.structure.loadOrFail();
  const place = await placeFor(em, enrolment.edition.id, structure);
  const { population, populationYear } = structure;
  em.assign(enrolment, { ...place, population, populationYear, stratum: stratumOf(structure.kind, population) });
}

/** What the form says becomes the enrolment's; the people it names become contacts of the structure. */
async function adopt(em: EntityManager, enrolment: Enrolment, registration: Registration): Promise<void> {
  const { contacts, tier, reception, certifications, consents } = registration.loadAnswers();
  const { partners } = await formOf(em, enrolment.edition.id);
  const at = registration.submittedAt?.toISOString() ?? '';
  em.assign(enrolment, {
    ...{ tier: tier ?? Tier.FREE, reception: reception ?? false },
    certifications: certificationsIn((certifications ?? []).map(({ name }) => name)),
    certifiedUntil: (certifications ?? []).map(({ name, until }) => ({ name, until })),
    consents: partners
      .filter(({ code }) => consents?.includes(code))
      .map(({ code, name, purpose }) => ({ code, name, purpose, at })),
  });
  const known = await em.find(Contact, { structure: enrolment.structure });
  for (const { name, role, email, phone } of contacts ?? []) {
    const before = known.find((each) => (email ? each.email === email : each.name === name));
    if (before) em.assign(before, { name, role: role ?? before.role, phone: phone ?? before.phone });
    else em.create(Contact, { structure: enrolment.structure, name, role, email, phone });
  }
}
