import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { Mandate } from '../mandate/mandate.ts';
import { Juror } from '../panel/juror.ts';
import { ownSeats } from '../panel/panel.policy.ts';
import { heldPanel } from '../panel/panel.service.ts';
import { tellPanel } from '../panel/told.service.ts';
import { Structure } from '../structure/structure.ts';
import { Affiliation, Recusal, TieKnowledge } from './affiliation.ts';
import type { DeclaredTieInput, TieInput } from './tie.input.ts';

/** A juror declares a tie of their own: they are believed, and recused where it leads. */
export async function declareTie(
  em: EntityManager,
  actor: Actor,
  panelId: string,
  { kind, bodyName, siren, until }: DeclaredTieInput,
): Promise<Affiliation> {
  return em.transactional(async (em) => {
    const juror = await ownSeat(em, actor, panelId);
    const digits = siren?.replace(/\D/g, '') ?? null;
    const structure = digits && (await em.findOne(Structure, { siren: digits, parent: null }));
    const tie = { kind, bodyName, structure: structure || null, until: until ?? null };
    return em.create(Affiliation, { juror, ...tie, known: TieKnowledge.DECLARED });
  });
}

/** The ties of whoever asks, as a panel knows them. */
export async function ownTiesOf(em: EntityManager, actor: Actor, panelId: string): Promise<Affiliation[]> {
  const where = { juror: { $and: [{ panel: panelId }, ownSeats(actor)] } } as never;
  return em.find(Affiliation, where, { orderBy: { createdAt: 'asc', id: 'asc' } });
}

/** A juror says that all their ties are declared. */
export function closeTies(em: EntityManager, actor: Actor, now: Date, panelId: string): Promise<Juror> {
  return em.transactional(async (em) => Object.assign(await ownSeat(em, actor, panelId), { tiesDeclaredAt: now }));
}

/** A juror steps aside from an award for a motive of their own. It is not taken back. */
export function stepAside(em: EntityManager, actor: Actor, mandateId: string, motive: string): Promise<Recusal> {
  return em.transactional(async (em) => {
    const mandate = await em.findOneOrFail(Mandate, { id: mandateId });
    const juror = await ownSeat(em, actor, mandate.panel.id);
    const known = await em.findOne(Recusal, { juror, mandate });
    return known ?? em.create(Recusal, { juror, mandate, motive });
  });
}

/** Staff record a tie of a juror, or correct one that was. */
export function recordTie(em: EntityManager, jurorId: string, tie: TieInput): Promise<Affiliation> {
  return em.transactional(async (em) => {
    const juror = await seat(em, jurorId);
    return em.create(Affiliation, { juror, ...(await saidOf(em, tie)) });
  });
}

export function updateTie(em: EntityManager, id: string, version: number, tie: TieInput): Promise<Affiliation> {
  return em.transactional(async (em) => {
    const affiliation = await em.findOneOrFail(Affiliation, { id });
    await seat(em, affiliation.juror.id);
    if ((await em.refreshOrFail(affiliation)).version !== version) throw new Refusal('STALE');
    return em.assign(affiliation, (await saidOf(em, tie)) as never);
  });
}

export function removeTie(em: EntityManager, id: string): Promise<boolean> {
  return em.transactional(async (em) => {
    const affiliation = await em.findOneOrFail(Affiliation, { id });
    await seat(em, affiliation.juror.id);
    em.remove(affiliation);
    return true;
  });
}

/** Staff say whether they made sure that no tie of a juror is missing; until then the juror is recused everywhere. */
export function checkTies(
  em: EntityManager,
  actor: Actor,
  now: Date,
  jurorId: string,
  checked: boolean,
): Promise<Juror> {
  return em.transactional(async (em) =>
    Object.assign(await seat(em, jurorId), {
      ...{ tiesCheckedAt: checked ? now : null, tiesCheckedBy: checked ? actor.id : null },
    }),
  );
}

async function saidOf(em: EntityManager, { kind, bodyName, structureId, until, known, source }: TieInput) {
  const structure = structureId ? await em.findOneOrFail(Structure, { id: structureId }) : null;
  if (known === TieKnowledge.VERIFIED && !source) throw new Refusal('TIE_SOURCE_REQUIRED', { field: 'source' });
  return { kind, bodyName, structure, until: until ?? null, known, source: source ?? null };
}

/**
 * The seat of whoever asks, its panel held: whoever sits may speak of their ties, second factor or not. Those in the
 * room are told, since someone may have to leave it.
 */
async function ownSeat(em: EntityManager, actor: Actor, panelId: string): Promise<Juror> {
  const juror = await em.findOne(Juror, { $and: [{ panel: panelId }, ownSeats(actor)] } as never);
  if (!juror) throw new Refusal('NOT_FOUND');
  await heldPanel(em, panelId);
  await tellPanel(em, panelId);
  return juror;
}

/** Any seat, its panel held, and those in the room told. */
export async function seat(em: EntityManager, id: string): Promise<Juror> {
  const juror = await em.findOneOrFail(Juror, { id });
  await heldPanel(em, juror.panel.id);
  await tellPanel(em, juror.panel.id);
  return em.refreshOrFail(juror);
}
