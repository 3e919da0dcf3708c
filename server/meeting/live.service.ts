import type { EntityManager } from '@mikro-orm/postgresql';
import { verdictsOf } from '../conflict/verdict.service.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import type { Mandate } from '../mandate/mandate.ts';
import { workingSeat } from '../panel/panel.policy.ts';
import { CHANNEL } from '../panel/told.service.ts';
import { AgendaItem, Ballot, type ItemState } from './item.ts';
import { Meeting } from './meeting.ts';
import { quorumIn, seatedOn } from './room.service.ts';

/** Tells whoever watches a meeting that something happened; PostgreSQL lets it out when the transaction commits. */
export const tell = (em: EntityManager, meetingId: string): Promise<unknown> =>
  em.execute('select pg_notify(?, ?)', [CHANNEL, meetingId]);

/** What someone who watches a meeting is told, all of it each time: whoever comes back has missed nothing. */
export interface Live {
  readonly meetingId: string;
  readonly open: boolean;
  /** How many jurors are in the room. */
  readonly here: number;
  /** The item before the panel; null when there is none, and to whoever is recused from it. */
  readonly item: LiveItem | null;
  /** Whether whoever watches is recused from the item before the panel, and waits outside. */
  readonly recused: boolean;
}

export interface LiveItem {
  readonly id: string;
  readonly state: `${ItemState}`;
  /** How many ballots were cast; never whose. */
  readonly ballotsCast: number;
  readonly quorum: { readonly present: number; readonly needed: number; readonly reached: boolean };
}

/** A meeting as it stands, in short, to someone who may watch it: staff, or a juror of its panel. */
export async function liveOf(em: EntityManager, actor: Actor, now: Date, id: string): Promise<Live> {
  const meeting = await em.findOneOrFail(Meeting, { id });
  const juror = isStaff(actor) ? null : await workingSeat(em, actor, meeting.panel.id);
  const item = await em.findOne(AgendaItem, { meeting, state: { $in: ['OPEN', 'COUNTED'] as ItemState[] } });
  const mandate = item && (await item.mandate.loadOrFail());
  const recused =
    juror && mandate ? (await verdictsOf(em, [juror], [mandate], now)).some((each) => each.recused) : false;
  return {
    ...{ meetingId: id, open: meeting.openedAt !== null && meeting.closedAt === null },
    here: (await seatedOn(em, meeting.panel.id)).filter((each) => meeting.present.includes(each.id)).length,
    ...{ item: item && mandate && !recused ? await liveItemOf(em, item, mandate) : null, recused },
  };
}

async function liveItemOf(em: EntityManager, item: AgendaItem, mandate: Mandate): Promise<LiveItem> {
  const { present, needed, reached } = await quorumIn(em, { item, mandate });
  const ballotsCast = await em.count(Ballot, { item });
  return { id: item.id, state: item.state, ballotsCast, quorum: { present, needed, reached } };
}
