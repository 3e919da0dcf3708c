import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { registerEnumType } from 'type-graphql';
import { Decision } from '../jury/decision.ts';
import type { RecordedBallot, RecordedCount } from '../jury/record.rules.ts';
import { Stored } from '../kernel/stored.ts';
import { Mandate, VotingMode } from '../mandate/mandate.ts';
import { Juror } from '../panel/juror.ts';
import { ScoreRun } from '../ranking/score.ts';
import type { Outcome } from '../vote/closing.rules.ts';
import { Meeting } from './meeting.ts';

/** Where an item of an agenda stands. */
export enum ItemState {
  PENDING = 'PENDING',
  OPEN = 'OPEN',
  COUNTED = 'COUNTED',
  DECIDED = 'DECIDED',
  CONTINUED = 'CONTINUED',
  VOID = 'VOID',
}
registerEnumType(ItemState, {
  name: 'ItemState',
  description: 'Where an item of an agenda stands.',
  valuesConfig: {
    PENDING: { description: 'It waits for its turn.' },
    OPEN: { description: 'It is discussed and voted on; ballots are sealed.' },
    COUNTED: { description: 'Ballots are counted; what follows is not recorded yet.' },
    DECIDED: { description: 'Its decision is recorded.' },
    CONTINUED: { description: 'A second ballot follows, among those who were equal.' },
    VOID: { description: 'It was broken off; its ballots were destroyed unread if they were still sealed.' },
  },
});

/** A proposal to give the award to others than those the ranking puts first, as it was moved. */
export interface MovedMotion {
  readonly moverId: string;
  readonly mover: string;
  readonly motive: string;
  /** The codes of those it would give the award to. */
  readonly codes: readonly string[];
}

/** What the presiding member added where the vote parted nobody. */
export interface CastingVote {
  readonly by: string;
  readonly opinion: 'FOR' | 'AGAINST' | null;
  readonly code: string | null;
}

/** What a juror holds against the decision, in the minutes. */
export interface Dissent {
  readonly jurorId: string;
  readonly name: string;
  readonly text: string;
}

/** One award before a panel in a meeting, one ballot of it: a second ballot, or one held again, is an item of its own. */
@Entity()
@Unique({ name: 'agenda_item_once', properties: ['meeting', 'mandate', 'round'] })
@Index({
  name: 'agenda_item_one_open',
  expression: `create unique index "agenda_item_one_open" on "agenda_item" ("meeting_id") where state in ('OPEN', 'COUNTED')`,
})
export class AgendaItem extends Stored {
  @ManyToOne(() => Meeting, { ref: true })
  meeting!: Ref<Meeting>;

  @ManyToOne(() => Mandate, { ref: true, index: true })
  mandate!: Ref<Mandate>;

  /** Its turn, from 1. */
  @Property({ type: 'smallint' })
  position!: number;

  /** From 1: ballots on the same award in the same meeting. */
  @Property({ type: 'smallint' })
  round: Opt<number> = 1;

  @Enum({ items: () => ItemState })
  state: Opt<ItemState> = ItemState.PENDING;

  /** How this ballot is held: that of the mandate, but for a second ballot of one that ratifies. */
  @Enum({ items: () => VotingMode })
  mode!: VotingMode;

  /** Whether it is a second ballot among equals: there is no third. */
  @Property({ type: 'boolean' })
  again: Opt<boolean> = false;

  /** The codes one may vote for. */
  @Property({ type: 'array' })
  codes: Opt<string[]> = [];

  /** The ranking it rests on. */
  @ManyToOne(() => ScoreRun, { ref: true, nullable: true, deleteRule: 'no action' })
  run: Ref<ScoreRun> | null = null;

  @Property({ type: 'datetime', nullable: true })
  openedAt: Date | null = null;

  @Property({ type: 'datetime', nullable: true })
  countedAt: Date | null = null;

  @Property({ type: 'json', nullable: true })
  motion: MovedMotion | null = null;

  /** What was found in the urn, in an order that says nothing of who cast what; null while ballots are sealed. */
  @Property({ type: 'json', nullable: true })
  ballots: RecordedBallot[] | null = null;

  @Property({ type: 'json', nullable: true })
  count: RecordedCount | null = null;

  @Property({ type: 'json', nullable: true })
  outcome: Outcome | null = null;

  @Property({ type: 'json', nullable: true })
  casting: CastingVote | null = null;

  @Property({ type: 'json' })
  dissents: Opt<Dissent[]> = [];

  @Property({ type: 'text', nullable: true })
  voidMotive: string | null = null;

  @ManyToOne(() => Decision, { ref: true, nullable: true, deleteRule: 'no action' })
  decision: Ref<Decision> | null = null;
}

/** Where a juror is while an item is dealt with. */
export enum AttendanceState {
  PRESENT = 'PRESENT',
  ABSENT = 'ABSENT',
  RECUSED = 'RECUSED',
}
registerEnumType(AttendanceState, {
  name: 'AttendanceState',
  description: 'Where a juror is while an item is dealt with.',
  valuesConfig: {
    PRESENT: { description: 'Takes part; may abstain.' },
    ABSENT: { description: 'Not there.' },
    RECUSED: { description: 'Out of the room for the item, wherever they are.' },
  },
});

/** Where one juror was while an item was dealt with. */
@Entity()
@Unique({ name: 'attendance_once', properties: ['item', 'juror'] })
export class Attendance extends Stored {
  @ManyToOne(() => AgendaItem, { ref: true })
  item!: Ref<AgendaItem>;

  @ManyToOne(() => Juror, { ref: true, index: true })
  juror!: Ref<Juror>;

  @Enum({ items: () => AttendanceState })
  state!: AttendanceState;

  /** Why they are recused, as the minutes say it; null otherwise. */
  @Property({ type: 'text', nullable: true })
  motive: string | null = null;
}

/**
 * The ballot of one juror. `content` is encrypted until the item is counted, then destroyed: what was counted stands in
 * the item, without names. The journal leaves `content` out. The line itself stays: it is the roll of those who voted.
 */
@Entity()
@Unique({ name: 'ballot_once', properties: ['item', 'juror'] })
export class Ballot extends Stored {
  @ManyToOne(() => AgendaItem, { ref: true })
  item!: Ref<AgendaItem>;

  @ManyToOne(() => Juror, { ref: true, index: true })
  juror!: Ref<Juror>;

  @Property({ type: 'text', nullable: true, hidden: true, lazy: true })
  content: string | null = null;
}
