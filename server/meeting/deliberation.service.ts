import type { EntityManager } from '@mikro-orm/postgresql';
import { awardOf } from '../jury/candidate.service.ts';
import { Candidate } from '../jury/candidate.ts';
import { decide, runHeldFor } from '../jury/decision.service.ts';
import type { DeliberationRecord, MemberRecord, RoundRecord } from '../jury/record.rules.ts';
import { Refusal } from '../kernel/errors.ts';
import { NameRule } from '../mandate/mandate.ts';
import { Office } from '../panel/juror.ts';
import { turnoutOf } from '../vote/count.rules.ts';
import { quorumOf } from '../vote/quorum.rules.ts';
import { paperFor } from './ballot.service.ts';
import { AgendaItem, type Attendance, Ballot, ItemState } from './item.ts';
import { tell } from './live.service.ts';
import {
  type Asking,
  attendancesOf,
  expelConflicted,
  quorumIn,
  quorumRule,
  type Room,
  refuseUnlessPresiding,
  roomOf,
  seatedOn,
  seatsOf,
} from './room.service.ts';

/** What whoever records a decision adds to what was voted. */
export interface Recording {
  /** Why, where the choice is more than reading the ranking; that of the motion that carried stands for it. */
  readonly motive: string | null;
  /** The mention a laureate receives with it, by code. */
  readonly mentions: readonly { readonly code: string; readonly mention: string }[];
}

/** Records the decision of an item that was counted: who receives the award, and all one needs to count it again. */
export function recordDecision(
  em: EntityManager,
  asking: Asking,
  id: string,
  recording: Recording,
): Promise<AgendaItem> {
  return em.transactional(async (em) => {
    const room = await roomOf(em, asking, id);
    const { item, meeting, mandate, panel } = room;
    if (item.state !== ItemState.COUNTED) throw new Refusal('ITEM_NOT_COUNTED');
    const { outcome } = item;
    if (outcome?.kind !== 'LAUREATES') throw new Refusal('ITEM_UNDECIDED', { outcome: outcome?.kind });
    refuseUnlessPresiding(room, await quorumIn(em, room));
    await expelConflicted(em, room, asking.now);
    const award = await awardOf(mandate);
    const run = await runHeldFor(em, award);
    if (run.id !== item.run?.id) throw new Refusal('SCORES_MOVED_SINCE');
    const candidates = await em.find(Candidate, { mandate }, { populate: ['enrolment'] });
    const structureOf = (code: string) =>
      candidates.find((each) => each.code === code)?.enrolment.getEntity().structure.id ?? code;
    const choice = {
      ...{ structureIds: outcome.among.map(structureOf), pointRemarquable: null },
      motive: recording.motive ?? (outcome.by === 'MAJORITY' ? (item.motion?.motive ?? null) : null),
      mentions: recording.mentions.map(({ code, mention }) => ({ structureId: structureOf(code), mention })),
    };
    const deliberation = await deliberationOf(em, room);
    const { decision } = await decide(em, asking.actor, asking.now, award, run, choice, deliberation);
    panel.deliberating = false;
    em.assign(item, { state: ItemState.DECIDED, decision });
    await tell(em, meeting.id);
    return item;
  });
}

/** The whole deliberation on an award in a meeting, as plain data. */
async function deliberationOf(em: EntityManager, { meeting, mandate, panel }: Room): Promise<DeliberationRecord> {
  const items = await em.find(AgendaItem, { meeting, mandate }, { orderBy: { round: 'asc' } });
  const candidates = await em.find(
    Candidate,
    { mandate },
    { orderBy: { code: 'asc' }, populate: ['enrolment.structure'] },
  );
  const { mode, castingVote, shortList, names, frozenAt } = mandate;
  const { share, fewest, strictly = false } = quorumRule(mandate);
  const rounds: RoundRecord[] = [];
  for (const item of items) if (item.openedAt) rounds.push(await roundOf(em, { meeting, mandate }, item));
  return {
    panel: panel.label,
    meeting: {
      label: meeting.label,
      place: meeting.place,
      openedAt: (meeting.openedAt ?? meeting.startsAt).toISOString(),
    },
    rules: {
      ...{ mode, castingVote, shortList, quorum: { share, fewest, strictly }, namesShown: names === NameRule.SHOWN },
      frozenAt: (frozenAt ?? meeting.startsAt).toISOString(),
    },
    candidates: candidates.map(({ code, enrolment, withdrawnMotive }) => {
      const { id, reference, name } = enrolment.getEntity().structure.getEntity();
      return { code, structure: { id, reference, name }, withdrawn: withdrawnMotive };
    }),
    rounds,
  };
}

async function roundOf(
  em: EntityManager,
  room: Pick<Room, 'meeting' | 'mandate'>,
  item: AgendaItem,
): Promise<RoundRecord> {
  const { round, openedAt, countedAt, voidMotive, motion, ballots, count, outcome, casting, dissents } = item;
  const attendances = await attendancesOf(em, item);
  const voters = (await em.find(Ballot, { item })).map(({ juror }) => juror.id);
  const seats = seatsOf(attendances.map(({ juror, state }) => ({ juror: juror.getEntity(), state })));
  const { entitled, present, recused, needed, presiding } = quorumOf(seats, quorumRule(room.mandate));
  const paper = paperFor({ item, mandate: room.mandate });
  const members = await Promise.all(
    // Of a ballot broken off unread, nobody is said to have abstained: who voted is nobody's business.
    attendances.map((each) => memberOf(each, paper !== null && ballots !== null && !voters.includes(each.juror.id))),
  );
  const abstained = members.filter((member) => member.abstained).length;
  return {
    ...{ round, openedAt: openedAt?.toISOString() ?? '', countedAt: countedAt?.toISOString() ?? null },
    ...{ brokenOff: voidMotive, members, quorum: { entitled, present, recused, needed } },
    presiding: attendances.find(({ juror }) => juror.id === presiding)?.juror.getEntity().name ?? '',
    secretaries: await secretariesIn(em, room),
    paper,
    motion: motion && { mover: motion.mover, motive: motion.motive, codes: motion.codes },
    ...{ ballots, count },
    turnout: ballots && { ...turnoutOf(ballots), abstained },
    outcome: outcome && (outcome.kind === 'LAUREATES' ? `${outcome.kind} ${outcome.by}` : outcome.kind),
    ...{ among: outcome?.among ?? [], casting },
    dissents: dissents.map(({ name, text }) => ({ name, text })),
  };
}

async function memberOf({ juror: of, state, motive }: Attendance, silent: boolean): Promise<MemberRecord> {
  const juror = of.getEntity();
  const former = await juror.replaces?.load();
  return {
    ...{ name: juror.name, quality: juror.quality, attendance: state, motive },
    office: juror.office === Office.CHAIR || juror.office === Office.DEPUTY ? juror.office : 'MEMBER',
    abstained: silent && state === 'PRESENT',
    replaces: former?.name ?? null,
  };
}

const secretariesIn = async (em: EntityManager, { meeting }: Pick<Room, 'meeting'>): Promise<string[]> =>
  (await seatedOn(em, meeting.panel.id)).flatMap(({ id, office, name }) =>
    office === Office.SECRETARY && meeting.present.includes(id) ? [name] : [],
  );
