import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { firstPasswordToken } from '../account/account.service.ts';
import { Account } from '../account/account.ts';
import { hashOf } from '../account/token.ts';
import type { Invited } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import type { SeatAccepted, SeatDoor } from './door.ts';
import { Juror, SeatState } from './juror.ts';
import { heldPanel } from './panel.service.ts';
import { seatStateOf } from './seat.rules.ts';

/** Where a link leads: read without changing anything, so that a mail scanner that opens it has no effect. */
export async function seatDoorOf(em: EntityManager, { token }: Invited, now: Date): Promise<SeatDoor> {
  const juror = await em.findOne(Juror, { tokenHash: hashOf(token) }, { populate: ['panel.edition'] });
  if (!juror) throw new Refusal('INVITATION_UNKNOWN');
  const { label, terms, edition } = juror.panel.getEntity();
  const state = SeatState[seatStateOf(juror, now)];
  const { name, office, expiresAt } = juror;
  return {
    ...{ state, name, office, expiresAt, panel: label, edition: edition.getProperty('label') },
    terms: state === SeatState.INVITED ? terms : null,
  };
}

/** Accepts a seat, once: the link is used up, and whoever has no password yet is given what opens its choice. */
export function acceptSeat(em: EntityManager, invited: Invited, now: Date, terms: boolean): Promise<SeatAccepted> {
  return em.transactional(async (em) => {
    const juror = await knock(em, invited, now);
    if (!terms) throw new Refusal('TERMS_REQUIRED', { field: 'terms' });
    juror.acceptedAt = now;
    const account = await em.findOneOrFail(Account, { id: juror.accountId });
    const passwordToken = account.active ? null : await firstPasswordToken(em, now, account.id);
    const { secondFactor } = juror.panel.getEntity();
    return { email: account.email, passwordToken, secondFactorDue: secondFactor && !account.twoFactorEnabled };
  });
}

/** Declines a seat, with a word if one wishes. */
export function declineSeat(em: EntityManager, invited: Invited, now: Date, motive: string | null): Promise<boolean> {
  return em.transactional(async (em) => {
    Object.assign(await knock(em, invited, now), { declinedAt: now, motive });
    return true;
  });
}

/** The seat a link opens, held; refused once it was used, left or too late. */
async function knock(em: EntityManager, { token }: Invited, now: Date): Promise<Juror> {
  const found = await em.findOne(Juror, { tokenHash: hashOf(token) });
  if (!found) throw new Refusal('INVITATION_UNKNOWN');
  const panel = await heldPanel(em, found.panel.id);
  const juror = await em.findOneOrFail(
    Juror,
    { id: found.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const status = seatStateOf(juror, now);
  if (status !== 'INVITED') throw new Refusal('SEAT_CLOSED', { status });
  if (panel.deliberating) throw new Refusal('JUROR_BUSY');
  return juror;
}
