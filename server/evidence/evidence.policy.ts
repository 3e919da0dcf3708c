import type { FilterQuery } from '@mikro-orm/core';
import { type Actor, isStaff, Role } from '../kernel/actor.ts';
import type { Evidence } from './evidence.ts';

/** Staff and controllers see the evidence of every test, an auditor what belongs to their own; nobody else sees any. */
export function visibleEvidence(actor: Actor): FilterQuery<Evidence> {
  if (isStaff(actor) || actor.role === Role.CONTROLLER) return { assignment: { $ne: null } };
  if (actor.role === Role.AUDITOR) return { assignment: { auditor: { accountId: actor.id } } };
  return { id: { $in: [] } };
}
