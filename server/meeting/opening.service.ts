import type { EntityManager } from '@mikro-orm/postgresql';
import { awardOf, standingCandidates } from '../jury/candidate.service.ts';
import { placedFor, rulesOf } from '../jury/standing.service.ts';
import { Refusal } from '../kernel/errors.ts';
import { VotingMode } from '../mandate/mandate.ts';
import { currentRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { isTooSmall } from '../vote/closing.rules.ts';
import { quorumOf } from '../vote/quorum.rules.ts';
import { AgendaItem, Attendance, ItemState } from './item.ts';
import { tell } from './live.service.ts';
import {
  type Asking,
  presenceFor,
  quorumIn,
  quorumRule,
  type Room,
  refuseUnlessPresiding,
  refuseWithoutQuorum,
  roomOf,
  seatsOf,
} from './room.service.ts';

/** Opens an item: its rules are frozen, its field is fixed, and who is there is written down. One is open at a time. */
export function openItem(em: EntityManager, asking: Asking, id: string): Promise<AgendaItem> {
  return em.transactional(async (em) => {
    const room = await roomOf(em, asking, id);
    const { panel, meeting, item, mandate } = room;
    if (!meeting.openedAt || meeting.closedAt) throw new Refusal('MEETING_CLOSED');
    if (item.state !== ItemState.PENDING) throw new Refusal('ITEM_NOT_PENDING');
    if (panel.deliberating) throw new Refusal('MEETING_BUSY');
    const { run, codes } = await fieldFor(em, room);
    await refuseUnready(em, room, asking.now);
    mandate.frozenAt ??= asking.now;
    panel.deliberating = true;
    em.assign(item, { state: ItemState.OPEN, openedAt: asking.now, mode: mandate.mode, run, codes });
    await seatPeople(em, room, asking.now);
    return item;
  });
}

/** Opens the second ballot that equals are due, among them alone. One that ratified the ranking is held by preference. */
export function openSecondBallot(em: EntityManager, asking: Asking, id: string): Promise<AgendaItem> {
  return em.transactional(async (em) => {
    const room = await roomOf(em, asking, id);
    const { meeting, item: first, mandate } = room;
    if (first.state !== ItemState.COUNTED) throw new Refusal('ITEM_NOT_COUNTED');
    if (first.outcome?.kind !== 'SECOND_BALLOT') throw new Refusal('CASTING_NOT_DUE');
    refuseUnlessPresiding(room, await quorumIn(em, room));
    await refuseUnready(em, room, asking.now);
    first.state = ItemState.CONTINUED;
    await em.flush(); // one item is open at a time
    const mode = mandate.mode === VotingMode.RATIFY ? VotingMode.RANK : mandate.mode;
    const { position, round, run, outcome } = first;
    const item = em.create(AgendaItem, {
      ...{ meeting, mandate, position, run, mode, again: true, round: round + 1 },
      ...{ state: ItemState.OPEN, openedAt: asking.now, codes: [...outcome.among] },
    });
    await seatPeople(em, { ...room, item }, asking.now);
    return item;
  });
}

/** Those one may vote for, and the ranking it rests on. A short list of other scores than those in force is refused. */
async function fieldFor(em: EntityManager, { mandate }: Room): Promise<{ run: ScoreRun; codes: string[] }> {
  const award = await awardOf(mandate);
  const run = await currentRun(em, (award.category ?? award.prize).edition.id);
  const candidates = await standingCandidates(em, mandate);
  if (candidates.some((candidate) => candidate.run.id !== run.id)) throw new Refusal('SHORT_LIST_STALE');
  const [placed, rules] = [await placedFor(em, run, award), rulesOf(award)];
  const someone = placed.some(({ eligible, rank }) => eligible && (rules.free || rank !== null));
  if (candidates.length === 0 && someone && !isTooSmall(placed, rules)) throw new Refusal('SHORT_LIST_MISSING');
  return { run, codes: candidates.map(({ code }) => code) };
}

async function refuseUnready(em: EntityManager, room: Room, now: Date): Promise<void> {
  const quorum = quorumOf(seatsOf(await presenceFor(em, room, now)), quorumRule(room.mandate));
  refuseWithoutQuorum(quorum);
  refuseUnlessPresiding(room, quorum);
}

async function seatPeople(em: EntityManager, { meeting, mandate, item }: Room, now: Date): Promise<void> {
  await em.flush(); // people are seated for an item that is open
  for (const { juror, state, motive } of await presenceFor(em, { meeting, mandate }, now))
    em.create(Attendance, { item, juror, state, motive });
  await tell(em, meeting.id);
}
