import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audit } from '../audit/audit.ts';
import { EventKind } from '../audit/event.ts';
import { Edition } from '../edition/edition.ts';
import { FaultReason } from '../kernel/fault.ts';
import { Stored } from '../kernel/stored.ts';
import { Assignment } from '../plan/assignment.ts';

/** What became of a test that was sent. */
export enum SubmissionOutcome {
  RECEIVED = 'RECEIVED',
  ACCEPTED = 'ACCEPTED',
  REPEATED = 'REPEATED',
  HELD = 'HELD',
  REFUSED = 'REFUSED',
}
registerEnumType(SubmissionOutcome, {
  name: 'SubmissionOutcome',
  description: 'What became of a test that was sent.',
  valuesConfig: {
    RECEIVED: { description: 'It is kept, and not judged yet.' },
    ACCEPTED: { description: 'It is a test of the edition.' },
    REPEATED: { description: 'The same test, word for word, had come before.' },
    HELD: { description: 'It is kept whole, and staff say what becomes of it.' },
    REFUSED: { description: 'Staff set it aside, with a reason; it stays kept.' },
  },
});

/** Why a test that was sent waits for staff. */
export enum HeldReason {
  WITHDRAWN = 'WITHDRAWN',
  AUDITOR_REMOVED = 'AUDITOR_REMOVED',
  ALREADY_SUBMITTED = 'ALREADY_SUBMITTED',
  PHASE_CLOSED = 'PHASE_CLOSED',
  GRID_CHANGED = 'GRID_CHANGED',
  FINDINGS_REFUSED = 'FINDINGS_REFUSED',
}
registerEnumType(HeldReason, {
  name: 'HeldReason',
  description: 'Why a test that was sent waits for staff.',
  valuesConfig: {
    WITHDRAWN: { description: 'It was taken out of the plan.' },
    AUDITOR_REMOVED: { description: 'It is not, or no longer, given to whoever sent it.' },
    ALREADY_SUBMITTED: { description: 'It was sent before, and says something else.' },
    PHASE_CLOSED: { description: 'The edition takes no tests in its phase.' },
    GRID_CHANGED: { description: 'It was filled in on another version of the grid than the one in force.' },
    FINDINGS_REFUSED: { description: 'Something in it cannot stand; each fault is listed.' },
  },
});

/** What staff make of a test that was held. */
export enum Settlement {
  RECORD = 'RECORD',
  CARRY = 'CARRY',
  REFUSE = 'REFUSE',
}
registerEnumType(Settlement, {
  name: 'Settlement',
  description: 'What staff make of a test that was held.',
  valuesConfig: {
    RECORD: { description: 'A test, on the version of the grid it was filled in on; it counts as such tests do.' },
    CARRY: { description: 'A test on the version in force, where its answers go as all earlier ones do.' },
    REFUSE: { description: 'No test. What was sent stays kept.' },
  },
});

@ObjectType({ description: 'One thing that cannot stand in a test that was sent.' })
export class SubmissionFault {
  @Field(() => String, { description: 'The code of the criterion, or the word files have for the event.' })
  place!: string;

  @Field(() => FaultReason, { description: 'Why it cannot stand.' })
  reason!: FaultReason;
}

@ObjectType({ description: 'Something that happened during a test, on two clocks.' })
export class TimedEvent {
  @Field(() => EventKind, { description: 'What happened.' })
  kind!: EventKind;

  @Field(() => String, { description: 'When, as the device has it.' })
  deviceAt!: string;

  @Field(() => String, { description: 'When, on the clock of the server: what delays are derived from.' })
  at!: string;

  @Field(() => String, { nullable: true, description: 'Why the auditor corrected it by hand; null when they did not.' })
  motive!: string | null;
}

@ObjectType({ description: 'A span of a verbatim that may identify an agent.' })
export class FlaggedSpan {
  @Field(() => String, { description: 'The criterion it is about; empty for the test as a whole.' })
  place!: string;

  @Field(() => String, { description: 'NAME, PHONE or EMAIL.' })
  kind!: string;

  @Field(() => String, { description: 'What stands there.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether the auditor says that it names nobody.' })
  harmless!: boolean;
}

/**
 * A test as a device sent it: kept whole before it is judged, and for ever. The same key of the same account is the same
 * sending, however often it comes.
 */
@ObjectType({ description: 'A test as a device sent it, and what became of it.' })
@Entity()
@Unique({ name: 'submission_once', properties: ['accountId', 'key'] })
@Index({ properties: ['edition', 'outcome'] })
@Check({ name: 'submission_held_for_a_reason', expression: `(outcome = 'HELD') <= (reason is not null)` })
@Check({ name: 'submission_accepted_as_a_test', expression: `(outcome = 'ACCEPTED') = (audit_id is not null)` })
export class Submission extends Stored {
  @Property({ type: 'uuid' })
  accountId!: string;

  @Field(() => String, { description: 'What the device calls this sending.' })
  @Property({ type: 'text' })
  key!: string;

  /** Null when no such test was ever planned. */
  @ManyToOne(() => Assignment, { ref: true, nullable: true, index: true, deleteRule: 'no action' })
  assignment: Ref<Assignment> | null = null;

  @ManyToOne(() => Edition, { ref: true, nullable: true, deleteRule: 'no action' })
  edition: Ref<Edition> | null = null;

  @Property({ type: 'uuid' })
  gridId!: string;

  @Field(() => String, { description: 'The device, in a word.' })
  @Property({ type: 'text' })
  device!: string;

  @Field(() => Date, { description: 'When it was sent, on the clock of the device.' })
  @Property({ type: 'datetime' })
  sentAt!: Date;

  @Field(() => Date, { description: 'When it came, on the clock of the server.' })
  @Property({ type: 'datetime' })
  receivedAt!: Date;

  @Field(() => Int, { description: 'By how many milliseconds the clock of the device was behind that of the server.' })
  @Property({ type: 'integer' })
  skew!: number;

  @Field(() => Int, { description: 'Milliseconds of the exchange it was measured on.' })
  @Property({ type: 'integer' })
  roundTrip!: number;

  @Field(() => GraphQLJSONObject, { description: 'All that was typed, as it came.' })
  @Property({ type: 'json' })
  content!: Record<string, unknown>;

  @Field(() => [TimedEvent], { description: 'What happened, on both clocks.' })
  @Property({ type: 'json', default: '[]' })
  events: Opt<TimedEvent[]> = [];

  @Field(() => [FlaggedSpan], { description: 'What may identify an agent in its verbatims.' })
  @Property({ type: 'json', default: '[]' })
  flagged: Opt<FlaggedSpan[]> = [];

  @Field(() => SubmissionOutcome, { description: 'What became of it.' })
  @Enum({ items: () => SubmissionOutcome })
  outcome: Opt<SubmissionOutcome> = SubmissionOutcome.RECEIVED;

  @Field(() => HeldReason, { nullable: true, description: 'Why it was held; stays once it is settled.' })
  @Enum({ items: () => HeldReason, nullable: true })
  reason: HeldReason | null = null;

  @Field(() => [SubmissionFault], { description: 'What cannot stand in it.' })
  @Property({ type: 'json', default: '[]' })
  faults: Opt<SubmissionFault[]> = [];

  @ManyToOne(() => Audit, { ref: true, nullable: true, deleteRule: 'no action' })
  audit: Ref<Audit> | null = null;

  @Field(() => String, { nullable: true, description: 'Why staff settled it as they did.' })
  @Property({ type: 'text', nullable: true })
  settledMotive: string | null = null;

  @Field(() => String, { nullable: true, description: 'Who settled it, by name; null when nobody had to.' })
  @Property({ type: 'text', nullable: true })
  settledBy: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was settled.' })
  @Property({ type: 'datetime', nullable: true })
  settledAt: Date | null = null;

  @Field(() => Assignment, { name: 'assignment', nullable: true, description: 'The planned test; null for none.' })
  async loadAssignment() {
    return this.assignment?.load() ?? null;
  }

  @Field(() => Audit, { name: 'audit', nullable: true, description: 'The test it became.' })
  async loadAudit() {
    return this.audit?.load() ?? null;
  }
}
