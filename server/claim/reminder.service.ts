import type { EntityManager } from '@mikro-orm/postgresql';
import { Edition, EditionPhase } from '../edition/edition.ts';
import { provisionalReminder } from '../provisional/letters.ts';
import { linkOf, type Sender } from '../provisional/link.service.ts';
import { deadlineOf, isReminderDue } from '../provisional/provisional.rules.ts';
import { Provisional, ProvisionalRead } from '../provisional/provisional.ts';
import { occasionOf, parisDay } from '../registration/link.service.ts';

/**
 * Reminds those who were written to and have contested nothing yet, among those given. Each is taken by the database
 * before its letter leaves: nobody is reminded twice the same day. Answers how many were.
 */
export async function remindProvisionals(
  em: EntityManager,
  sender: Sender,
  now: Date,
  editionId: string,
  ids: readonly string[],
): Promise<number> {
  const edition = await em.findOneOrFail(Edition, { id: editionId });
  const until = deadlineOf(edition.contradictoryTo);
  if (edition.phase !== EditionPhase.CONTRADICTORY || !until || now >= until) return 0;
  const today = parisDay(now);
  const taken = await em.transactional((em) =>
    em.execute<{ id: string }[]>(
      `update provisional p set reminded_on = ?, version = version + 1
       where edition_id = ? and id = any(?::uuid[]) and sent_at is not null and reminded_on is distinct from ?
         and not exists (select from claim c where c.provisional_id = p.id and c.state <> 'DRAFT')
       returning id`,
      [today, editionId, `{${ids.join()}}`, today],
    ),
  );
  const found = await em.find(
    Provisional,
    { id: { $in: taken.map(({ id }) => id) } },
    { populate: ['enrolment'], orderBy: { id: 'asc' }, refresh: true },
  );
  for (const provisional of found) {
    const occasion = await occasionOf(em, provisional.enrolment.getEntity(), provisional.recipient ?? '');
    const opened = (await em.count(ProvisionalRead, { provisional })) > 0;
    const letter = provisionalReminder(occasion, linkOf(sender, provisional), edition.contradictoryTo ?? '', opened);
    await sender.postman.send(letter);
  }
  return found.length;
}

/** Reminds, a week before the deadline and once, whoever has not been reminded. Run as often as one likes. */
export async function remindBeforeDeadline(root: EntityManager, sender: Sender, now: Date): Promise<number> {
  const em = root.fork() as EntityManager;
  const editions = await em.find(Edition, { phase: EditionPhase.CONTRADICTORY, contradictoryTo: { $ne: null } });
  let reminded = 0;
  for (const { id, contradictoryTo } of editions) {
    const until = deadlineOf(contradictoryTo);
    if (!until || !isReminderDue(until, now)) continue;
    const waiting = await em.find(Provisional, { edition: id, sentAt: { $ne: null }, remindedOn: null });
    const ids = waiting.map((each) => each.id);
    reminded += ids.length > 0 ? await remindProvisionals(em, sender, now, id, ids) : 0;
  }
  return reminded;
}
