import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Audit, AuditState } from '../audit/audit.ts';
import { editionGranting } from '../edition/edition.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { type Reason, Refusal } from '../kernel/errors.ts';
import { type Controlled, needsReason, obstacleTo } from './control.rules.ts';
import { heldAudit } from './held.ts';
import { planAgain } from './redo.service.ts';

/** A test as it is decided. */
export interface Deciding extends Controlled {
  readonly id: string;
  readonly reference: string;
}

/** One test that stayed where it was, and why. */
export interface HeldBack {
  readonly id: string;
  readonly reference: string;
  readonly reason: Reason;
}

export interface Decided {
  readonly changed: number;
  readonly held: readonly HeldBack[];
}

/**
 * Moves tests, up to a whole edition at once, for one reason. Those that cannot move stay and are told one by one; those
 * already there are passed over. Without ids: all those that wait for a decision.
 */
export function decideAudits(
  em: EntityManager,
  actor: Actor | null,
  now: Date,
  editionId: string,
  { ids, state, reason }: { ids: readonly string[] | null; state: AuditState; reason: string | null },
): Promise<Decided> {
  return em.transactional(async (em) => {
    const edition = await editionGranting(em, editionId, 'CONTROL', 'CONTROL_CLOSED', LockMode.PESSIMISTIC_WRITE);
    if (needsReason(state) && !reason) throw new Refusal('AUDIT_REASON_REQUIRED');
    const tests = (await decidingIn(em, edition.id, ids)).filter((test) => test.state !== state);
    const obstacles = tests.map((test) => ({ test, obstacle: obstacleTo(state, test, actor?.id ?? '') }));
    const free = obstacles.flatMap(({ test, obstacle }) => (obstacle === null ? [test.id] : []));
    await put(em, free, state, reason);
    if (state === AuditState.TO_REDO) await planAgain(em, now, free);
    const held = obstacles.flatMap(({ test: { id, reference }, obstacle }) =>
      obstacle ? [{ id, reference, reason: obstacle }] : [],
    );
    return { changed: free.length, held };
  });
}

/** Moves one test that was read at a version. */
export function moveAudit(
  em: EntityManager,
  actor: Actor,
  now: Date,
  id: string,
  { version, state, reason }: { version: number; state: AuditState; reason: string | null },
): Promise<Audit> {
  return em.transactional(async (em) => {
    const audit = await heldAudit(em, actor, id, version);
    const [test] = await decidingIn(em, audit.edition.id, [id]);
    const obstacle = test ? obstacleTo(state, test, actor.id) : 'NOT_FOUND';
    if (obstacle) throw new Refusal(obstacle);
    if (needsReason(state) && !reason) throw new Refusal('AUDIT_REASON_REQUIRED');
    await put(em, [id], state, reason);
    if (state === AuditState.TO_REDO) await planAgain(em, now, [id]);
    return em.refreshOrFail(audit);
  });
}

const put = (em: EntityManager, ids: readonly string[], state: AuditState, reason: string | null): Promise<unknown> =>
  em.execute(`update audit set state = ?, state_reason = ?, version = version + 1 where id = any(?::uuid[])`, [
    state,
    reason,
    `{${ids.join()}}`,
  ]);

/** The tests that are to be decided, each with all that may stand in its way. */
export const decidingIn = (em: EntityManager, editionId: string, ids: readonly string[] | null): Promise<Deciding[]> =>
  em.execute(
    `select a.id, a.reference, a.state, u.account_id::text as "auditorId",
       (select c.made_by from correction c where c.audit_id = a.id order by c.created_at desc, c.id limit 1) as "correctorId",
       (select count(*)::int from question q where q.audit_id = a.id and q.state <> 'CLOSED') as "openQuestions",
       exists (select from assignment r where r.replaces_id = a.assignment_id and r.state <> 'WITHDRAWN') as redone
     from audit a left join assignment s on s.id = a.assignment_id left join auditor u on u.id = s.auditor_id
     where a.edition_id = ? and ${ids ? 'a.id = any(?::uuid[])' : `a.state in ('SUBMITTED', 'IN_CONTROL')`}
     order by a.reference collate "C"`,
    ids ? [editionId, `{${ids.join()}}`] : [editionId],
  );
