import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { jurorAccount } from '../account/account.service.ts';
import { hashOf, newToken } from '../account/token.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Seal } from '../kernel/seal.ts';
import { Juror, Office } from './juror.ts';
import { type SeatOccasion, seatLetter } from './letters.ts';
import type { JurorInput } from './panel.input.ts';
import { heldPanel, refuseBusy } from './panel.service.ts';
import type { Panel } from './panel.ts';
import { seatLinkUntil } from './seat.rules.ts';

/** What sending a link takes. */
export type Sender = Pick<Context, 'postman' | 'seal' | 'now'>;

/** Invites someone to a panel and mails them their link. */
export async function inviteJuror(em: EntityManager, by: Sender, panelId: string, input: JurorInput): Promise<Juror> {
  const juror = await em.transactional(async (em) => newJuror(em, by, await heldPanel(em, panelId), input, null));
  await mailSeat(by, juror);
  return juror;
}

/** Mails a new link to someone who has not accepted; the one mailed before no longer works. */
export async function resendSeat(em: EntityManager, by: Sender, id: string): Promise<Juror> {
  const juror = await em.transactional(async (em) => {
    const juror = await heldJuror(em, id);
    if (juror.acceptedAt || juror.leftAt)
      throw new Refusal('SEAT_CLOSED', { status: juror.leftAt ? 'LEFT' : 'ACCEPTED' });
    return Object.assign(juror, linkTerms(by), { declinedAt: null, motive: null });
  });
  await mailSeat(by, juror);
  return juror;
}

/** Changes what someone does on the panel. */
export function changeOffice(em: EntityManager, id: string, office: Office): Promise<Juror> {
  return em.transactional(async (em) => {
    const juror = await heldJuror(em, id);
    if (juror.leftAt) throw new Refusal('JUROR_GONE');
    refuseBusy(juror.panel.getEntity());
    juror.office = office;
    return juror;
  });
}

/** Ends a seat. What the person did stays, marked as theirs; they read nothing more. */
export function removeJuror(em: EntityManager, now: Date, id: string, motive: string): Promise<Juror> {
  return em.transactional(async (em) => leave(now, await heldJuror(em, id), motive));
}

/** Gives the seat of someone who leaves to someone else, in the same office. */
export async function replaceJuror(
  em: EntityManager,
  by: Sender,
  id: string,
  input: JurorInput,
  motive: string,
): Promise<Juror> {
  const successor = await em.transactional(async (em) => {
    const former = leave(by.now, await heldJuror(em, id), motive);
    await em.flush(); // the office is free before it is given again
    const panel = await former.panel.loadOrFail();
    return newJuror(em, by, panel, { ...input, office: former.office }, former);
  });
  await mailSeat(by, successor);
  return successor;
}

function leave(now: Date, juror: Juror, motive: string): Juror {
  if (juror.leftAt) throw new Refusal('JUROR_GONE');
  refuseBusy(juror.panel.getEntity());
  return Object.assign(juror, { leftAt: now, motive });
}

async function newJuror(em: EntityManager, by: Sender, panel: Panel, input: JurorInput, replaces: Juror | null) {
  const account = await jurorAccount(em, input);
  const { name, quality = null, office = Office.MEMBER } = input;
  const juror = em.create(Juror, {
    ...{ panel, accountId: account.id, name, email: account.email, quality, office, replaces },
    ...linkTerms(by),
  });
  await em.flush();
  return juror;
}

/** A new link: its seed, the hash it is known by, and until when it works. */
function linkTerms({ seal, now }: Sender) {
  const seed = newToken();
  return { seed, tokenHash: hashOf(seatToken(seal, seed)), sentAt: now, expiresAt: seatLinkUntil(now) };
}

/** The secret of a link: the same each time it is asked for, and nobody's but this installation's. */
const seatToken = (seal: Seal, seed: string): string => hashOf(seal.sign(`barometre seat ${seed}`));

/** The page of the seat. The token is in the fragment, which browsers send to no server: a scanner changes nothing. */
export const seatLink = ({ postman, seal }: Sender, { seed }: Juror): string =>
  `${postman.publicUrl}/#/jury-invitation?token=${seatToken(seal, seed)}`;

const mailSeat = async (by: Sender, juror: Juror): Promise<void> =>
  by.postman.send(seatLetter(await occasionOf(juror), seatLink(by, juror)));

/** What a letter to a juror speaks of. */
export async function occasionOf(juror: Juror): Promise<SeatOccasion> {
  const panel = await juror.panel.loadOrFail();
  const { year, label } = await panel.edition.loadOrFail();
  return { to: juror.email, name: juror.name, panel: panel.label, year, label };
}

/** A seat that nobody else changes meanwhile, its panel held. */
async function heldJuror(em: EntityManager, id: string): Promise<Juror> {
  const { panel } = await em.findOneOrFail(Juror, { id });
  await heldPanel(em, panel.id);
  return em.findOneOrFail(Juror, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}
