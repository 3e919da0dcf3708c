import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import { Refusal } from '../kernel/errors.ts';
import { Audit, type AuditState } from './audit.ts';

/** Validates or rejects tests, up to a whole edition at once. Only validated tests count, everywhere. */
export function decideAudits(
  em: EntityManager,
  editionId: string,
  ids: readonly string[] | null,
  state: AuditState,
  reason: string | null,
): Promise<number> {
  return em.transactional(async (em) => {
    const edition = await editionGranting(em, editionId, 'CONTROL', 'CONTROL_CLOSED', LockMode.PESSIMISTIC_WRITE);
    if (state !== 'VALIDATED' && !reason) throw new Refusal('AUDIT_REASON_REQUIRED');
    const chosen = ids ? { id: { $in: [...ids] } } : { state: 'SUBMITTED' as AuditState };
    return em.nativeUpdate(Audit, { edition, ...chosen, $not: { state } }, { state, stateReason: reason });
  });
}
