import type { EntityManager } from '@mikro-orm/postgresql';
import { panelVerdicts } from '../conflict/conflict.service.ts';
import { given } from '../edition/edition.service.ts';
import { Refusal } from '../kernel/errors.ts';
import { Mandate } from '../mandate/mandate.ts';
import { type Juror, Office } from '../panel/juror.ts';
import { workingSeat } from '../panel/panel.policy.ts';
import { Panel } from '../panel/panel.ts';
import { agendaOf } from '../vote/agenda.rules.ts';
import { AgendaItem, Attendance, AttendanceState, Ballot, ItemState } from './item.ts';
import { tell } from './live.service.ts';
import type { MeetingInput } from './meeting.input.ts';
import { Meeting } from './meeting.ts';
import { type Asking, heldMeeting, seatedOn } from './room.service.ts';

export async function planMeeting(em: EntityManager, panelId: string, input: MeetingInput): Promise<Meeting> {
  const panel = await em.findOneOrFail(Panel, { id: panelId });
  const meeting = em.create(Meeting, { panel, ...given(input) } as never);
  await em.flush();
  return meeting;
}

/** Corrects a meeting until it is opened. */
export function updateMeeting(em: EntityManager, id: string, version: number, input: MeetingInput): Promise<Meeting> {
  return em.transactional(async (em) => {
    const meeting = await heldMeeting(em, id);
    if (meeting.version !== version) throw new Refusal('STALE');
    if (meeting.openedAt) throw new Refusal('MEETING_OPENED');
    return em.assign(meeting, given(input) as never);
  });
}

/**
 * Puts awards on the agenda, in the order given; with none given, all those of the panel, in the order in which recused
 * jurors leave the room as seldom as possible. What was opened already stays first.
 */
export function arrangeAgenda(
  em: EntityManager,
  now: Date,
  id: string,
  asked: readonly string[] | null,
): Promise<Meeting> {
  return em.transactional(async (em) => {
    const meeting = await heldMeeting(em, id);
    if (meeting.closedAt) throw new Refusal('MEETING_CLOSED');
    const items = await em.find(AgendaItem, { meeting }, { orderBy: { position: 'asc', round: 'asc' } });
    const begun = items.filter(({ state }) => state !== ItemState.PENDING);
    const mandates = await em.find(Mandate, { panel: meeting.panel.id }, { orderBy: { createdAt: 'asc', id: 'asc' } });
    const waiting = mandates.filter(({ id }) => !begun.some(({ mandate }) => mandate.id === id));
    const order = asked ?? (await fewestDepartures(em, now, meeting, await undecidedIn(em, waiting)));
    if (new Set(order).size < order.length || order.some((each) => !waiting.some(({ id }) => id === each)))
      throw new Refusal('AGENDA_INCOMPLETE');
    const done = Math.max(0, ...begun.map(({ position }) => position));
    for (const item of items) if (item.state === ItemState.PENDING && item.round === 1) em.remove(item);
    await em.flush();
    for (const [i, mandateId] of order.entries()) {
      const mandate = waiting.find(({ id }) => id === mandateId);
      if (mandate) em.create(AgendaItem, { meeting, mandate, mode: mandate.mode, position: done + i + 1 });
    }
    await tell(em, id);
    return meeting;
  });
}

/** Those that no meeting decided yet. */
async function undecidedIn(em: EntityManager, mandates: readonly Mandate[]): Promise<Mandate[]> {
  const decided = await em.find(AgendaItem, { mandate: { $in: [...mandates] }, state: ItemState.DECIDED });
  return mandates.filter(({ id }) => !decided.some(({ mandate }) => mandate.id === id));
}

async function fewestDepartures(em: EntityManager, now: Date, meeting: Meeting, mandates: readonly Mandate[]) {
  const verdicts = await panelVerdicts(em, meeting.panel.id, now);
  const recused = (id: string) =>
    verdicts.flatMap(({ mandate, recused, juror }) => (mandate.id === id && recused ? [juror.id] : []));
  return agendaOf(mandates.map(({ id }) => ({ code: id, recused: recused(id) }))).order;
}

/** Opens a meeting: reserved to the chair, the deputy and the secretary. Whoever opens it is there. */
export function openMeeting(em: EntityManager, asking: Asking, id: string): Promise<Meeting> {
  return steering(em, asking, id, async (meeting, juror) => {
    if (meeting.closedAt) throw new Refusal('MEETING_CLOSED');
    meeting.openedAt ??= asking.now;
    meeting.present = withJuror(meeting, juror.id, true);
  });
}

/** Closes a meeting. What was not opened waits for another. */
export function closeMeeting(em: EntityManager, asking: Asking, id: string): Promise<Meeting> {
  return steering(em, asking, id, async (meeting) => {
    if (!meeting.openedAt || meeting.closedAt) throw new Refusal('MEETING_CLOSED');
    if (meeting.panel.getEntity().deliberating) throw new Refusal('MEETING_BUSY');
    meeting.closedAt = asking.now;
  });
}

/** Says that someone is in the room, or has left it; of oneself, or of anybody by whoever keeps the meeting. */
export function markPresence(
  em: EntityManager,
  asking: Asking,
  id: string,
  jurorId: string | null,
  here: boolean,
): Promise<Meeting> {
  const mark = async (em: EntityManager, meeting: Meeting, of: string) => {
    if (!meeting.openedAt || meeting.closedAt) throw new Refusal('MEETING_CLOSED');
    const jurors = await seatedOn(em, meeting.panel.id);
    if (!jurors.some(({ id }) => id === of)) throw new Refusal('JUROR_GONE');
    meeting.present = withJuror(meeting, of, here);
    await attend(em, meeting, of, here, jurorId !== null);
  };
  if (jurorId !== null) return steering(em, asking, id, (meeting, _, em) => mark(em, meeting, jurorId));
  return sitting(em, asking, id, (meeting, juror, em) => mark(em, meeting, juror.id));
}

/** Who comes in during an item takes part in it, unless recused; who leaves after voting has taken part in it. */
async function attend(em: EntityManager, meeting: Meeting, jurorId: string, here: boolean, byAnother: boolean) {
  const item = await em.findOne(AgendaItem, { meeting, state: ItemState.OPEN });
  const own = item && (await em.findOne(Attendance, { item, juror: jurorId }, { refresh: true }));
  if (!own) return;
  if (own.state === AttendanceState.RECUSED) {
    if (here && byAnother) throw new Refusal('JUROR_RECUSED');
    return;
  }
  const voted = (await em.count(Ballot, { item, juror: jurorId })) > 0;
  own.state = here || voted ? AttendanceState.PRESENT : AttendanceState.ABSENT;
}

const withJuror = ({ present }: Meeting, id: string, here: boolean): string[] => [
  ...present.filter((each) => each !== id),
  ...(here ? [id] : []),
];

type Act = (meeting: Meeting, juror: Juror, em: EntityManager) => Promise<void>;

/** What any juror of the panel does in a meeting that is held. */
function sitting(em: EntityManager, { actor }: Asking, id: string, act: Act): Promise<Meeting> {
  return em.transactional(async (em) => {
    const meeting = await heldMeeting(em, id);
    const juror = await workingSeat(em, actor, meeting.panel.id);
    await act(meeting, juror, em);
    await tell(em, id);
    return meeting;
  });
}

/** What the chair, the deputy and the secretary alone do. */
const steering = (em: EntityManager, asking: Asking, id: string, act: Act): Promise<Meeting> =>
  sitting(em, asking, id, (meeting, juror, em) => {
    if (juror.office === Office.MEMBER) throw new Refusal('MEETING_RESERVED');
    return act(meeting, juror, em);
  });
