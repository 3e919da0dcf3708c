import type { FilterQuery } from '@mikro-orm/core';
import { type Actor, isStaff, Role } from '../kernel/actor.ts';
import type { Edition } from './edition.ts';

/** Staff and controllers see every edition; the others those that are past preparation. */
export const visibleEditions = (actor: Actor): FilterQuery<Edition> =>
  isStaff(actor) || actor.role === Role.CONTROLLER ? {} : { phase: { $ne: 'PREPARATION' as Edition['phase'] } };
