import type { FilterQuery } from '@mikro-orm/core';
import { type Actor, isStaff, Role } from '../kernel/actor.ts';
import { type Claim, ClaimState } from './claim.ts';

/** Staff and controllers see what was submitted; nobody else any: a structure reads its own through its results. */
export const visibleClaims = (actor: Actor): FilterQuery<Claim> =>
  isStaff(actor) || actor.role === Role.CONTROLLER ? { state: { $ne: ClaimState.DRAFT } } : { id: { $in: [] } };
