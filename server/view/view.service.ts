import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { oneOf } from '../kernel/page.ts';
import type { ViewInput } from './view.input.ts';
import { mayChange, visibleViews } from './view.policy.ts';
import { SavedView } from './view.ts';

/** Filters and columns of a view, written out, are at most this long: no list has more to say. */
const LONGEST = 8_000;

export async function createView(em: EntityManager, actor: Actor, resource: string, input: ViewInput) {
  const view = em.create(SavedView, { ...checked(actor, input), resource, ownerId: actor.id });
  await em.flush();
  return view;
}

/** Renames, replaces or shares a view. */
export async function updateView(em: EntityManager, actor: Actor, id: string, version: number, input: ViewInput) {
  const view = await changeable(em, actor, id);
  await em.lock(view, LockMode.OPTIMISTIC, version);
  em.assign(view, checked(actor, input, view.shared));
  await em.flush();
  return view;
}

export async function removeView(em: EntityManager, actor: Actor, id: string): Promise<boolean> {
  await em.remove(await changeable(em, actor, id)).flush();
  return true;
}

async function changeable(em: EntityManager, actor: Actor, id: string): Promise<SavedView> {
  const view = await oneOf(em, SavedView, id, visibleViews(actor));
  if (!mayChange(actor, view)) throw new Refusal('FORBIDDEN');
  return view;
}

/** What was left out stays as it is. */
function checked(actor: Actor, input: ViewInput, wasShared = false): ViewInput {
  if (input.shared && !wasShared && !isStaff(actor)) throw new Refusal('FORBIDDEN');
  if (JSON.stringify(input).length > LONGEST) throw new Refusal('TOO_LARGE');
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as ViewInput;
}
