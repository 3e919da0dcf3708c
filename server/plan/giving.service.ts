import type { EntityManager } from '@mikro-orm/postgresql';
import { Auditor } from '../auditor/auditor.ts';
import { Edition } from '../edition/edition.ts';
import { Refusal } from '../kernel/errors.ts';
import { type BreaksIn, breaksAmong } from '../planner/breaks.rules.ts';
import type { Channel } from '../planner/problem.rules.ts';
import { heldAssignment } from './assignment.service.ts';
import { Assignment, AssignmentState } from './assignment.ts';
import type { AssignmentChoices, GiveAssignmentInput } from './giving.ts';
import type { PlanRule } from './plan.ts';
import { startOf } from './problem.service.ts';

/** What each auditor would break by doing a test on a day, and what the day breaks whoever does it; names in order. */
export async function choicesFor(em: EntityManager, now: Date, id: string, day: string): Promise<AssignmentChoices> {
  const test = await em.findOneOrFail(Assignment, { id });
  const breaks = await breaksOf(em, now, test);
  const auditors = await em.find(Auditor, { leftAt: null }, { orderBy: { name: 'asc', id: 'asc' } });
  const ofDay = breaks(day, null);
  return {
    breaks: ofDay,
    auditors: auditors.map((auditor) => ({
      auditor,
      breaks: breaks(day, auditor.id).filter((rule) => !ofDay.includes(rule)),
    })),
  };
}

/**
 * Gives a test to an auditor on a day, by hand. What rules of the plan it breaks is refused with their names until a
 * reason is given: it then stays where it is put. A tie is never passed over.
 */
export function giveAssignment(
  em: EntityManager,
  now: Date,
  id: string,
  version: number,
  { auditorId, onDay, reason }: GiveAssignmentInput,
): Promise<Assignment> {
  return em.transactional(async (em) => {
    const test = await heldAssignment(em, id);
    if (test.version !== version) throw new Refusal('STALE');
    if (test.state !== AssignmentState.PLANNED && test.state !== AssignmentState.ASSIGNED)
      throw new Refusal('ASSIGNMENT_STATE', { state: test.state });
    const auditor = await em.findOneOrFail(Auditor, { id: auditorId });
    if (auditor.leftAt) throw new Refusal('AUDITOR_LEFT');
    const { fieldworkFrom, fieldworkTo } = await em.findOneOrFail(Edition, { id: test.edition.id });
    if (onDay < (fieldworkFrom ?? '') || onDay > (fieldworkTo ?? '')) throw new Refusal('ASSIGNMENT_DAY');
    const rules = (await breaksOf(em, now, test))(onDay, auditorId);
    if (rules.includes('AUDITOR_CONFLICT' as PlanRule)) throw new Refusal('ASSIGNMENT_TIED');
    if (rules.length > 0 && !reason) throw new Refusal('ASSIGNMENT_BREAKS', { rules });
    const handReason = rules.length > 0 ? reason : null;
    return em.assign(test, { auditor, onDay, handReason, state: AssignmentState.ASSIGNED } as never);
  });
}

/** Reads what a test breaks on a day with an auditor, while all others of its edition stay where they are. */
async function breaksOf(em: EntityManager, now: Date, test: Assignment) {
  const edition = await em.findOneOrFail(Edition, { id: test.edition.id });
  const { problem, tests } = await startOf(em, edition, now, null);
  // Whatever put the others there, they weigh on a test that is given by hand.
  const others = [...problem.fixed, ...tests].flatMap((each) =>
    each.id === test.id ? [] : { ...each, byHand: false },
  );
  const among: BreaksIn = breaksAmong(problem, others);
  const place = { structure: test.enrolment.id, channel: test.channel as Channel };
  return (day: string, auditor: string | null): PlanRule[] => among({ ...place, day, auditor }) as PlanRule[];
}
