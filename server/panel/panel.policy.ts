import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Account } from '../account/account.ts';
import { grants } from '../edition/edition.rules.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { Juror } from './juror.ts';
import type { Panel } from './panel.ts';

/** The seats that are held: accepted, and not left. */
export const seated = { acceptedAt: { $ne: null }, declinedAt: null, leftAt: null };

/** Staff see every panel; nobody else any: a juror sees their seat, and what it opens. */
export const visiblePanels = (actor: Actor): FilterQuery<Panel> => (isStaff(actor) ? {} : { id: { $in: [] } });

/** The seats one holds oneself. */
export const ownSeats = (actor: Actor): FilterQuery<Juror> =>
  ({ accountId: actor.id, ...seated }) as FilterQuery<Juror>;

/**
 * The seat that lets a juror read and vote on a panel: theirs, in a phase of deliberation, with a second factor where
 * the panel asks for one. Whoever has none learns nothing of the panel, not even that it exists.
 */
export async function workingSeat(em: EntityManager, actor: Actor, panelId: string): Promise<Juror> {
  const where = { $and: [{ panel: panelId }, ownSeats(actor)] } as FilterQuery<Juror>;
  const juror = await em.findOne(Juror, where, { populate: ['panel.edition'] });
  if (!juror) throw new Refusal('NOT_FOUND');
  const panel = juror.panel.getEntity();
  const { phase } = panel.edition.getEntity();
  if (!grants(phase, 'DELIBERATE')) throw new Refusal('DELIBERATION_CLOSED', { phase });
  const account = panel.secondFactor ? await em.findOne(Account, { id: actor.id }) : null;
  if (panel.secondFactor && !account?.twoFactorEnabled) throw new Refusal('SECOND_FACTOR_REQUIRED');
  return juror;
}
