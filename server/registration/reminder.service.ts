import type { EntityManager } from '@mikro-orm/postgresql';
import { EnrolmentState } from '../enrolment/enrolment.ts';
import { Invitation } from './invitation.ts';
import { reminderLetter } from './letters.ts';
import { linkOf, occasionOf, parisDay, type Sender } from './link.service.ts';

/** The links of an edition that still work and whose form was not submitted, with none sent or reminded today. */
export function toRemind(em: EntityManager, now: Date, editionId: string): Promise<Invitation[]> {
  const today = parisDay(now);
  return em.find(
    Invitation,
    {
      ...{ revokedAt: null, expiresAt: { $gt: now }, sentAt: { $lt: new Date(`${today}T00:00:00Z`) } },
      enrolment: { edition: { id: editionId, phase: 'REGISTRATION' }, state: { $in: unfinished } },
      $or: [{ remindedOn: null }, { remindedOn: { $ne: today } }],
    } as never,
    { populate: ['enrolment.structure'], orderBy: { enrolment: { structure: { name: 'asc' } } } },
  );
}

const unfinished = [EnrolmentState.INVITED, EnrolmentState.DRAFT];

/**
 * Reminds those who have not finished, among the invitations given. Each is taken by the database before its letter
 * leaves: of two people who remind at the same instant, one does, and nobody is reminded twice the same day.
 */
export async function remind(
  em: EntityManager,
  sender: Sender,
  now: Date,
  editionId: string,
  ids: readonly string[],
): Promise<number> {
  const waiting = (await toRemind(em, now, editionId)).filter(({ id }) => ids.includes(id));
  const taken = await em.transactional((em) =>
    em.execute<{ id: string }[]>(
      `update invitation set reminded_on = ?, reminders = reminders + 1, version = version + 1
       where id = any(?::uuid[]) and reminded_on is distinct from ? returning id`,
      [parisDay(now), `{${waiting.map(({ id }) => id).join()}}`, parisDay(now)],
    ),
  );
  const mine = new Set(taken.map(({ id }) => id));
  for (const invitation of waiting.filter(({ id }) => mine.has(id))) {
    const enrolment = await invitation.enrolment.loadOrFail();
    const occasion = await occasionOf(em, enrolment, invitation.recipient);
    const until = invitation.expiresAt.toISOString().slice(0, 10);
    const begun = enrolment.state === EnrolmentState.DRAFT;
    await sender.postman.send(reminderLetter(occasion, linkOf(sender, invitation), until, begun));
  }
  return mine.size;
}
