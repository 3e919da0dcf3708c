import type { FilterQuery } from '@mikro-orm/core';
import { visibleEnrolments } from '../enrolment/enrolment.policy.ts';
import { isSigned, type Pass, signedAddress } from '../evidence/address.service.ts';
import type { Opened } from '../evidence/evidence.service.ts';
import { EvidenceState } from '../evidence/evidence.ts';
import { Role } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Keeping } from '../kernel/keeping.ts';
import { speakerOf } from '../provisional/door.service.ts';
import { visibleClaims } from './claim.policy.ts';
import { ClaimExhibit } from './exhibit.ts';
import type { ShownExhibit } from './shown.ts';

type Looking = Pick<Context, 'em' | 'actor' | 'invited' | 'now' | 'seal'>;

/** The files shown in support of a criterion, the first first. */
export async function exhibitsOf({ em, ...looking }: Looking, pointId: string): Promise<ShownExhibit[]> {
  const order = { createdAt: 'asc', id: 'asc' } as const;
  const found = await em.find(ClaimExhibit, { point: pointId }, { populate: ['evidence'], orderBy: order });
  return found.map((exhibit) => shownTo(looking, exhibit));
}

/** A file as it is told of to whoever asks. */
export function shownTo(looking: Omit<Looking, 'em'>, { id, name, evidence }: ClaimExhibit): ShownExhibit {
  const { type, size, state, purgeOn } = evidence.getEntity();
  return { ...{ id, name, type, size, state, purgeOn }, address: addressFor(looking, id, state) };
}

function addressFor({ actor, invited, now, seal }: Omit<Looking, 'em'>, id: string, state: EvidenceState) {
  if (state !== EvidenceState.READY) return null;
  if (invited) return `/exhibit/${id}`;
  return actor && signedAddress({ counter: 'exhibit', id }, { actor, now, seal });
}

/**
 * Opens a file: for whoever sends the link of the structure along, or by a short address that was signed for the very
 * account that asks. Anything else looks as if there were no such file.
 */
export async function openExhibit(looking: Looking, { store }: Keeping, id: string, pass: Pass): Promise<Opened> {
  const { em, actor, invited, now, seal } = looking;
  const signed = !invited && actor && isSigned({ counter: 'exhibit', id }, { actor, now, seal }, pass);
  if (!invited && !signed) throw new Refusal('NOT_FOUND');
  const seen = await visibleExhibits(looking);
  const where = { $and: [{ id, evidence: { state: EvidenceState.READY } }, seen] } as FilterQuery<ClaimExhibit>;
  const exhibit = await em.findOne(ClaimExhibit, where, { populate: ['evidence'] });
  if (!exhibit) throw new Refusal('NOT_FOUND');
  const evidence = exhibit.evidence.getEntity();
  return { evidence, content: await store.read(evidence.storedKey) };
}

/** A structure sees what it shows; those who answer it, what was submitted; nobody else sees any. */
async function visibleExhibits({ em, actor, invited, now }: Looking): Promise<object> {
  if (invited) {
    const { provisional, state } = await speakerOf(em, { actor: null, invited }, now, null);
    return state === 'OPEN' ? { provisional } : { id: { $in: [] } };
  }
  if (actor?.role === Role.PARTICIPANT) return { provisional: { enrolment: visibleEnrolments(actor) } };
  return actor ? { point: { claim: visibleClaims(actor) } } : { id: { $in: [] } };
}
