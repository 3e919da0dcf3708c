import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOf, newToken } from '../account/token.ts';
import { editionGranting, putOff } from '../edition/edition.service.ts';
import type { Edition } from '../edition/edition.ts';
import { Refusal } from '../kernel/errors.ts';
import { currentRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { occasionOf, parisDay } from '../registration/link.service.ts';
import { provisionalLetter } from './letters.ts';
import { addressOf, linkOf, type Sender, tokenOf } from './link.service.ts';
import { deadlineOf, lastDayFrom } from './provisional.rules.ts';
import { Provisional } from './provisional.ts';
import { snapshotsOf } from './snapshot.service.ts';

/**
 * Opens the contradictory phase: freezes what each structure is shown, sets the deadline, and mails each its link. Done
 * again, it does what is missing: structures that had no results yet, links that could not be mailed. Answers how many
 * were mailed.
 */
export async function openContradictory(
  em: EntityManager,
  sender: Sender,
  now: Date,
  editionId: string,
): Promise<number> {
  const ids = await em.transactional(async (em) => {
    const edition = await heldHearing(em, editionId);
    await freezeResults(em, edition, await currentRun(em, editionId));
    await em.flush();
    const waiting = await em.find(Provisional, { edition, sentAt: null }, { orderBy: { id: 'asc' } });
    return waiting.map(({ id }) => id);
  });
  return sendProvisionals(em, sender, now, editionId, ids);
}

/** Keeps what each counted structure of a run reads, once. */
async function freezeResults(em: EntityManager, edition: Edition, scoreRun: ScoreRun): Promise<void> {
  const lines: { id: string }[] = await em.execute(
    `select s.enrolment_id as id from score s where s.run_id = ? and s.channel_id is null and s.exact is not null
       and not exists (select from provisional p where p.enrolment_id = s.enrolment_id) order by s.enrolment_id`,
    [scoreRun.id],
  );
  const snapshots = await snapshotsOf(
    em,
    scoreRun,
    lines.map(({ id }) => id),
  );
  for (const [enrolment, shown] of snapshots) em.create(Provisional, { edition, enrolment, scoreRun, shown });
}

/**
 * Mails their link to some structures. A link that was mailed before stops working. Whoever is mailed for the first
 * time has the whole delay: the last day is put off for all when it would be nearer. Those with nobody to write to are
 * left for staff to see.
 */
export async function sendProvisionals(
  em: EntityManager,
  sender: Sender,
  now: Date,
  editionId: string,
  ids: readonly string[],
): Promise<number> {
  const sent = await em.transactional(async (em) => {
    const edition = await heldHearing(em, editionId);
    const found = await em.find(
      Provisional,
      { edition, id: { $in: [...ids] } },
      { populate: ['enrolment'], orderBy: { id: 'asc' } },
    );
    const ready: Provisional[] = [];
    for (const provisional of found) {
      provisional.recipient = await addressOf(em, provisional);
      if (provisional.recipient) ready.push(provisional);
    }
    setLastDay(em, edition, now, ready);
    for (const provisional of ready) {
      const seed = newToken();
      Object.assign(provisional, { seed, tokenHash: hashOf(tokenOf(sender.seal, seed)) });
      provisional.sentAt ??= now;
    }
    return { ready, lastDay: edition.contradictoryTo ?? '' };
  });
  for (const provisional of sent.ready) {
    const occasion = await occasionOf(em, await provisional.enrolment.loadOrFail(), provisional.recipient ?? '');
    await sender.postman.send(provisionalLetter(occasion, linkOf(sender, provisional), sent.lastDay));
  }
  return sent.ready.length;
}

const MOTIVE = 'Envoi de résultats provisoires : chaque structure a le délai entier pour répondre.';

/** The last day as it must be for those who are written to now; a day that is put off is kept with the one it was. */
function setLastDay(em: EntityManager, edition: Edition, now: Date, ready: readonly Provisional[]): void {
  edition.contradictoryFrom ??= parisDay(now);
  if (ready.every(({ sentAt }) => sentAt !== null)) return;
  const contradictoryTo = lastDayFrom(now, edition.contradictoryDays, edition.contradictoryTo);
  putOff(em, edition, { contradictoryTo }, MOTIVE);
  edition.contradictoryTo = contradictoryTo;
}

/** The edition, held, if structures are heard in its phase. */
const heldHearing = (em: EntityManager, editionId: string): Promise<Edition> =>
  editionGranting(em, editionId, 'CLAIM', 'CONTRADICTORY_CLOSED', LockMode.PESSIMISTIC_WRITE);

/** The deadline of an edition; refused while none is set, or once it is past. */
export function openUntil(edition: Edition, now: Date): Date {
  const until = deadlineOf(edition.contradictoryTo);
  if (until === null || now >= until) throw new Refusal('CLAIM_TOO_LATE', { until: until?.toISOString() ?? null });
  return until;
}
