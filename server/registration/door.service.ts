import type { EntityManager } from '@mikro-orm/postgresql';
import { Enrolment } from '../enrolment/enrolment.ts';
import type { Invited } from '../kernel/context.ts';
import { formOf } from './form.service.ts';
import { knock } from './guest.service.ts';
import type { Doorstep, GuestForm } from './guest.ts';
import type { Registration } from './registration.ts';

/** What a link tells: the structure's name only to the browser that proved itself, or while nobody has. */
export async function doorstepOf(em: EntityManager, invited: Invited, now: Date): Promise<Doorstep> {
  const { invitation, status, mine } = await knock(em, invited, now);
  const enrolment = await invitation.enrolment.loadOrFail();
  const edition = await enrolment.edition.loadOrFail();
  const { name } = await enrolment.structure.loadOrFail();
  const begun = invitation.openedAt !== null;
  const { year, label, registrationFrom, registrationTo } = edition;
  return {
    ...{ status, mine, begun, year, label, registrationFrom, registrationTo },
    structure: mine || (!begun && status === 'OPEN') ? name : null,
    replyTo: (await formOf(em, edition.id)).replyTo,
  };
}

/** A form as its browser sees it: what the register says of this one structure, and nothing of any other. */
export async function guestFormOf(em: EntityManager, registration: Registration): Promise<GuestForm> {
  const enrolment = await em.findOneOrFail(Enrolment, { id: registration.enrolment.id }, { populate: ['structure'] });
  const { conditions, partners } = await formOf(em, enrolment.edition.id);
  const { name, kind, siren, departmentCode, population, populationYear } = enrolment.structure.getEntity();
  const { version, returnedMotive, savedAt, submittedAt } = registration;
  return {
    ...{ version, returnedMotive, savedAt, submittedAt, conditions, partners },
    state: enrolment.state,
    structure: { name, kind, siren, departmentCode, population, populationYear },
    answers: registration.loadAnswers(),
  };
}
