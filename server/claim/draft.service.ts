import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Edition } from '../edition/edition.ts';
import { Refusal } from '../kernel/errors.ts';
import { type Asking, type Speaker, speakerOf } from '../provisional/door.service.ts';
import { Provisional } from '../provisional/provisional.ts';
import { Claim, ClaimState } from './claim.ts';

/** A claim that is written: which one, and as it was read. */
export interface Written {
  readonly id: string;
  readonly version: number;
}

/**
 * Who speaks, while structures are heard: the edition and what was sent are held, in that order, so that no change of
 * phase nor a second claim comes in between.
 */
export async function heard(
  em: EntityManager,
  asking: Asking,
  now: Date,
  enrolmentId: string | null,
): Promise<Speaker> {
  const { provisional } = await speakerOf(em, asking, now, enrolmentId);
  const refresh = true;
  await em.findOne(Edition, { id: provisional.edition.id }, { lockMode: LockMode.PESSIMISTIC_READ, refresh });
  await em.findOne(Provisional, { id: provisional.id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh });
  const speaker = await speakerOf(em, asking, now, enrolmentId);
  if (speaker.state !== 'OPEN') throw new Refusal('CLAIM_TOO_LATE');
  return speaker;
}

/** A draft of whoever speaks, as they read it. */
export async function draftOf(em: EntityManager, { provisional }: Speaker, { id, version }: Written): Promise<Claim> {
  const claim = await heldClaim(em, provisional, id);
  if (claim.state !== ClaimState.DRAFT) throw new Refusal('CLAIM_NOT_DRAFT', { state: claim.state });
  if (claim.version !== version) throw new Refusal('STALE');
  return claim;
}

/** A claim on what was sent, held until the end of the transaction. */
export async function heldClaim(em: EntityManager, provisional: Provisional, id: string): Promise<Claim> {
  const claim = await em.findOne(Claim, { id, provisional }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!claim) throw new Refusal('NOT_FOUND');
  return claim;
}
