import type { FilterQuery } from '@mikro-orm/core';
import { type Actor, isStaff, Role } from '../kernel/actor.ts';
import type { Question } from './question.ts';

/** Staff and controllers see every question, an auditor those on their own tests. */
export function visibleQuestions(actor: Actor): FilterQuery<Question> {
  if (isStaff(actor) || actor.role === Role.CONTROLLER) return {};
  if (actor.role !== Role.AUDITOR) return { id: { $in: [] } };
  return { audit: { assignment: { auditor: { accountId: actor.id } } } };
}
