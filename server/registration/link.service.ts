import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOf, newToken } from '../account/token.ts';
import { localDayOf, territoryOf } from '../delay/calendar.rules.ts';
import type { Edition } from '../edition/edition.ts';
import type { Enrolment } from '../enrolment/enrolment.ts';
import type { Context } from '../kernel/context.ts';
import type { Seal } from '../kernel/seal.ts';
import { formOf } from './form.service.ts';
import { INVITATION_LASTS, type Link } from './invitation.rules.ts';
import { Invitation } from './invitation.ts';
import type { Occasion } from './letters.ts';

/** What sending a link takes. */
export type Sender = Pick<Context, 'postman' | 'seal'>;

/** The day it is in Paris, by which registrations open and close. */
export const parisDay = (now: Date): string => localDayOf(now.toISOString(), territoryOf(null));

/** The secret of a link: the same each time it is asked for, and nobody's but this installation's. */
export const tokenOf = (seal: Seal, seed: string): string => hashOf(seal.sign(`barometre invitation ${seed}`));

/**
 * The page of the form. The token is in the fragment, which browsers send to no server: a mail scanner that follows the
 * link learns nothing and changes nothing.
 */
export const linkOf = ({ postman, seal }: Sender, { seed }: Invitation): string =>
  `${postman.publicUrl}/#/registration?token=${tokenOf(seal, seed)}`;

/** A new link to the form of an enrolment; those mailed before stop working. */
export async function newInvitation(
  em: EntityManager,
  seal: Seal,
  now: Date,
  enrolment: Enrolment,
  recipient: string,
  expiresOn: string,
): Promise<Invitation> {
  const seed = newToken();
  return em.create(Invitation, {
    ...{ enrolment, recipient: recipient.toLowerCase(), seed, tokenHash: hashOf(tokenOf(seal, seed)) },
    ...{ sentAt: now, expiresAt: new Date(`${expiresOn}T23:59:59Z`) },
  });
}

/** The last day of a link: the one staff chose, else that of registration, else a month from now. */
export function lastDayOf({ registrationTo }: Edition, now: Date, chosen: string | null): string {
  const month = parisDay(new Date(now.getTime() + INVITATION_LASTS * 86_400_000));
  return chosen ?? registrationTo ?? month;
}

/** What a letter about an enrolment speaks of. */
export async function occasionOf(em: EntityManager, enrolment: Enrolment, to: string): Promise<Occasion> {
  const { name } = await enrolment.structure.loadOrFail();
  const { id, year, label } = await enrolment.edition.loadOrFail();
  return { to, structure: name, year, label, replyTo: (await formOf(em, id)).replyTo };
}

/** What decides where the link of an invitation leads. */
export async function stateOfLink(invitation: Invitation): Promise<Link> {
  const enrolment = await invitation.enrolment.loadOrFail();
  const { phase, registrationFrom: from, registrationTo: to } = await enrolment.edition.loadOrFail();
  const { revokedAt, expiresAt } = invitation;
  return { state: enrolment.state, revokedAt, expiresAt, phase, from, to };
}
