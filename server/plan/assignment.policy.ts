import type { FilterQuery } from '@mikro-orm/core';
import { type Actor, isStaff, Role } from '../kernel/actor.ts';
import type { Assignment } from './assignment.ts';

/** Staff and controllers see every planned test, an auditor their own. To all others there are none. */
export function visibleAssignments(actor: Actor): FilterQuery<Assignment> {
  if (isStaff(actor) || actor.role === Role.CONTROLLER) return {};
  return actor.role === Role.AUDITOR ? { auditor: { accountId: actor.id } } : { id: { $in: [] } };
}
