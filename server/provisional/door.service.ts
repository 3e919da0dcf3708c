import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOf } from '../account/token.ts';
import { grants } from '../edition/edition.rules.ts';
import { visibleEnrolments } from '../enrolment/enrolment.policy.ts';
import { type Actor, Role } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import type { ProvisionalDoor, ProvisionalReading, ProvisionalWaiting } from './door.ts';
import { type Door, deadlineOf, doorOf } from './provisional.rules.ts';
import { Provisional, ProvisionalRead, ReadingMeans } from './provisional.ts';

/** Whoever speaks for one structure about its provisional results: the holder of its link, or someone signed in. */
export interface Speaker {
  readonly provisional: Provisional;
  readonly means: ReadingMeans;
  /** Their name, when signed in. */
  readonly actor: Actor | null;
  readonly state: Door;
}

/** Who asks: a link before an account, so that the page of a link is the same whoever opens it. */
export type Asking = Pick<Context, 'actor' | 'invited'>;

const populate = ['edition', 'enrolment.structure', 'enrolment.category'] as const;

/**
 * Who speaks, for which structure. A link leads to the results of its structure alone; a signed-in person names one of
 * those they speak for. What they may not see looks like what does not exist.
 */
export async function speakerOf(
  em: EntityManager,
  { actor, invited }: Asking,
  now: Date,
  enrolmentId: string | null,
): Promise<Speaker> {
  const provisional = invited
    ? await em.findOne(Provisional, { tokenHash: hashOf(invited.token) }, { populate })
    : await ofOwn(em, actor, enrolmentId);
  if (!provisional) throw new Refusal(invited ? 'INVITATION_UNKNOWN' : 'NOT_FOUND');
  const state = stateOf(provisional, now);
  const means = invited ? ReadingMeans.LINK : ReadingMeans.SPACE;
  return { provisional, means, actor: invited ? null : actor, state };
}

function stateOf({ edition }: Provisional, now: Date): Door {
  const { phase, contradictoryTo } = edition.getEntity();
  return doorOf(grants(phase, 'CLAIM'), deadlineOf(contradictoryTo), now);
}

async function ofOwn(em: EntityManager, actor: Actor | null, enrolmentId: string | null): Promise<Provisional | null> {
  if (actor?.role !== Role.PARTICIPANT || !enrolmentId) return null;
  const enrolment = { $and: [{ id: enrolmentId }, visibleEnrolments(actor)] };
  return em.findOne(Provisional, { enrolment, sentAt: { $ne: null } } as never, { populate });
}

/** Where a link leads: read without changing anything, so that a mail scanner that opens it has no effect. */
export async function provisionalDoorOf(em: EntityManager, asking: Asking, now: Date): Promise<ProvisionalDoor> {
  const { provisional, state } = await speakerOf(em, asking, now, null);
  return { state, ...namesOf(provisional) };
}

/** What was sent to the structures that someone speaks for, the latest edition first. */
export async function waitingFor(em: EntityManager, actor: Actor, now: Date): Promise<ProvisionalWaiting[]> {
  const where = { enrolment: visibleEnrolments(actor), sentAt: { $ne: null } };
  const order = { edition: { year: 'desc' }, enrolment: { structure: { name: 'asc' } } };
  const sent = await em.find(Provisional, where as never, { populate, orderBy: order as never });
  return sent.map((provisional) => ({
    ...{ enrolmentId: provisional.enrolment.id, state: stateOf(provisional, now), ...namesOf(provisional) },
  }));
}

/** Opens provisional results, and writes that they were read before anything is told. */
export function readProvisional(
  em: EntityManager,
  asking: Asking,
  now: Date,
  enrolmentId: string | null,
): Promise<ProvisionalReading> {
  return em.transactional(async (em) => {
    const speaker = await speakerOf(em, asking, now, enrolmentId);
    refuseShut(speaker);
    const { provisional, means, actor } = speaker;
    const reader = actor?.name ?? provisional.recipient ?? '';
    em.create(ProvisionalRead, { provisional, means, reader, at: now });
    return readingOf(speaker);
  });
}

/** A link opens nothing once it is closed; in its space, a structure goes on reading what it was shown. */
export function refuseShut({ means, state }: Speaker): void {
  if (means === ReadingMeans.LINK && state !== 'OPEN') throw new Refusal('PROVISIONAL_CLOSED', { state });
}

const readingOf = ({ provisional, state, actor }: Speaker): ProvisionalReading => ({
  ...{ id: provisional.id, state, shown: provisional.shown, reader: actor?.name ?? null },
  ...namesOf(provisional),
  category: provisional.enrolment.getEntity().category.getProperty('label'),
});

function namesOf({ edition: of, enrolment }: Provisional) {
  const { label: edition, year, contradictoryTo } = of.getEntity();
  const structure = enrolment.getEntity().structure.getProperty('name');
  return { structure, edition, year, until: deadlineOf(contradictoryTo) };
}
