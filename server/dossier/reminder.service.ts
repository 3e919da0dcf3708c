import type { EntityManager } from '@mikro-orm/postgresql';
import { occasionOf, type Sender, seatLink } from '../panel/juror.service.ts';
import { seatReminder, workReminder } from '../panel/letters.ts';
import { seatLinkUntil } from '../panel/seat.rules.ts';
import { parisToday, progressOf } from './progress.service.ts';
import { type JurorProgress, JurorTask } from './progress.ts';

const words: Readonly<Record<JurorTask, string>> = {
  ANSWER: 'répondre à notre invitation',
  SECOND_FACTOR: 'configurer votre second facteur (code à usage unique)',
  TIES: 'déclarer vos liens d’intérêts',
  FILES: 'lire les dossiers et donner votre avis',
};

/**
 * Reminds jurors of what is left for them to do. Each is taken by the database before the letter leaves: of two people
 * who remind at the same instant, one does, and nobody is reminded twice the same day. Answers how many.
 */
export async function remindJurors(
  em: EntityManager,
  by: Sender,
  panelId: string,
  ids: readonly string[],
): Promise<number> {
  const waiting = (await progressOf(em, panelId, by.now)).filter(
    ({ juror, mayRemind }) => mayRemind && ids.includes(juror.id),
  );
  const day = parisToday(by.now);
  const taken = await em.transactional((em) =>
    em.execute<{ id: string }[]>(
      `update juror set reminded_on = ?, reminders = reminders + 1, version = version + 1,
         expires_at = case when accepted_at is null then ? else expires_at end
       where id = any(?::uuid[]) and reminded_on is distinct from ? returning id`,
      [day, seatLinkUntil(by.now), `{${waiting.map(({ juror }) => juror.id).join()}}`, day],
    ),
  );
  const mine = new Set(taken.map(({ id }) => id));
  for (const each of waiting.filter(({ juror }) => mine.has(juror.id))) await remind(by, each);
  return mine.size;
}

/** A link that expired works again once its holder is reminded of it. */
async function remind(by: Sender, { juror, left }: JurorProgress): Promise<void> {
  const occasion = await occasionOf(juror);
  const letter = left.includes(JurorTask.ANSWER)
    ? seatReminder(occasion, seatLink(by, juror))
    : workReminder(
        occasion,
        by.postman.publicUrl,
        left.map((task) => words[task]),
      );
  await by.postman.send(letter);
}
