import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ownAuditor, recordTie } from '../auditor/auditor.service.ts';
import { refuseUnbriefed } from '../auditor/briefing.service.ts';
import { placeOf } from '../delay/place.rules.ts';
import { editionGranting } from '../edition/edition.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { Assignment, AssignmentState } from './assignment.ts';
import type { OwnAssignment } from './mine.ts';

/**
 * The tests an edition gives to the auditor who asks, by day: none before its tests are done, and none before they
 * passed its briefing.
 */
export async function ownAssignments(em: EntityManager, actor: Actor, editionId: string): Promise<OwnAssignment[]> {
  const auditor = await ownAuditor(em, actor);
  const edition = await editionGranting(em, editionId, 'COLLECT', 'COLLECT_CLOSED');
  await refuseUnbriefed(em, auditor, edition.id);
  const tests = await em.find(
    Assignment,
    { edition, auditor, state: { $ne: AssignmentState.WITHDRAWN } },
    {
      populate: ['scenario', 'persona', 'enrolment.structure'],
      orderBy: { onDay: 'asc', fromTime: 'asc', reference: 'asc' },
    },
  );
  return tests.map(ownOf);
}

/** A planned test as the auditor who does it reads it. Its relations are loaded. */
export function ownOf(test: Assignment): OwnAssignment {
  const structure = test.enrolment.getEntity().structure.getEntity();
  const scenario = test.scenario.getEntity();
  const { id, reference, channel, onDay, fromTime, toTime, state, attempt } = test;
  return {
    ...{ id, reference, channel, onDay, fromTime, toTime, state, attempt, zone: placeOf(structure).zone },
    ...{ structure: structure.name, structureKind: structure.kind },
    ...{ departmentCode: structure.departmentCode, inseeCode: structure.inseeCode },
    ...{ scenario: scenario.label, instructions: scenario.instructions },
    persona: test.persona?.getEntity() ?? null,
  };
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
