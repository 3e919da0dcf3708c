import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { purgeDayOf } from '../evidence/evidence.rules.ts';
import { Evidence, EvidenceState } from '../evidence/evidence.ts';
import type { Taken } from '../evidence/take.service.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Keeping } from '../kernel/keeping.ts';
import { EvidenceKind } from '../kernel/kinds.ts';
import { type Asking, type Speaker, speakerOf } from '../provisional/door.service.ts';
import type { Provisional } from '../provisional/provisional.ts';
import { MOST_EXHIBITS } from './claim.rules.ts';
import { ClaimPoint, ClaimState } from './claim.ts';
import { heard } from './draft.service.ts';
import { ClaimExhibit } from './exhibit.ts';

/** What a structure shows is kept, and may be, what documents are. */
export const EXHIBIT = EvidenceKind.DOCUMENT;

/** What a sender says of a file before its bytes come. */
export interface ExhibitAnnounced {
  readonly enrolmentId: string | null;
  readonly pointId: string;
  /** What the browser calls this sending. */
  readonly key: string;
}

/** Who asks, and when. */
export interface Asked {
  readonly asking: Asking;
  readonly now: Date;
}

/**
 * What is known of a sending before any byte is read: what an earlier one under the same key became, or where it is to
 * be kept. Refused when whoever speaks may not add to the draft they name.
 */
export async function expectExhibit(
  em: EntityManager,
  { asking, now }: Asked,
  { enrolmentId, pointId, key }: ExhibitAnnounced,
): Promise<ClaimExhibit | string> {
  const speaker = await speakerOf(em, asking, now, enrolmentId);
  if (speaker.state !== 'OPEN') throw new Refusal('CLAIM_TOO_LATE');
  const storedKey = storedKeyOf(speaker.provisional, key);
  const before = await sentUnder(em, speaker.provisional, key);
  if (!before) await refuseMore(em, speaker, pointId, storedKey);
  return before ?? storedKey;
}

/** Records a file that the store holds. Of two that came at once under one key, one is kept. */
export function recordExhibit(
  em: EntityManager,
  { days }: Keeping,
  { asking, now }: Asked,
  { enrolmentId, pointId, key }: ExhibitAnnounced,
  { cleared, ...file }: Taken,
  name: string,
): Promise<ClaimExhibit> {
  return em.transactional(async (em) => {
    const speaker = await heard(em, asking, now, enrolmentId);
    const { provisional } = speaker;
    const before = await sentUnder(em, provisional, key);
    if (before) return before;
    const point = await refuseMore(em, speaker, pointId, file.storedKey);
    const evidence = em.create(Evidence, {
      ...{ ...file, kind: EXHIBIT, sendingKey: key, sentBy: speaker.actor?.id ?? null },
      state: cleared ? EvidenceState.READY : EvidenceState.PENDING,
      purgeOn: purgeDayOf(now, days[EXHIBIT]),
    });
    return em.create(ClaimExhibit, { provisional, point, evidence, sendingKey: key, name: readable(name) });
  });
}

/** Takes back a file of a draft. */
export function removeExhibit(
  em: EntityManager,
  { asking, now }: Asked,
  enrolmentId: string | null,
  id: string,
): Promise<boolean> {
  return em.transactional(async (em) => {
    const { provisional } = await heard(em, asking, now, enrolmentId);
    const exhibit = await em.findOne(ClaimExhibit, { id, provisional }, { populate: ['point.claim'] });
    if (!exhibit) throw new Refusal('NOT_FOUND');
    refuseSubmitted(exhibit.point.getEntity());
    await dropExhibits(em, { id }, now);
    return true;
  });
}

/** Takes files off the claims they stand in; their content is destroyed at the next look at the evidence. */
export async function dropExhibits(em: EntityManager, where: FilterQuery<ClaimExhibit>, now: Date): Promise<void> {
  for (const exhibit of await em.find(ClaimExhibit, where, { populate: ['evidence'] })) {
    exhibit.evidence.getEntity().purgeOn = now.toISOString().slice(0, 10);
    em.remove(exhibit);
  }
  await em.flush();
}

/**
 * The evidence that an open claim rests on, which no clock takes meanwhile: what its structure shows, and what was seen
 * during the tests of the channels that it contests.
 */
export async function heldByClaims(em: EntityManager): Promise<string[]> {
  const lines = await em.execute<{ id: string }[]>(
    `select x.evidence_id as id from claim_exhibit x
       join claim_point p on p.id = x.point_id join claim c on c.id = p.claim_id where c.state = 'SUBMITTED'
     union
     select e.id from claim c join provisional v on v.id = c.provisional_id
       join claim_point p on p.claim_id = c.id join criterion k on k.id = p.criterion_id
       join channel contested on contested.id = k.channel_id
       join audit a on a.enrolment_id = v.enrolment_id
       join channel tested on tested.id = a.channel_id and tested.code = contested.code
       join evidence e on e.assignment_id = a.assignment_id
     where c.state = 'SUBMITTED'`,
  );
  return lines.map(({ id }) => id);
}

/** The criterion that a file is for, if its structure may show one more in a draft. */
async function refuseMore(
  em: EntityManager,
  { provisional }: Speaker,
  pointId: string,
  storedKey: string,
): Promise<ClaimPoint> {
  const point = await em.findOne(ClaimPoint, { id: pointId, claim: { provisional } }, { populate: ['claim'] });
  if (!point) throw new Refusal('NOT_FOUND');
  refuseSubmitted(point);
  const lying = { state: { $in: [EvidenceState.READY, EvidenceState.PENDING] } };
  // Those that were taken back count until they are destroyed, and nothing is written over what waits for that.
  if ((await em.count(Evidence, { ...lying, storedKey })) > 0) throw new Refusal('EVIDENCE_UNANNOUNCED');
  const count = await em.count(Evidence, { ...lying, storedKey: { $like: storedKeyOf(provisional, '%') } });
  if (count >= MOST_EXHIBITS) throw new Refusal('CLAIM_EXHIBITS_MANY', { most: MOST_EXHIBITS });
  return point;
}

function refuseSubmitted({ claim }: ClaimPoint): void {
  const state = claim.getProperty('state');
  if (state !== ClaimState.DRAFT) throw new Refusal('CLAIM_NOT_DRAFT', { state });
}

const sentUnder = (em: EntityManager, provisional: Provisional, sendingKey: string): Promise<ClaimExhibit | null> =>
  em.findOne(ClaimExhibit, { provisional, sendingKey }, { populate: ['evidence'] });

const storedKeyOf = ({ id }: Provisional, key: string): string => `claim/${id}/${key}`;

/** A name on one line, of a length that fits. */
const readable = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 120) || 'sans nom';
