import type { EntityManager } from '@mikro-orm/postgresql';
import { awardsOpenTo } from '../conflict/verdict.service.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { Mandate } from '../mandate/mandate.ts';
import { workingSeat } from '../panel/panel.policy.ts';
import type { Meeting } from './meeting.ts';

/**
 * Whether the minutes of a meeting are open to someone whom nothing keeps from so many of its panel's awards: once it is
 * closed, and from all of them, since minutes tell all of them together.
 */
export const opensMinutes = ({ closedAt }: Pick<Meeting, 'closedAt'>, open: number, awards: number): boolean =>
  closedAt !== null && open === awards;

/** Whether someone may read the minutes of a meeting: staff, and the jurors of its panel whom nothing keeps from any award. */
export async function mayReadMinutes(em: EntityManager, actor: Actor, now: Date, meeting: Meeting): Promise<boolean> {
  const panel = meeting.panel.id;
  const awards = await em.count(Mandate, { panel });
  if (isStaff(actor)) return opensMinutes(meeting, awards, awards);
  const juror = await workingSeat(em, actor, panel);
  return opensMinutes(meeting, (await awardsOpenTo(em, juror, now)).length, awards);
}
