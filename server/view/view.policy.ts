import type { FilterQuery } from '@mikro-orm/core';
import { type Actor, isStaff, Role } from '../kernel/actor.ts';
import type { SavedView } from './view.ts';

/** One sees one's own views; the team, those that are shared too. What staff call a list is not for the others. */
export function visibleViews(actor: Actor): FilterQuery<SavedView> {
  const own = { ownerId: actor.id };
  return isStaff(actor) || actor.role === Role.CONTROLLER ? { $or: [own, { shared: true }] } : own;
}

/** Only staff share; a view is changed by its owner, or, once shared, by an administrator. */
export const mayChange = (actor: Actor, view: Pick<SavedView, 'ownerId' | 'shared'>): boolean =>
  view.ownerId === actor.id || (view.shared && actor.role === Role.ADMINISTRATOR);
