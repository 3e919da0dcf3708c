import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ownAuditor, recordTie } from '../auditor/auditor.service.ts';
import { AuditorConflict } from '../auditor/auditor.ts';
import { editionGranting } from '../edition/edition.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { Assignment, AssignmentState } from './assignment.ts';

/** Takes a test out of the plan; one that was sent has an audit, which is decided instead. */
export function withdrawAssignment(em: EntityManager, id: string, reason: string): Promise<Assignment> {
  return em.transactional(async (em) => {
    const test = await heldAssignment(em, id);
    if (test.state === AssignmentState.SUBMITTED || test.state === AssignmentState.WITHDRAWN)
      throw new Refusal('ASSIGNMENT_STATE', { state: test.state });
    return Object.assign(test, { state: AssignmentState.WITHDRAWN, stateReason: reason });
  });
}

/** Puts a test that was withdrawn back where it was; nobody has it when whoever did has left, or is tied since. */
export function restoreAssignment(em: EntityManager, id: string): Promise<Assignment> {
  return em.transactional(async (em) => {
    const test = await heldAssignment(em, id);
    if (test.state !== AssignmentState.WITHDRAWN) throw new Refusal('ASSIGNMENT_STATE', { state: test.state });
    const auditor = (await test.auditor?.load()) ?? null;
    const { structure } = await test.enrolment.loadOrFail();
    const free = auditor && !auditor.leftAt && !(await em.findOne(AuditorConflict, { auditor, structure }));
    const state = free ? AssignmentState.ASSIGNED : AssignmentState.PLANNED;
    return Object.assign(test, { state, stateReason: null, auditor: free ? test.auditor : null });
  });
}

/** A test of an edition in which tests are still planned or done, held until the end of the transaction. */
export async function heldAssignment(em: EntityManager, id: string): Promise<Assignment> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const test = await em.findOneOrFail(Assignment, { id }, lock);
  await editionGranting(em, test.edition.id, ['PLAN', 'CONTROL'], 'PLAN_CLOSED');
  return test;
}

/**
 * Says that a tie forbids one to do a test of one's own. The tie is recorded, and every test of that structure one has
 * and did not send waits for someone else. Answers how many do.
 */
export function declareConflict(
  em: EntityManager,
  actor: Actor,
  now: Date,
  assignmentId: string,
  reason: string,
): Promise<number> {
  return em.transactional(async (em) => {
    const auditor = await ownAuditor(em, actor);
    const test = await em.findOne(Assignment, { id: assignmentId, auditor }, { populate: ['enrolment'] });
    if (!test) throw new Refusal('NOT_FOUND');
    await editionGranting(em, test.edition.id, 'COLLECT', 'COLLECT_CLOSED', LockMode.PESSIMISTIC_WRITE);
    const { structure } = test.enrolment.getEntity();
    await recordTie(em, actor, now, auditor.id, structure.id, reason);
    const open = [AssignmentState.ASSIGNED, AssignmentState.UNDER_WAY];
    const own = await em.find(
      Assignment,
      { edition: test.edition, auditor, enrolment: test.enrolment, state: { $in: open } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    for (const each of own) Object.assign(each, { auditor: null, state: AssignmentState.PLANNED });
    return own.length;
  });
}
