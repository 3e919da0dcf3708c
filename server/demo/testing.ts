import type { EntityManager } from '@mikro-orm/postgresql';
import { saveDraft, startAssignment } from '../collect/draft.service.ts';
import { submitTest } from '../collect/submission.service.ts';
import { gridOf } from '../grid/grid.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { actingAs } from '../kernel/history.ts';
import { withdrawAssignment } from '../plan/assignment.service.ts';
import { Assignment } from '../plan/assignment.ts';
import { dayOf } from './calendar.ts';
import { cheat } from './cheating.ts';
import type { FieldLoad } from './fieldwork.ts';
import { showWhatWasSeen } from './seen.ts';
import { type Visit, visitsTo } from './visits.ts';

const DEVICE = 'Téléphone (démonstration)';

/**
 * The tests of the plan up to an instant, as their auditors did them: sent once they had their answers, under way while
 * they wait for one, a few forgotten. One was withdrawn after it had been done. Answers those in which something is odd.
 */
export async function doTests(load: FieldLoad, editionId: string, auditors: readonly Actor[]): Promise<string[]> {
  const { as, now } = load;
  const due = await as().find(
    Assignment,
    { edition: editionId, onDay: { $lte: dayOf(now) } },
    { populate: ['enrolment', 'auditor'], orderBy: { onDay: 'asc', fromTime: 'asc', reference: 'asc' } },
  );
  const { id: gridId } = await gridOf(as(), editionId);
  const begun = visitsTo(due).filter(({ beganAt }) => beganAt <= now.toISOString());
  const over = begun.filter(({ sentAt }) => sentAt <= now.toISOString());
  const [first, ...others] = over.toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
  const { visits, odd } = cheat(others);
  const acting = (visit: Visit): [EntityManager, Actor, Visit] => {
    const actor = auditors.find(({ id }) => id === visit.assignment.auditor?.getProperty('accountId')) as Actor;
    return [actingAs(as(), actor), actor, visit];
  };
  if (first) {
    await withdrawAssignment(as(), first.assignment.id, 'La mairie était fermée pour travaux cette semaine-là.');
    await send(gridId, ...acting(first));
  }
  for (const visit of visits) await send(gridId, ...acting(visit));
  for (const visit of begun.filter((each) => !over.includes(each))) await begin(...acting(visit));
  if (load.keeping) await showWhatWasSeen(load.keeping, visits, acting);
  return odd;
}

async function send(gridId: string, em: EntityManager, actor: Actor, visit: Visit): Promise<void> {
  const { assignment, content, sentAt } = visit;
  await submitTest(em, actor, new Date(sentAt), {
    ...{ key: `demonstration-${assignment.reference}`, assignmentId: assignment.id, gridId, device: DEVICE },
    ...{ sentAt, roundTrip: 0, content: { ...content } },
  });
}

/** Opens a test that waits for its answer, and keeps what was typed so far. */
async function begin(em: EntityManager, actor: Actor, { assignment, content, beganAt: sentAt }: Visit): Promise<void> {
  const at = new Date(sentAt);
  await startAssignment(em, actor, at, assignment.id);
  const soFar = { ...content, answers: {}, verbatims: {}, events: content.events.slice(0, 1) };
  const saving = { assignmentId: assignment.id, revision: 0, device: DEVICE, sentAt, roundTrip: 0, content: soFar };
  await saveDraft(em, actor, at, saving);
}
