import type { EntityManager } from '@mikro-orm/postgresql';
import { awardOf } from '../jury/candidate.service.ts';
import { Candidate } from '../jury/candidate.ts';
import { Decision } from '../jury/decision.ts';
import { placedFor } from '../jury/standing.service.ts';
import { type Mandate, NameRule } from '../mandate/mandate.ts';
import { Office } from '../panel/juror.ts';
import { latestRun } from '../ranking/score.service.ts';
import { rounded } from '../score/exact.rules.ts';
import { type Quorum, quorumOf } from '../vote/quorum.rules.ts';
import { paperFor } from './ballot.service.ts';
import { type AgendaItem, Ballot, ItemState } from './item.ts';
import type { ItemCandidate, ItemPaper, ItemQuorum, ItemResult, ItemSeat, ItemView } from './item.view.ts';
import { attendancesOf, type Presence, presenceIn, quorumRule, type Room, seatsOf } from './room.service.ts';
import type { Looking } from './view.service.ts';

type Seen = Pick<Room, 'meeting' | 'mandate' | 'item'>;

/** One award on the agenda, to someone whom nothing keeps from it. Ballots are counted for them; never whose they are. */
export async function itemViewOf(em: EntityManager, seen: Seen, looking: Looking): Promise<ItemView> {
  const { item, mandate } = seen;
  const { juror } = looking;
  const placed = await placesIn(em, seen, looking);
  const quorum = quorumOf(seatsOf(placed), quorumRule(mandate));
  const roll = await em.find(Ballot, { item });
  const award = await awardOf(mandate);
  const decision = item.decision && (await em.findOneOrFail(Decision, { id: item.decision.id }));
  const { id, position, round, state, voidMotive: brokenOff, motion } = item;
  return {
    ...{ id, position, round, state, brokenOff, mandateId: mandate.id, recused: false },
    ...{ label: (award.category ?? award.prize).label, mode: item.mode },
    candidates: await candidatesFor(em, seen, juror === null),
    seats: item.openedAt ? placed.map((each) => seatIn(each)) : null,
    quorum: toldQuorum(quorum, placed),
    motion: motion && { ...motion, codes: [...motion.codes], mine: motion.moverId === juror?.id },
    paper: state === ItemState.OPEN ? paperView(seen) : null,
    ballotsCast: roll.length,
    voted: juror && roll.some((ballot) => ballot.juror.id === juror.id),
    mayPreside:
      juror && quorum.presiding !== null && (quorum.presiding === juror.id || juror.office === Office.SECRETARY),
    result: resultOf(item, quorum.present - roll.length),
    decisionNumber: decision?.number ?? null,
  };
}

/**
 * Where jurors are for an item; before it is opened, where they would be. While it is open, whoever a tie keeps from it
 * since, or who stepped aside, is out already: counting it takes them out of the quorum.
 */
async function placesIn(
  em: EntityManager,
  { meeting, mandate, item }: Seen,
  { verdicts }: Looking,
): Promise<Presence[]> {
  const own = verdicts.filter((verdict) => verdict.mandate.id === mandate.id);
  if (!item.openedAt) return presenceIn(em, meeting, own);
  const placed = (await attendancesOf(em, item)).map(({ juror, state, motive }) => ({
    juror: juror.getEntity(),
    state,
    motive,
  }));
  if (item.state !== ItemState.OPEN) return placed;
  const since = (await presenceIn(em, meeting, own)).filter(({ state }) => state === 'RECUSED');
  return placed.map((each) => since.find(({ juror }) => juror.id === each.juror.id) ?? each);
}

const seatIn = ({ juror: { id, name }, state, motive }: Presence): ItemSeat => ({ id, name, state, motive });

const toldQuorum = (
  { entitled, present, recused, needed, reached, presiding }: Quorum,
  placed: Presence[],
): ItemQuorum => ({
  ...{ entitled, present, recused, needed, reached },
  presiding: placed.find(({ juror }) => juror.id === presiding)?.juror.name ?? null,
});

function paperView({ item, mandate }: Seen): ItemPaper | null {
  const paper = paperFor({ item, mandate });
  if (!paper) return null;
  const { criteria, scale, mayOmit } = mandate;
  const grades = paper.mode === 'MAJORITY_JUDGMENT' ? [...paper.grades] : [];
  return { mode: item.mode, grades, scale, mayOmit, criteria: paper.mode === 'SCORE' ? criteria : [] };
}

function resultOf({ outcome, ballots, count, casting, dissents }: AgendaItem, silent: number): ItemResult | null {
  if (!outcome || !ballots) return null;
  return {
    ...{ outcome: outcome.kind, by: outcome.kind === 'LAUREATES' ? outcome.by : null, among: [...outcome.among] },
    ...{ count, ballots, casting, abstained: count === null ? 0 : silent },
    dissents: dissents.map(({ name, text }) => ({ name, text })),
  };
}

/** The short list, by code; with names where the rules let them be seen. */
async function candidatesFor(em: EntityManager, { item, mandate }: Seen, staff: boolean): Promise<ItemCandidate[]> {
  const shown = staff || namesShown(mandate, item);
  const run = (await item.run?.load()) ?? (await latestRun(em, await editionIdOf(mandate)));
  const places = run ? await placedFor(em, run, await awardOf(mandate)) : [];
  const candidates = await em.find(
    Candidate,
    { mandate },
    { orderBy: { code: 'asc' }, populate: ['enrolment.structure'] },
  );
  const listed = candidates.filter(({ code }) => !item.again || item.codes.includes(code));
  return listed.map(({ code, enrolment, withdrawnAt }) => {
    const place = places.find(({ enrolmentId }) => enrolmentId === enrolment.id);
    const { name } = enrolment.getEntity().structure.getEntity();
    const score = place?.score ? rounded(place.score, 2) : null;
    return { code, score, rank: place?.rank ?? null, name: shown ? name : null, withdrawn: withdrawnAt !== null };
  });
}

/** Whether jurors see the names of those an award is voted on. */
export const namesShown = ({ names }: Mandate, item: Pick<AgendaItem, 'state'> | null): boolean =>
  names === NameRule.SHOWN || item?.state === ItemState.DECIDED;

async function editionIdOf(mandate: Mandate): Promise<string> {
  const { category, prize } = await awardOf(mandate);
  return (category ?? prize).edition.id;
}
