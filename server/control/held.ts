import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { visibleAudits } from '../audit/audit.policy.ts';
import { Audit } from '../audit/audit.ts';
import { editionGranting } from '../edition/edition.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { oneOf } from '../kernel/page.ts';
import { stepsOf } from './step.service.ts';

/**
 * A test that nobody else touches before this transaction ends, as it was read: someone who acts on what they read a
 * while ago is refused with what was done since, and by whom.
 */
export async function heldAudit(em: EntityManager, actor: Actor, id: string, version: number | null): Promise<Audit> {
  const { edition } = await oneOf(em, Audit, id, visibleAudits(actor));
  await editionGranting(em, edition.id, 'CONTROL', 'CONTROL_CLOSED', LockMode.PESSIMISTIC_READ);
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const audit = await em.findOneOrFail(Audit, { id }, lock);
  if (version !== null && audit.version !== version) {
    const last = (await stepsOf(em, id)).at(-1);
    throw new Refusal('STALE', { by: last?.by ?? null, did: last?.did ?? null, at: last?.at ?? null });
  }
  return audit;
}

/** Counts one more change of a test: what was done around it is seen by whoever read it before. */
export const touch = (em: EntityManager, { id }: Audit): Promise<unknown> =>
  em.execute('update audit set version = version + 1 where id = ?', [id]);
