import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, OneToMany, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { placeOf } from '../delay/place.rules.ts';
import { Edition } from '../edition/edition.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Criterion } from '../grid/criterion.ts';
import { Channel } from '../grid/grid.ts';
import { Day } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { Upload } from '../kernel/upload.ts';
import { Assignment } from '../plan/assignment.ts';
import { AuditEvent } from './event.ts';

/** Where a test stands in its control, and whether it counts. Only validated ones do, everywhere. */
export enum AuditState {
  SUBMITTED = 'SUBMITTED',
  IN_CONTROL = 'IN_CONTROL',
  VALIDATED = 'VALIDATED',
  REJECTED = 'REJECTED',
  TO_REDO = 'TO_REDO',
}
registerEnumType(AuditState, {
  name: 'AuditState',
  description: 'Where a test stands in its control, and whether it counts. Only validated ones do, everywhere.',
  valuesConfig: {
    SUBMITTED: { description: 'It came, and waits for its control.' },
    IN_CONTROL: { description: 'Someone is checking it.' },
    VALIDATED: { description: 'It counts.' },
    REJECTED: { description: 'It does not count, with a reason.' },
    TO_REDO: { description: 'It does not count, and is to be done again: where it was planned, another test is.' },
  },
});

/** Why a criterion has no value. */
export enum Absence {
  NOT_APPLICABLE = 'NOT_APPLICABLE',
  NOT_OFFERED = 'NOT_OFFERED',
  NOT_OBSERVED = 'NOT_OBSERVED',
  REFUSED = 'REFUSED',
}
registerEnumType(Absence, {
  name: 'Absence',
  description: 'Why a criterion has no value: not applicable is neither zero nor missing.',
  valuesConfig: {
    NOT_APPLICABLE: { description: 'The question makes no sense here; it leaves the denominator.' },
    NOT_OFFERED: { description: 'The structure does not offer the service.' },
    NOT_OBSERVED: { description: 'It could not be seen, such as the delay of an answer that never came.' },
    REFUSED: { description: 'The structure refused.' },
  },
});

@ObjectType({ description: 'One mystery contact with one structure on one channel: one test.' })
@Entity()
@Unique({ name: 'audit_once', properties: ['edition', 'reference'] })
@Unique({ name: 'audit_assignment_once', properties: ['assignment'] })
@Check({ name: 'audit_code_of_an_agency', expression: 'auditor_code is null or agency is not null' })
export class Audit extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @ManyToOne(() => Enrolment, { ref: true, index: true })
  enrolment!: Ref<Enrolment>;

  @ManyToOne(() => Channel, { ref: true })
  channel!: Ref<Channel>;

  @Field(() => String, { description: 'The number the field agency gave it: the same one is the same test.' })
  @Property({ type: 'text' })
  reference!: string;

  @Field(() => Day, { description: 'The day of the contact.' })
  @Property({ type: 'date' })
  performedOn!: string;

  /** The planned test it came of; null for what an agency delivers in a file. */
  @ManyToOne(() => Assignment, { ref: true, nullable: true, deleteRule: 'no action' })
  assignment: Ref<Assignment> | null = null;

  @Field(() => String, { nullable: true, description: 'What the auditor wrote in their own words; null when nothing.' })
  @Property({ type: 'text', nullable: true })
  verbatim: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When the auditor began it; null when nobody said.' })
  @Property({ type: 'datetime', nullable: true })
  beganAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When the auditor ended it; null when nobody said.' })
  @Property({ type: 'datetime', nullable: true })
  endedAt: Date | null = null;

  /** What an agency calls whoever did it; null when nobody said, and for what a phone sent. Nobody reads it: it tells pace. */
  @Property({ type: 'text', nullable: true })
  auditorCode: string | null = null;

  /** The agency whose code that is. */
  @Property({ type: 'text', nullable: true })
  agency: string | null = null;

  @Field(() => AuditState, { description: 'Where it stands in its control, and whether it counts.' })
  @Enum({ items: () => AuditState })
  state: Opt<AuditState> = AuditState.SUBMITTED;

  @Field(() => String, { nullable: true, description: 'Why it does not count, when it does not.' })
  @Property({ type: 'text', nullable: true })
  stateReason: string | null = null;

  /** SHA-256 of what it found, kept by the database itself: scores are stale as soon as one of these changes. */
  @Property({ type: 'text', nullable: true })
  digest: Opt<string> | null = null;

  @ManyToOne(() => Upload, { ref: true, nullable: true, deleteRule: 'no action' })
  upload: Ref<Upload> | null = null;

  @OneToMany(
    () => Measurement,
    (measurement) => measurement.audit,
  )
  measurements = new Collection<Measurement>(this);

  @OneToMany(
    () => AuditEvent,
    (event) => event.audit,
    { orderBy: { at: 'asc', kind: 'asc' } },
  )
  events = new Collection<AuditEvent>(this);

  @Field(() => Enrolment, { name: 'enrolment', description: 'The structure tested, in its edition.' })
  loadEnrolment() {
    return this.enrolment.load();
  }

  @Field(() => Channel, { name: 'channel', description: 'The channel tested.' })
  loadChannel() {
    return this.channel.load();
  }

  @Field(() => [AuditEvent], { name: 'events', description: 'What happened, in the order of time.' })
  async loadEvents() {
    return this.events.loadItems();
  }

  @Field(() => String, {
    name: 'zone',
    description:
      'The IANA name of the time zone in which the structure receives the public: its clock tells the hours.',
  })
  async loadZone() {
    const { structure } = await this.enrolment.loadOrFail();
    return placeOf(await structure.loadOrFail()).zone;
  }

  @Field(() => Upload, { name: 'upload', nullable: true, description: 'The file it came in, if any.' })
  async loadUpload() {
    return this.upload?.load() ?? null;
  }
}

@ObjectType({ description: 'What one test found on one criterion: a value, or the reason there is none.' })
@Entity()
@Unique({ name: 'measurement_once', properties: ['audit', 'criterion'] })
@Check({ name: 'measurement_value_or_absence', expression: 'num_nonnulls(amount, choice, absence) = 1' })
export class Measurement extends Stored {
  @ManyToOne(() => Audit, { ref: true, deleteRule: 'cascade' })
  audit!: Ref<Audit>;

  @ManyToOne(() => Criterion, { ref: true, index: true })
  criterion!: Ref<Criterion>;

  /** Yes is 1, no is 0; a rating, a count, a delay in the unit of the criterion, a share from 0 to 1. */
  @Property({ type: 'decimal', precision: 15, scale: 6, nullable: true })
  amount: string | null = null;

  @Property({ type: 'text', nullable: true })
  choice: string | null = null;

  @Field(() => Absence, { nullable: true, description: 'Why there is no value; null when there is one.' })
  @Enum({ items: () => Absence, nullable: true })
  absence: Absence | null = null;

  @Field(() => String, {
    name: 'value',
    nullable: true,
    description:
      'The value in the unit of the criterion (yes is 1, no is 0), or the code of the choice; null when absent.',
  })
  get value(): Opt<string> | null {
    return this.choice ?? this.amount;
  }

  @Field(() => Criterion, { name: 'criterion', description: 'The criterion.' })
  loadCriterion() {
    return this.criterion.load();
  }
}
