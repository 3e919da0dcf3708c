import type { FilterQuery } from '@mikro-orm/core';
import { type Actor, isStaff } from '../kernel/actor.ts';
import type { Submission } from './submission.ts';

/** Staff see all that was sent; whoever sent it is told what became of it, by receipts. */
export const visibleSubmissions = (actor: Actor): FilterQuery<Submission> =>
  isStaff(actor) ? {} : { accountId: actor.id };
