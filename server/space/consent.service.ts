import type { EntityManager } from '@mikro-orm/postgresql';
import { Account } from '../account/account.ts';
import { grants } from '../edition/edition.rules.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { recordConsent } from '../jury/point.service.ts';
import { PointConsent, PointRemarquable } from '../jury/point.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Postman } from '../kernel/postman.ts';
import { visibleStructures } from '../structure/structure.policy.ts';
import { ConsentRequest } from './consent.ts';
import { consentLetter } from './letters.ts';

/**
 * Asks a laureate, in its space, to agree to what would be published of it: it then learns that it is one. Those who may
 * answer for it are told by mail that a text waits for them.
 */
export async function askConsent(
  em: EntityManager,
  postman: Postman,
  actor: Actor,
  now: Date,
  pointId: string,
): Promise<PointRemarquable> {
  const point = await putQuestion(em, actor, now, pointId);
  const { trophy, structure } = point;
  const { edition, category, prize } = trophy.getEntity();
  const { label: award } = (category ?? prize)?.getEntity() ?? edition.getEntity();
  const speakers = [structure.id, structure.getEntity().parent?.id ?? structure.id];
  for (const { email: to } of await em.find(Account, { structureId: { $in: speakers }, closedAt: null }))
    await postman.send(
      consentLetter({
        ...{ to, award, structure: structure.getEntity().name },
        ...{ edition: edition.getEntity().label, publicUrl: postman.publicUrl },
      }),
    );
  return point;
}

function putQuestion(em: EntityManager, actor: Actor, now: Date, pointId: string): Promise<PointRemarquable> {
  return em.transactional(async (em) => {
    const point = await em.findOneOrFail(
      PointRemarquable,
      { id: pointId },
      { populate: ['structure', 'trophy.edition', 'trophy.category', 'trophy.prize'] },
    );
    await editionGranting(em, point.trophy.getEntity().edition.id, 'AWARD', 'AWARD_CLOSED');
    if (!point.approvedAt || point.consent !== PointConsent.PENDING) throw new Refusal('POINT_NOT_TO_ASK');
    const said = { askedAt: now, askedByName: actor.name };
    const known = await em.findOne(ConsentRequest, { point });
    if (known) em.assign(known, said);
    else em.create(ConsentRequest, { point, ...said });
    return point;
  });
}

/** When a laureate was asked to agree to a point as it stands; null when it was not, or was asked about another text. */
export async function askedAtOf(em: EntityManager, point: PointRemarquable): Promise<Date | null> {
  const request = await em.findOne(ConsentRequest, { point });
  return request && isAbout(request, point) ? request.askedAt : null;
}

/** Written again, a point loses its approval: what was asked before was asked of another text. */
const isAbout = ({ askedAt }: ConsentRequest, { approvedAt }: PointRemarquable): boolean =>
  approvedAt !== null && askedAt >= approvedAt;

/** What someone was asked to agree to for its structures, each with the day it was asked. */
export async function askedOf(em: EntityManager, actor: Actor): Promise<{ point: PointRemarquable; askedAt: Date }[]> {
  const requests = await em.find(ConsentRequest, { point: { structure: visibleStructures(actor) } } as never, {
    populate: ['point.trophy.edition', 'point.trophy.category', 'point.trophy.prize'],
    orderBy: { askedAt: 'asc' },
  });
  return requests
    .filter((request) => isAbout(request, request.point.getEntity()))
    .map(({ point, askedAt }) => ({ point: point.getEntity(), askedAt }));
}

/** Whether a laureate may still say what it thinks of a point: awards can be changed. */
export const mayAnswer = ({ trophy }: PointRemarquable): boolean =>
  grants(trophy.getEntity().edition.getEntity().phase, 'AWARD');

/** The laureate says whether its point may be published; it may say otherwise until awards are closed. */
export async function answerPoint(
  em: EntityManager,
  actor: Actor,
  now: Date,
  id: string,
  given: boolean,
): Promise<boolean> {
  if (!(await askedOf(em, actor)).some(({ point }) => point.id === id)) throw new Refusal('NOT_FOUND');
  await recordConsent(em, now, id, given, `${actor.name}, dans l’espace de la structure`);
  return true;
}
