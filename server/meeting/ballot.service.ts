import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../kernel/errors.ts';
import type { Seal } from '../kernel/seal.ts';
import { paperOf } from '../mandate/mandate.rules.ts';
import { ballotOf } from '../vote/ballot.rules.ts';
import type { Paper } from '../vote/paper.rules.ts';
import { takesPart } from '../vote/quorum.rules.ts';
import { Ballot, ItemState } from './item.ts';
import { tell } from './live.service.ts';
import { type Asking, attendancesOf, type Room, roomOf, seatsOf } from './room.service.ts';
import { type Sealed, sealBallot } from './sealed.ts';

/** What jurors are handed for an item; null when there is nothing to vote on. */
export function paperFor({ item, mandate }: Pick<Room, 'item' | 'mandate'>): Paper | null {
  const { mode, codes, motion } = item;
  const due = mode === 'RATIFY' ? motion !== null : codes.length > 0;
  return due ? paperOf({ ...mandate, mode }, codes) : null;
}

/**
 * Casts a ballot: one a juror, however fast they click, sealed until the item closes. One that would not count is
 * refused, and its faults told, unless whoever casts it means it so.
 */
export function castBallot(
  em: EntityManager,
  seal: Seal,
  asking: Asking,
  itemId: string,
  vote: Sealed,
  asItIs: boolean,
): Promise<boolean> {
  return em.transactional(async (em) => {
    const room = await roomOf(em, asking, itemId, LockMode.PESSIMISTIC_READ);
    const { item, juror, meeting } = room;
    if (item.state !== ItemState.OPEN) throw new Refusal('ITEM_NOT_OPEN');
    if (!(await isThere(em, room))) throw new Refusal('NOT_PRESENT');
    const paper = paperFor(room);
    if (!paper) throw new Refusal('BALLOT_NOT_DUE');
    const read = ballotOf(paper, vote);
    if (read.kind === 'INVALID' && !asItIs) throw new Refusal('BALLOT_FAULTY', { faults: read.faults });
    em.create(Ballot, { item, juror, content: sealBallot(seal, item.id, juror.id, vote) });
    await em.flush();
    await tell(em, meeting.id);
    return true;
  });
}

/** Whether whoever asks takes part in the item. */
export async function isThere(em: EntityManager, { item, juror }: Room): Promise<boolean> {
  const placed = (await attendancesOf(em, item)).map((each) => ({ juror: each.juror.getEntity(), state: each.state }));
  return takesPart(seatsOf(placed), juror.id);
}
