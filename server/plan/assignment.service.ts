import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import { Refusal } from '../kernel/errors.ts';
import { Assignment, AssignmentState } from './assignment.ts';

/** Takes a test out of the plan; one that was sent has an audit, which is decided instead. */
export function withdrawAssignment(em: EntityManager, id: string, reason: string): Promise<Assignment> {
  return em.transactional(async (em) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    const test = await em.findOneOrFail(Assignment, { id }, lock);
    await editionGranting(em, test.edition.id, 'CONTROL', 'CONTROL_CLOSED');
    if (test.state === AssignmentState.SUBMITTED || test.state === AssignmentState.WITHDRAWN)
      throw new Refusal('ASSIGNMENT_STATE', { state: test.state });
    return Object.assign(test, { state: AssignmentState.WITHDRAWN, stateReason: reason });
  });
}
