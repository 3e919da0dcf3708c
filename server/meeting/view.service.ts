import type { EntityManager } from '@mikro-orm/postgresql';
import { type Verdict, verdictsOf } from '../conflict/verdict.service.ts';
import { awardOf } from '../jury/candidate.service.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { Mandate } from '../mandate/mandate.ts';
import type { Juror } from '../panel/juror.ts';
import { workingSeat } from '../panel/panel.policy.ts';
import { AgendaItem, ItemState } from './item.ts';
import { itemViewOf } from './item.view.service.ts';
import type { ItemView } from './item.view.ts';
import { opensMinutes } from './meeting.policy.ts';
import { Meeting } from './meeting.ts';
import { seatedOn } from './room.service.ts';
import type { MeetingLine, MeetingView, RoomSeat } from './view.ts';

/** Who looks at a meeting: staff, or a juror and the awards nothing keeps them from. */
export interface Looking {
  readonly juror: Juror | null;
  readonly open: readonly Mandate[];
  /** Who of the panel is kept from which of its awards. */
  readonly verdicts: readonly Verdict[];
}

/** A meeting as whoever asks may see it: staff, or a juror of its panel. To anybody else there is none. */
export async function meetingViewOf(em: EntityManager, actor: Actor, now: Date, id: string): Promise<MeetingView> {
  const meeting = await em.findOneOrFail(Meeting, { id }, { populate: ['panel'] });
  const panel = meeting.panel.getEntity();
  const juror = isStaff(actor) ? null : await workingSeat(em, actor, panel.id);
  const people = await seatedOn(em, panel.id);
  const mandates = await em.find(Mandate, { panel });
  const verdicts = await verdictsOf(em, people, mandates, now);
  const kept = verdicts.filter((verdict) => verdict.juror.id === juror?.id && verdict.recused);
  const open = mandates.filter(({ id }) => !kept.some(({ mandate }) => mandate.id === id));
  const items = await em.find(
    AgendaItem,
    { meeting },
    { orderBy: { position: 'asc', round: 'asc' }, populate: ['mandate'] },
  );
  const { version, label, place, startsAt, openedAt, closedAt } = meeting;
  return {
    ...{ id, version, label, place, startsAt, openedAt, closedAt, panelId: panel.id, panel: panel.label },
    mayReadMinutes: opensMinutes(meeting, open.length, mandates.length),
    me: juror && seatOf(meeting, juror),
    tiesChecked: juror && juror.tiesCheckedAt !== null,
    people: people.map((each) => seatOf(meeting, each)),
    items: await viewsOf(em, meeting, items, { juror, open, verdicts }),
  };
}

const seatOf = ({ present }: Meeting, { id, name, quality, office }: Juror): RoomSeat => ({
  ...{ id, name, quality, office, here: present.includes(id) },
});

async function viewsOf(em: EntityManager, meeting: Meeting, items: readonly AgendaItem[], looking: Looking) {
  const views: ItemView[] = [];
  for (const [mandateId, rounds] of Map.groupBy(items, ({ mandate }) => mandate.id)) {
    const mandate = looking.open.find(({ id }) => id === mandateId);
    if (mandate) for (const item of rounds) views.push(await itemViewOf(em, { meeting, mandate, item }, looking));
    else views.push(await closedViewOf(rounds));
  }
  return views.sort((a, b) => a.position - b.position || a.round - b.round);
}

/**
 * What a recused juror sees of an award: its turn, and whether it is before the panel. All its ballots are one line, so
 * that neither a tie nor an item broken off shows.
 */
async function closedViewOf(rounds: readonly AgendaItem[]): Promise<ItemView> {
  const [first] = rounds as [AgendaItem];
  const mandate = await first.mandate.loadOrFail();
  const award = await awardOf(mandate);
  const nothing = { mode: null, candidates: null, seats: null, quorum: null, motion: null, paper: null };
  const untold = {
    ballotsCast: null,
    voted: null,
    mayPreside: null,
    result: null,
    brokenOff: null,
    decisionNumber: null,
  };
  return {
    ...{ id: first.id, mandateId: mandate.id, label: (award.category ?? award.prize).label },
    ...{ position: first.position, round: 1, state: turnOf(rounds), recused: true, ...nothing, ...untold },
  };
}

function turnOf(rounds: readonly AgendaItem[]): ItemState {
  const states = rounds.map(({ state }) => state);
  if (states.includes(ItemState.OPEN) || states.includes(ItemState.COUNTED)) return ItemState.OPEN;
  return states.includes(ItemState.DECIDED) ? ItemState.DECIDED : ItemState.PENDING;
}

/** The meetings one may see: all to staff; to a juror those of the panels they sit on, in a phase of deliberation. */
export async function meetingLinesOf(
  em: EntityManager,
  actor: Actor,
  panelIds: readonly string[],
): Promise<MeetingLine[]> {
  const where = { panel: { $in: [...panelIds] } };
  const meetings = await em.find(Meeting, where, { populate: ['panel'], orderBy: { startsAt: 'asc', id: 'asc' } });
  const lines: MeetingLine[] = [];
  for (const { id, label, panel, startsAt, openedAt, closedAt } of meetings) {
    if (!isStaff(actor)) await workingSeat(em, actor, panel.id);
    lines.push({ id, label, startsAt, openedAt, closedAt, panel: panel.getProperty('label') });
  }
  return lines;
}
