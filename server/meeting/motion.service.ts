import type { EntityManager } from '@mikro-orm/postgresql';
import { awardOf, standingCandidates } from '../jury/candidate.service.ts';
import { placedFor, rulesOf } from '../jury/standing.service.ts';
import { Refusal } from '../kernel/errors.ts';
import { refusalOfMotion } from '../vote/ratify.rules.ts';
import { isThere } from './ballot.service.ts';
import { type AgendaItem, Ballot, ItemState } from './item.ts';
import { tell } from './live.service.ts';
import { type Asking, attendancesOf, type Room, roomOf, seatsOf } from './room.service.ts';

/** Moves that an award go to others than those the ranking puts first, or to nobody. One motion an item. */
export function moveMotion(
  em: EntityManager,
  asking: Asking,
  itemId: string,
  codes: readonly string[],
  motive: string,
): Promise<AgendaItem> {
  return em.transactional(async (em) => {
    const room = await openRoom(em, asking, itemId);
    const { item, juror, meeting } = room;
    if (item.mode !== 'RATIFY') throw new Refusal('MOTION_WRONG_MODE');
    if (item.motion) throw new Refusal('MOTION_PENDING');
    await refuseMotion(em, room, codes, motive);
    item.motion = { moverId: juror.id, mover: juror.name, motive, codes: [...new Set(codes)] };
    await tell(em, meeting.id);
    return item;
  });
}

/** Whoever moved a motion withdraws it, until someone voted on it. */
export function withdrawMotion(em: EntityManager, asking: Asking, itemId: string): Promise<AgendaItem> {
  return em.transactional(async (em) => {
    const { item, juror, meeting } = await openRoom(em, asking, itemId);
    if (item.motion?.moverId !== juror.id) throw new Refusal('NOT_FOUND');
    if ((await em.count(Ballot, { item })) > 0) throw new Refusal('BALLOT_ALREADY_CAST');
    item.motion = null;
    await tell(em, meeting.id);
    return item;
  });
}

/** Writes what a juror holds against what was decided, for the minutes: once it is counted, before it is recorded. */
export function dissent(em: EntityManager, asking: Asking, itemId: string, text: string): Promise<AgendaItem> {
  return em.transactional(async (em) => {
    const room = await roomOf(em, asking, itemId);
    const { item, juror, meeting } = room;
    if (item.state !== ItemState.COUNTED) throw new Refusal('ITEM_NOT_COUNTED');
    if (!(await isThere(em, room))) throw new Refusal('NOT_PRESENT');
    const others = item.dissents.filter(({ jurorId }) => jurorId !== juror.id);
    item.dissents = [...others, { jurorId: juror.id, name: juror.name, text }];
    await tell(em, meeting.id);
    return item;
  });
}

async function openRoom(em: EntityManager, asking: Asking, itemId: string): Promise<Room> {
  const room = await roomOf(em, asking, itemId);
  if (room.item.state !== ItemState.OPEN) throw new Refusal('ITEM_NOT_OPEN');
  if (!(await isThere(em, room))) throw new Refusal('NOT_PRESENT');
  return room;
}

async function refuseMotion(em: EntityManager, room: Room, codes: readonly string[], motive: string): Promise<void> {
  const { item, mandate, juror } = room;
  const candidates = await standingCandidates(em, mandate);
  const named = codes.map((code) => candidates.find((each) => each.code === code && item.codes.includes(code)));
  if (named.some((candidate) => candidate === undefined)) throw new Refusal('CANDIDATE_UNKNOWN');
  const award = await awardOf(mandate);
  const placed = item.run ? await placedFor(em, await item.run.loadOrFail(), award) : [];
  const seats = seatsOf(
    (await attendancesOf(em, item)).map((each) => ({ juror: each.juror.getEntity(), state: each.state })),
  );
  const laureates = named.flatMap((candidate) => candidate?.enrolment.getEntity().structure.id ?? []);
  const refusal = refusalOfMotion({ mover: juror.id, motive, laureates }, seats, placed, rulesOf(award));
  if (refusal) throw new Refusal(refusal);
}
