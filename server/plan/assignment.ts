import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Authorized, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Auditor } from '../auditor/auditor.ts';
import { placeOf } from '../delay/place.rules.ts';
import { Edition } from '../edition/edition.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { STAFF } from '../kernel/actor.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { Day } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { PlanDraw } from './draw.ts';
import { Persona, Scenario } from './scenario.ts';

/** Where a planned test stands, until its audit exists and has a life of its own. */
export enum AssignmentState {
  PLANNED = 'PLANNED',
  ASSIGNED = 'ASSIGNED',
  UNDER_WAY = 'UNDER_WAY',
  SUBMITTED = 'SUBMITTED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(AssignmentState, {
  name: 'AssignmentState',
  description: 'Where a planned test stands.',
  valuesConfig: {
    PLANNED: { description: 'It has a day, and nobody to do it.' },
    ASSIGNED: { description: 'It is given to an auditor.' },
    UNDER_WAY: { description: 'The auditor opened it on a device.' },
    SUBMITTED: { description: 'It was sent: its audit exists.' },
    WITHDRAWN: { description: 'Staff took it out of the plan, with a reason.' },
  },
});

/** One test that is planned. Never told to a structure, a juror or a partner, not even by how many there are. */
@ObjectType({ description: 'One planned test: whom, how, when, by whom.' })
@Entity()
@Unique({ name: 'assignment_once', properties: ['edition', 'reference'] })
@Unique({ name: 'assignment_replaced_once', properties: ['replaces'] })
@Check({ name: 'assignment_band_ordered', expression: 'from_time < to_time' })
@Check({ name: 'assignment_given', expression: `auditor_id is not null or state in ('PLANNED', 'WITHDRAWN')` })
export class Assignment extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @ManyToOne(() => Enrolment, { ref: true, index: true })
  enrolment!: Ref<Enrolment>;

  @Field(() => ChannelCode, { description: 'The channel.' })
  @Enum({ items: () => ChannelCode })
  channel!: ChannelCode;

  @Field(() => String, { description: 'Its number in the edition, such as T-00042: that of its audit, too.' })
  @Property({ type: 'text' })
  reference!: string;

  @ManyToOne(() => Scenario, { ref: true, index: true })
  scenario!: Ref<Scenario>;

  @ManyToOne(() => Persona, { ref: true, nullable: true, index: true, deleteRule: 'no action' })
  persona: Ref<Persona> | null = null;

  @ManyToOne(() => Auditor, { ref: true, nullable: true, index: true, deleteRule: 'no action' })
  auditor: Ref<Auditor> | null = null;

  @Field(() => Day, { description: 'The day it is done.' })
  @Property({ type: 'date' })
  onDay!: string;

  @Field(() => String, { description: 'From when, on the clock of the structure: "09:00".' })
  @Property({ type: 'text' })
  fromTime!: string;

  @Field(() => String, { description: 'Until when.' })
  @Property({ type: 'text' })
  toTime!: string;

  @Field(() => AssignmentState, { description: 'Where it stands.' })
  @Enum({ items: () => AssignmentState })
  state: Opt<AssignmentState> = AssignmentState.PLANNED;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  @Property({ type: 'text', nullable: true })
  stateReason: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Why staff put it where rules of the plan speak against; it then stays there. Null when none does.',
  })
  @Property({ type: 'text', nullable: true })
  handReason: string | null = null;

  @Field(() => Int, { description: 'From 1: how often this test was tried.' })
  @Property({ type: 'smallint' })
  attempt: Opt<number> = 1;

  @ManyToOne(() => Assignment, { ref: true, nullable: true, deleteRule: 'no action' })
  replaces: Ref<Assignment> | null = null;

  @ManyToOne(() => PlanDraw, { ref: true, nullable: true, index: true, deleteRule: 'no action' })
  draw: Ref<PlanDraw> | null = null;

  @Field(() => Enrolment, { name: 'enrolment', description: 'The structure tested, in its edition.' })
  loadEnrolment() {
    return this.enrolment.load();
  }

  @Field(() => Scenario, { name: 'scenario', description: 'What is asked for.' })
  loadScenario() {
    return this.scenario.load();
  }

  @Authorized(...STAFF)
  @Field(() => Persona, { name: 'persona', nullable: true, description: 'Who asks; null where it does not matter.' })
  async loadPersona() {
    return this.persona?.load() ?? null;
  }

  @Authorized(...STAFF)
  @Field(() => Auditor, { name: 'auditor', nullable: true, description: 'Who does it; null while nobody does.' })
  async loadAuditor() {
    return this.auditor?.load() ?? null;
  }

  @Field(() => String, {
    name: 'auditorCode',
    nullable: true,
    description: 'What stands for who does it, for those who are not told names.',
  })
  async loadAuditorCode() {
    return (await this.auditor?.load())?.code ?? null;
  }

  @Field(() => Assignment, { name: 'replaces', nullable: true, description: 'The test it does again.' })
  async loadReplaces() {
    return this.replaces?.load() ?? null;
  }

  @Field(() => String, { name: 'zone', description: 'The IANA name of the time zone of the structure.' })
  async loadZone() {
    const { structure } = await this.enrolment.loadOrFail();
    return placeOf(await structure.loadOrFail()).zone;
  }
}
