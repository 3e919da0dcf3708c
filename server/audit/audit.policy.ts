import type { FilterQuery } from '@mikro-orm/core';
import { type Actor, isStaff, Role } from '../kernel/actor.ts';
import type { Audit } from './audit.ts';

/** Staff and controllers see every test. A structure never sees its tests: dates and scenarios would give them away. */
export const visibleAudits = (actor: Actor): FilterQuery<Audit> =>
  isStaff(actor) || actor.role === Role.CONTROLLER ? {} : { id: { $in: [] } };
