import type { EntityManager } from '@mikro-orm/postgresql';
import { awardsOpenTo } from '../conflict/verdict.service.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { Mandate } from '../mandate/mandate.ts';
import { workingSeat } from '../panel/panel.policy.ts';
import type { Meeting } from './meeting.ts';

/**
 * Whether someone may read the minutes of a meeting that is closed: staff, and the jurors of its panel whom nothing
 * keeps from any of its awards, since minutes tell all of them together.
 */
export async function mayReadMinutes(em: EntityManager, actor: Actor, now: Date, meeting: Meeting): Promise<boolean> {
  if (meeting.closedAt === null) return false;
  if (isStaff(actor)) return true;
  const panel = meeting.panel.id;
  const juror = await workingSeat(em, actor, panel);
  return (await awardsOpenTo(em, juror, now)).length === (await em.count(Mandate, { panel }));
}
