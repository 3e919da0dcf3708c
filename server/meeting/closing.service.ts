import type { EntityManager } from '@mikro-orm/postgresql';
import { awardOf } from '../jury/candidate.service.ts';
import { Candidate } from '../jury/candidate.ts';
import { type RecordedBallot, recordedCountOf, shuffled } from '../jury/record.rules.ts';
import { placedFor, rulesOf } from '../jury/standing.service.ts';
import { isStaff } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Seal } from '../kernel/seal.ts';
import { Office } from '../panel/juror.ts';
import { currentRun } from '../ranking/score.service.ts';
import { ballotOf, voteWithout } from '../vote/ballot.rules.ts';
import { type Outcome, outcomeOf } from '../vote/closing.rules.ts';
import { type Count, countOf } from '../vote/count.rules.ts';
import type { Standing } from '../vote/decision.rules.ts';
import { type Paper, paperWithout } from '../vote/paper.rules.ts';
import type { Quorum } from '../vote/quorum.rules.ts';
import { paperFor } from './ballot.service.ts';
import { AgendaItem, Ballot, type CastingVote, ItemState } from './item.ts';
import { tell } from './live.service.ts';
import {
  type Asking,
  expelConflicted,
  heldItem,
  quorumIn,
  type Room,
  refuseUnlessPresiding,
  refuseWithoutQuorum,
  roomOf,
} from './room.service.ts';
import { openBallot, type Sealed } from './sealed.ts';

/** Closes the vote of an item: its ballots are opened, counted without their names, and destroyed. */
export function countItem(em: EntityManager, seal: Seal, asking: Asking, id: string): Promise<AgendaItem> {
  return em.transactional(async (em) => {
    const room = await roomOf(em, asking, id);
    const { item, meeting } = room;
    if (item.state !== ItemState.OPEN) throw new Refusal('ITEM_NOT_OPEN');
    await expelConflicted(em, room, asking.now);
    const quorum = await quorumIn(em, room);
    refuseUnlessPresiding(room, quorum);
    refuseWithoutQuorum(quorum);
    await refuseMovedScores(em, room);
    const withdrawn = await withdrawnFrom(em, room);
    const paper = paperFor(room);
    const ballots = paper ? await urnOf(em, seal, item, paper, withdrawn) : [];
    const count = paper && countOf(paperWithout(paper, withdrawn), ballots);
    const outcome = await outcomeFor(em, room, quorum, count, ballots, null);
    Object.assign(item, { state: ItemState.COUNTED, countedAt: asking.now, ballots, outcome });
    item.count = count && recordedCountOf(count);
    await em.flush(); // what is destroyed next was counted
    await destroyBallots(em, item);
    await tell(em, meeting.id);
    return item;
  });
}

/** Whoever presides parts those whom the vote did not, where a casting vote was declared: for or against, or a name. */
export function castCastingVote(
  em: EntityManager,
  asking: Asking,
  id: string,
  opinion: 'FOR' | 'AGAINST' | null,
  code: string | null,
): Promise<AgendaItem> {
  return em.transactional(async (em) => {
    const room = await roomOf(em, asking, id);
    const { item, meeting, juror } = room;
    if (item.state !== ItemState.COUNTED) throw new Refusal('ITEM_NOT_COUNTED');
    if (item.outcome?.kind !== 'CASTING_VOTE') throw new Refusal('CASTING_NOT_DUE');
    const quorum = await quorumIn(em, room);
    refuseUnlessPresiding(room, quorum, false);
    const before = item.casting;
    const casting = { by: juror.name, opinion: opinion ?? before?.opinion ?? null, code: code ?? before?.code ?? null };
    const outcome = await outcomeFor(em, room, quorum, null, item.ballots ?? [], casting);
    if (JSON.stringify(outcome) === JSON.stringify(item.outcome)) throw new Refusal('CASTING_NOT_DUE');
    Object.assign(item, { casting, outcome });
    await tell(em, meeting.id);
    return item;
  });
}

/**
 * Breaks an item off, for a motive; sealed ballots are destroyed unread. The chair, the deputy and the secretary may,
 * whoever presides, and staff, lest an item stay open that nobody can close. The award comes back on the agenda.
 */
export function breakOffItem(em: EntityManager, asking: Asking, id: string, motive: string): Promise<AgendaItem> {
  return em.transactional(async (em) => {
    const { item, meeting, mandate, panel } = await roomToBreakOff(em, asking, id);
    if (item.state !== ItemState.OPEN && item.state !== ItemState.COUNTED) throw new Refusal('ITEM_NOT_OPEN');
    panel.deliberating = false;
    Object.assign(item, { state: ItemState.VOID, voidMotive: motive });
    await em.flush();
    await destroyBallots(em, item);
    em.create(AgendaItem, { meeting, mandate, position: item.position, round: item.round + 1, mode: mandate.mode });
    await tell(em, meeting.id);
    return item;
  });
}

async function roomToBreakOff(em: EntityManager, asking: Asking, id: string): Promise<Omit<Room, 'juror'>> {
  if (isStaff(asking.actor)) return heldItem(em, id);
  const room = await roomOf(em, asking, id);
  if (room.juror.office === Office.MEMBER) throw new Refusal('MEETING_RESERVED');
  return room;
}

/** The ballots of an item, opened and read on its paper, in an order that says nothing of who cast them. */
async function urnOf(em: EntityManager, seal: Seal, item: AgendaItem, paper: Paper, withdrawn: ReadonlySet<string>) {
  const cast = await em.find(Ballot, { item }, { populate: ['content'], refresh: true });
  const read = (sealed: Sealed) =>
    ballotOf(paperWithout(paper, withdrawn), sealed === 'BLANK' ? sealed : voteWithout(sealed, withdrawn));
  return shuffled(
    cast.map(({ juror, content }) => read(openBallot(seal, item.id, juror.id, content ?? '')) as RecordedBallot),
  );
}

const destroyBallots = (em: EntityManager, { id }: AgendaItem): Promise<unknown> =>
  em.execute('update ballot set content = null, version = version + 1 where item_id = ?', [id]);

/** The codes of those who withdrew, before the item was opened or since. */
async function withdrawnFrom(em: EntityManager, { mandate }: Room): Promise<ReadonlySet<string>> {
  const gone = await em.find(Candidate, { mandate, withdrawnAt: { $ne: null } });
  return new Set(gone.map(({ code }) => code));
}

/** Refuses when the ranking the item was opened on is no longer in force. */
export async function refuseMovedScores(em: EntityManager, { mandate, item }: Room): Promise<void> {
  const award = await awardOf(mandate);
  const run = await currentRun(em, (award.category ?? award.prize).edition.id);
  if (run.id !== item.run?.id) throw new Refusal('SCORES_MOVED_SINCE');
}

/** What comes of an item, from its ballots and what the presiding member added. */
async function outcomeFor(
  em: EntityManager,
  room: Room,
  quorum: Quorum,
  counted: Count | null,
  ballots: readonly RecordedBallot[],
  casting: CastingVote | null,
): Promise<Outcome> {
  const { item, mandate } = room;
  const award = await awardOf(mandate);
  const gone = await withdrawnFrom(em, room);
  const paper = paperFor(room);
  const count = counted ?? (paper && countOf(paperWithout(paper, gone), ballots));
  const motion = item.motion?.codes.some((code) => gone.has(code)) ? null : item.motion;
  return outcomeOf({
    ...{ quorum, motion, casting, again: item.again, standings: await standingsByCode(em, room, gone) },
    ...{ count: motion || item.mode !== 'RATIFY' ? count : null },
    votes: ballots.filter(({ kind }) => kind === 'VALID').length,
    rules: { ...rulesOf(award), castingVote: mandate.castingVote },
  });
}

/** Everyone in the field, short-listed ones by their codes. Whoever withdrew can no longer receive the award. */
async function standingsByCode(
  em: EntityManager,
  { item, mandate }: Room,
  gone: ReadonlySet<string>,
): Promise<Standing[]> {
  const award = await awardOf(mandate);
  const codes = new Map(
    (await em.find(Candidate, { mandate })).map(({ enrolment, code }) => [enrolment.id, code] as const),
  );
  const run = await item.run?.loadOrFail();
  if (!run) throw new Refusal('ITEM_NOT_OPEN');
  return (await placedFor(em, run, award)).map(({ enrolmentId, structureId, rank, eligible, tieRank = null }) => {
    const code = codes.get(enrolmentId);
    return { structureId: code ?? structureId, rank, tieRank, eligible: eligible && !(code && gone.has(code)) };
  });
}
