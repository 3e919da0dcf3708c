import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { refuseUnbriefed } from '../auditor/briefing.service.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { freezeGrid, gridOf } from '../grid/grid.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { canonical, type Json } from '../kernel/canonical.rules.ts';
import { Refusal } from '../kernel/errors.ts';
import { visibleAssignments } from '../plan/assignment.policy.ts';
import { Assignment, AssignmentState } from '../plan/assignment.ts';
import { type DeviceClock, skewOf } from './clock.rules.ts';
import { storable } from './content.rules.ts';
import { AuditDraft } from './draft.ts';
import { fieldTestOf } from './fieldwork.service.ts';
import type { FieldTest, SavedDraft } from './fieldwork.ts';

/** Opens a test on a device: it is under way, and its grid no longer changes. Opened again, it stays what it is. */
export function startAssignment(em: EntityManager, actor: Actor, now: Date, id: string): Promise<FieldTest> {
  return em.transactional(async (em) => {
    const assignment = await ownAssignment(em, actor, id);
    const { edition, auditor, state } = assignment;
    await editionGranting(em, edition.id, 'COLLECT', 'COLLECT_CLOSED', LockMode.PESSIMISTIC_READ);
    await refuseUnbriefed(em, auditor?.id ?? '', edition.id);
    if (state === AssignmentState.WITHDRAWN) throw new Refusal('ASSIGNMENT_WITHDRAWN');
    if (state === AssignmentState.ASSIGNED) assignment.state = AssignmentState.UNDER_WAY;
    await freezeGrid(em, await gridOf(em, edition.id), now);
    await em.flush();
    return fieldTestOf(em, actor, assignment);
  });
}

/** What a device says of what it saves. */
export interface DraftSaving extends DeviceClock {
  readonly assignmentId: string;
  /** The revision it follows; 0 for the first. */
  readonly revision: number;
  readonly content: Record<string, unknown>;
  readonly device: string;
}

/**
 * Keeps what was typed so far. What follows an older revision than the one that is kept is refused with the latter: the
 * device then holds both, and its user says which one goes on. Nothing is overwritten unseen.
 */
export function saveDraft(em: EntityManager, actor: Actor, now: Date, saving: DraftSaving): Promise<SavedDraft> {
  const { assignmentId, revision, device, sentAt, roundTrip } = saving;
  const content = storable(saving.content);
  return em.transactional(async (em) => {
    const assignment = await ownAssignment(em, actor, assignmentId); // its row arbitrates between devices
    const skew = skewOf({ sentAt, roundTrip }, now.toISOString());
    const draft = await em.findOne(AuditDraft, { assignment, accountId: actor.id });
    if (draft && canonical(draft.content as Json) === canonical(content as Json))
      return { revision: draft.revision, now, skew };
    if (revision !== (draft?.revision ?? 0)) throw new Refusal('DRAFT_STALE', draft ? otherOf(draft) : { revision: 0 });
    const said = { content, device, savedAt: now, skew, revision: revision + 1 };
    if (draft) em.assign(draft, said);
    else em.create(AuditDraft, { assignment, accountId: actor.id, ...said });
    await em.flush();
    return { revision: revision + 1, now, skew };
  });
}

const otherOf = ({ revision, content, device, savedAt }: AuditDraft) => ({
  ...{ revision, content, device, savedAt: savedAt.toISOString() },
});

/** A test that was given to someone, and its row; no other exists for them. */
async function ownAssignment(em: EntityManager, actor: Actor, id: string): Promise<Assignment> {
  const where = { $and: [{ id }, visibleAssignments(actor), { auditor: { leftAt: null } }] };
  const found = await em.findOne(Assignment, where);
  if (!found) throw new Refusal('NOT_FOUND');
  return em.findOneOrFail(Assignment, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}
