import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { Structure } from '../structure/structure.ts';
import { Laureate, Trophy } from '../trophy/trophy.ts';
import { type Evidence, PointConsent, PointRemarquable } from './point.ts';

/**
 * Writes what made a laureate stand out, on what was found of it. Written again, it loses its approval and the consent
 * it had: both were given to another text.
 */
export function writePoint(
  em: EntityManager,
  actor: Actor,
  trophyId: string,
  structureId: string,
  text: string,
  evidence: readonly Evidence[],
): Promise<PointRemarquable> {
  return em.transactional(async (em) => {
    const trophy = await heldTrophy(em, trophyId);
    if ((await em.count(Laureate, { trophy, structure: structureId })) === 0) throw new Refusal('POINT_NOT_LAUREATE');
    await refuseStrangers(em, trophy, structureId, evidence);
    const point = await putPoint(em, actor, trophy, structureId, { text, evidence });
    await publishPoints(em, trophy);
    return point;
  });
}

/** Puts a text in place of the one there was: nobody approved this one, nor consented to it. */
async function putPoint(
  em: EntityManager,
  { id, name }: Actor,
  trophy: Trophy,
  structureId: string,
  { text, evidence }: Pick<PointRemarquable, 'text'> & { readonly evidence: readonly Evidence[] },
): Promise<PointRemarquable> {
  const kept = evidence.map(({ kind, id }) => ({ kind, id }));
  const said = { text, evidence: kept, authorId: id, authorName: name };
  const fresh = {
    approvedAt: null,
    approvedByName: null,
    consent: PointConsent.PENDING,
    consentBy: null,
    consentAt: null,
  };
  const known = await em.findOne(PointRemarquable, { trophy, structure: structureId });
  const structure = em.getReference(Structure, structureId);
  const point = known ? Object.assign(known, said, fresh) : em.create(PointRemarquable, { trophy, structure, ...said });
  await em.flush();
  return point;
}

/**
 * The text staff gave with a decision taken outside becomes the point of each laureate: to be approved and consented to
 * like any other. A laureate whose text stays keeps both.
 */
export async function recordPoints(
  em: EntityManager,
  actor: Actor,
  trophy: Trophy,
  text: string | null,
): Promise<void> {
  if (text !== null)
    for (const { structure } of await em.find(Laureate, { trophy })) {
      const known = await em.findOne(PointRemarquable, { trophy, structure });
      if (known?.text !== text) await putPoint(em, actor, trophy, structure.id, { text, evidence: [] });
    }
  await publishPoints(em, trophy);
}

/** Someone else than its author approves it. */
export function approvePoint(em: EntityManager, actor: Actor, now: Date, id: string): Promise<PointRemarquable> {
  return changePoint(em, id, (point) => {
    if (point.authorId === actor.id) throw new Refusal('POINT_OWN');
    Object.assign(point, { approvedAt: now, approvedByName: actor.name });
  });
}

/** Records what the laureate says of it, who said so, and how. */
export const recordConsent = (em: EntityManager, now: Date, id: string, given: boolean, by: string) =>
  changePoint(em, id, (point) => {
    Object.assign(point, { consent: given ? PointConsent.GIVEN : PointConsent.REFUSED, consentBy: by, consentAt: now });
  });

function changePoint(
  em: EntityManager,
  id: string,
  change: (point: PointRemarquable) => void,
): Promise<PointRemarquable> {
  return em.transactional(async (em) => {
    const { trophy: of } = await em.findOneOrFail(PointRemarquable, { id });
    const trophy = await heldTrophy(em, of.id);
    const point = await em.findOneOrFail(PointRemarquable, { id }, { refresh: true });
    change(point);
    await em.flush();
    await publishPoints(em, trophy);
    return point;
  });
}

/** What the palmarès says: the points of all the laureates, once each is approved and consented to. */
export async function publishPoints(em: EntityManager, trophy: Trophy): Promise<void> {
  const laureates = await em.find(
    Laureate,
    { trophy },
    { orderBy: { structure: { name: 'asc' } }, populate: ['structure'] },
  );
  const points = await em.find(PointRemarquable, { trophy, approvedAt: { $ne: null }, consent: PointConsent.GIVEN });
  const texts = laureates.map(({ structure }) => points.find((point) => point.structure.id === structure.id)?.text);
  trophy.pointRemarquable = texts.length > 0 && texts.every((text) => text) ? [...new Set(texts)].join('\n\n') : null;
}

/** What a point rests on was found of its laureate, in the edition of its prize. */
async function refuseStrangers(em: EntityManager, trophy: Trophy, structureId: string, evidence: readonly Evidence[]) {
  const known: { id: string }[] = await em.execute(
    `select s.criterion_id as id from score s join enrolment e on e.id = s.enrolment_id
     where e.structure_id = ? and e.edition_id = ? and s.criterion_id is not null and s.exact is not null
     union select m.id from measurement m join audit a on a.id = m.audit_id join enrolment e on e.id = a.enrolment_id
     where e.structure_id = ? and e.edition_id = ?`,
    [structureId, trophy.edition.id, structureId, trophy.edition.id],
  );
  const strangers = evidence.filter(({ id }) => !known.some((each) => each.id === id));
  if (evidence.length === 0 || strangers.length > 0)
    throw new Refusal('POINT_EVIDENCE_REQUIRED', { strangers: strangers.map(({ id }) => id) });
}

/** A prize whose points nobody else changes meanwhile, in a phase that lets awards be decided. */
async function heldTrophy(em: EntityManager, id: string): Promise<Trophy> {
  const trophy = await em.findOneOrFail(Trophy, { id });
  await editionGranting(em, trophy.edition.id, 'AWARD', 'AWARD_CLOSED', LockMode.PESSIMISTIC_WRITE);
  return em.findOneOrFail(Trophy, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}
