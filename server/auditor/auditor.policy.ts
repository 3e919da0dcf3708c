import type { FilterQuery } from '@mikro-orm/core';
import { type Actor, isStaff } from '../kernel/actor.ts';
import type { Auditor } from './auditor.ts';

/** Staff see auditors; those who control tests know a code and no more; auditors see themselves, and nobody else. */
export const visibleAuditors = (actor: Actor): FilterQuery<Auditor> => (isStaff(actor) ? {} : { accountId: actor.id });
