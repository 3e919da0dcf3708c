import type { FilterQuery } from '@mikro-orm/core';
import { type Actor, isStaff, Role } from '../kernel/actor.ts';
import { visibleStructures } from '../structure/structure.policy.ts';
import type { Enrolment } from './enrolment.ts';

/** Staff and controllers see every enrolment; a participant those of its structure and its sites, and nobody else's. */
export function visibleEnrolments(actor: Actor): FilterQuery<Enrolment> {
  if (isStaff(actor) || actor.role === Role.CONTROLLER) return {};
  return { structure: visibleStructures(actor) } as FilterQuery<Enrolment>;
}
