import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { motiveOf } from '../conflict/conflict.service.ts';
import { awardsOpenTo, type Verdict, verdictsOf } from '../conflict/verdict.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Mandate } from '../mandate/mandate.ts';
import { Juror, Office } from '../panel/juror.ts';
import { seated, workingSeat } from '../panel/panel.policy.ts';
import { Panel } from '../panel/panel.ts';
import { bySeat } from '../panel/seat.rules.ts';
import { type Quorum, type QuorumRule, quorumOf, type Seat } from '../vote/quorum.rules.ts';
import { AgendaItem, Attendance, AttendanceState, Ballot } from './item.ts';
import { Meeting } from './meeting.ts';

/** Who asks, at an instant. */
export interface Asking {
  readonly actor: Actor;
  readonly now: Date;
}

/** The room around an item, held: nothing else happens in it before the transaction ends. */
export interface Room {
  readonly panel: Panel;
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly mandate: Mandate;
  /** Whoever asks. */
  readonly juror: Juror;
}

const write = LockMode.PESSIMISTIC_WRITE;

/** Holds the panel of a meeting. Those who cast ballots hold it together; whoever decides holds it alone. */
export async function heldMeeting(em: EntityManager, id: string, lockMode: LockMode = write): Promise<Meeting> {
  const meeting = await em.findOneOrFail(Meeting, { id }, { populate: ['panel'] });
  await em.findOne(Panel, { id: meeting.panel.id }, { lockMode, refresh: true });
  return em.refreshOrFail(meeting, { populate: ['panel'] });
}

/** The room of an item, for a juror whom nothing keeps from it; to anybody else there is no such item. */
export async function roomOf(em: EntityManager, asking: Asking, itemId: string, lockMode?: LockMode): Promise<Room> {
  const held = await heldItem(em, itemId, lockMode);
  const juror = await workingSeat(em, asking.actor, held.panel.id);
  const open = await awardsOpenTo(em, juror, asking.now);
  if (!open.some(({ id }) => id === held.mandate.id)) throw new Refusal('NOT_FOUND');
  return { ...held, juror };
}

/** An item with all around it, held, whoever asks. */
export async function heldItem(em: EntityManager, itemId: string, lockMode?: LockMode): Promise<Omit<Room, 'juror'>> {
  const { meeting: of } = await em.findOneOrFail(AgendaItem, { id: itemId });
  const meeting = await heldMeeting(em, of.id, lockMode);
  const item = await em.findOneOrFail(AgendaItem, { id: itemId }, { refresh: true });
  const mandate = await item.mandate.loadOrFail({ refresh: true });
  return { meeting, item, mandate, panel: meeting.panel.getEntity() };
}

/** Those who sit on a panel, in the order they are named. */
export async function seatedOn(em: EntityManager, panelId: string): Promise<Juror[]> {
  const jurors: Juror[] = await em.find(Juror, { panel: panelId, ...seated } as never);
  return jurors.toSorted(bySeat);
}

/** Where a juror is for an award, or would be. */
export interface Presence {
  readonly juror: Juror;
  readonly state: AttendanceState;
  /** Why they are recused; null of anyone else. */
  readonly motive: string | null;
}

/** Where each juror with a vote would be for an award: recused, in the room, or not. */
export async function presenceFor(
  em: EntityManager,
  { meeting, mandate }: Pick<Room, 'meeting' | 'mandate'>,
  now: Date,
): Promise<Presence[]> {
  return presenceIn(em, meeting, await verdictsOf(em, await seatedOn(em, meeting.panel.id), [mandate], now));
}

/** The same, from what is known already of who is kept from the award. */
export const presenceIn = (em: EntityManager, meeting: Meeting, verdicts: readonly Verdict[]): Promise<Presence[]> =>
  Promise.all(
    verdicts
      .filter(({ juror }) => juror.office !== Office.SECRETARY)
      .map(async (verdict) => {
        const { juror, recused } = verdict;
        const here = meeting.present.includes(juror.id) ? AttendanceState.PRESENT : AttendanceState.ABSENT;
        return {
          juror,
          state: recused ? AttendanceState.RECUSED : here,
          motive: recused ? await motiveOf(em, verdict) : null,
        };
      }),
  );

/** Where each juror with a vote is for an item that was opened, in the order they are named. */
export async function attendancesOf(em: EntityManager, item: AgendaItem): Promise<Attendance[]> {
  const attendances: Attendance[] = await em.find(Attendance, { item }, { populate: ['juror'], refresh: true });
  return attendances.toSorted((one, other) => bySeat(one.juror.getEntity(), other.juror.getEntity()));
}

type Placed = { readonly juror: Juror; readonly state: AttendanceState };

/** The seats of an item, as the quorum counts them. */
export const seatsOf = (placed: readonly Placed[]): Seat[] =>
  placed.map(({ juror, state }) => ({
    ...{ member: juror.id, attendance: state },
    office: juror.office === Office.CHAIR || juror.office === Office.DEPUTY ? juror.office : 'MEMBER',
  }));

export const quorumRule = ({ quorumShare, quorumStrictly, quorumFewest }: Mandate): QuorumRule => ({
  ...{ share: quorumShare, strictly: quorumStrictly, fewest: quorumFewest },
});

/** The quorum of an item that was opened. */
export async function quorumIn(em: EntityManager, { item, mandate }: Pick<Room, 'item' | 'mandate'>): Promise<Quorum> {
  const placed = (await attendancesOf(em, item)).map(({ juror, state }) => ({ juror: juror.getEntity(), state }));
  return quorumOf(seatsOf(placed), quorumRule(mandate));
}

/** Refuses whoever neither presides over the item nor keeps the meeting, and an item over which nobody presides. */
export function refuseUnlessPresiding({ juror }: Pick<Room, 'juror'>, { presiding }: Quorum, secretary = true): void {
  if (presiding === null) throw new Refusal('NOBODY_PRESIDES');
  const keeps = secretary && juror.office === Office.SECRETARY;
  if (juror.id !== presiding && !keeps) throw new Refusal('MEETING_RESERVED');
}

export function refuseWithoutQuorum({ reached, entitled, present, needed, missing }: Quorum): void {
  if (!reached) throw new Refusal('NO_QUORUM', { entitled, present, needed, missing });
}

/**
 * Takes out of the room whoever a tie that was found since keeps from it. Once they voted nobody can tell which ballot
 * is theirs: the item must then be broken off.
 */
export async function expelConflicted(em: EntityManager, room: Room, now: Date): Promise<void> {
  const attendances = await attendancesOf(em, room.item);
  const jurors = attendances.flatMap(({ juror, state }) =>
    state === AttendanceState.RECUSED ? [] : [juror.getEntity()],
  );
  for (const verdict of await verdictsOf(em, jurors, [room.mandate], now)) {
    if (!verdict.recused) continue;
    const voted = await em.count(Ballot, { item: room.item, juror: verdict.juror });
    if (voted > 0 || room.item.state !== 'OPEN') throw new Refusal('CONFLICT_LATE');
    const own = attendances.find(({ juror }) => juror.id === verdict.juror.id);
    if (own) Object.assign(own, { state: AttendanceState.RECUSED, motive: await motiveOf(em, verdict) });
  }
  await em.flush();
}
