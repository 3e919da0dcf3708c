import type { FilterQuery } from '@mikro-orm/core';
import { type Actor, isStaff, Role } from '../kernel/actor.ts';
import type { Structure } from './structure.ts';

/** Staff and controllers see the register; a participant its own structure and its sites; nobody else any. */
export function visibleStructures(actor: Actor): FilterQuery<Structure> {
  if (isStaff(actor) || actor.role === Role.CONTROLLER) return {};
  if (actor.role === Role.PARTICIPANT && actor.structureId)
    return { $or: [{ id: actor.structureId }, { parent: { id: actor.structureId } }] };
  return { id: { $in: [] } };
}
