import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { Day } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';

/** What a plan obeys. When not all can be, those that clash are named. */
export enum PlanRule {
  TARGET = 'TARGET',
  AUDITOR_WEEK = 'AUDITOR_WEEK',
  AUDITOR_COVER = 'AUDITOR_COVER',
  AUDITOR_CONFLICT = 'AUDITOR_CONFLICT',
  AUDITOR_ROTATION = 'AUDITOR_ROTATION',
  STRUCTURE_SHARE = 'STRUCTURE_SHARE',
  STRUCTURE_GAP = 'STRUCTURE_GAP',
  SCENARIO_REUSE = 'SCENARIO_REUSE',
  PERSONA_REUSE = 'PERSONA_REUSE',
  WEEK_SPREAD = 'WEEK_SPREAD',
  WORKING_DAYS = 'WORKING_DAYS',
}
registerEnumType(PlanRule, {
  name: 'PlanRule',
  description: 'What a plan obeys.',
  valuesConfig: {
    TARGET: { description: 'Each structure has the tests of its category on each channel.' },
    AUDITOR_WEEK: { description: 'No auditor has more tests a week than they take.' },
    AUDITOR_COVER: { description: 'Auditors test the channels, and go to the counters, that they cover.' },
    AUDITOR_CONFLICT: { description: 'No auditor tests a structure they are tied to.' },
    AUDITOR_ROTATION: { description: 'No auditor comes back to a structure they tested in recent editions.' },
    STRUCTURE_SHARE: { description: 'No auditor does more than so many of the tests of one structure.' },
    STRUCTURE_GAP: { description: 'So many days lie between two tests of one structure.' },
    SCENARIO_REUSE: { description: 'No scenario comes back to a structure too soon.' },
    PERSONA_REUSE: { description: 'No persona comes back to a structure, on the same channel, too soon.' },
    WEEK_SPREAD: { description: 'No week has much more than its share of the tests of a channel.' },
    WORKING_DAYS: { description: 'Tests are on working days of the place, closed days excepted.' },
  },
});

@ObjectType({ description: 'How many tests a structure has on a channel.' })
export class TestTarget {
  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => String, { nullable: true, description: 'The category it holds for; null for all others.' })
  categoryCode!: string | null;

  @Field(() => Int, { description: 'Tests of each structure. At the counter, only of those that took the option.' })
  tests!: number;
}

@ObjectType({ description: 'When tests of a channel may be done.' })
export class HourBand {
  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => [Int], { description: 'The days of the week, from 1 for Monday to 7.' })
  weekdays!: number[];

  @Field(() => String, { description: 'From when, on the clock of the structure: "09:00".' })
  from!: string;

  @Field(() => String, { description: 'Until when.' })
  to!: string;
}

@ObjectType({ description: 'What it costs to bend a rule by one step.' })
export class RuleCost {
  @Field(() => PlanRule, { description: 'The rule.' })
  rule!: PlanRule;

  @Field(() => Int, { description: 'The cost of one step, from 1; a rule without one never bends.' })
  cost!: number;
}

@ObjectType({ description: 'What one test of a channel costs.' })
export class TestPrice {
  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => Int, { description: 'In cents of a euro.' })
  cents!: number;
}

/** What the plan of an edition obeys, all of it data. */
@ObjectType({ description: 'What the plan of an edition obeys.' })
@Entity({ tableName: 'plan_rules' })
@Unique({ name: 'plan_rules_once', properties: ['edition'] })
@Check({ name: 'plan_rules_week_most_positive', expression: 'week_most >= 1' })
@Check({ name: 'plan_rules_share_positive', expression: 'structure_share >= 1' })
export class PlanRules extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Field(() => [TestTarget], { description: 'How many tests, by channel and category.' })
  @Property({ type: 'json', default: '[]' })
  targets: Opt<TestTarget[]> = [];

  @Field(() => [HourBand], { description: 'When, by channel.' })
  @Property({ type: 'json', default: '[]' })
  bands: Opt<HourBand[]> = [];

  @Field(() => [Day], { description: 'Days without tests, beside weekends and holidays.' })
  @Property({ type: 'json', default: '[]' })
  closedDays: Opt<string[]> = [];

  @Field(() => Int, { description: 'The most tests a week of an auditor who did not say otherwise.' })
  @Property({ type: 'smallint' })
  weekMost: Opt<number> = 12;

  @Field(() => Int, { description: 'The most tests of one structure that one auditor does.' })
  @Property({ type: 'smallint' })
  structureShare: Opt<number> = 4;

  @Field(() => Int, { description: 'Least days from one test of a structure to the next: 0 allows the same day.' })
  @Property({ type: 'smallint' })
  structureGap: Opt<number> = 2;

  @Field(() => Int, { description: 'Editions during which an auditor does not come back to a structure; 0 for none.' })
  @Property({ type: 'smallint' })
  auditorLockOut: Opt<number> = 1;

  @Field(() => Int, {
    description: 'Editions, this one included, in which a scenario comes to a structure once; 0 for no such rule.',
  })
  @Property({ type: 'smallint' })
  scenarioLockOut: Opt<number> = 2;

  @Field(() => Int, {
    description: 'The same for a persona on one channel.',
  })
  @Property({ type: 'smallint' })
  personaLockOut: Opt<number> = 2;

  @Field(() => Int, {
    nullable: true,
    description: 'By how many percent a week may exceed its share of the tests of a channel; null for no such rule.',
  })
  @Property({ type: 'smallint', nullable: true })
  weekExcess: number | null = null;

  @Field(() => [RuleCost], { description: 'What it costs to bend a rule, for those that may.' })
  @Property({ type: 'json', default: '[]' })
  costs: Opt<RuleCost[]> = [];

  @Field(() => [TestPrice], {
    description: 'What tests cost, for channels where it is said; a draw does not look at it.',
  })
  @Property({ type: 'json', default: '[]' })
  prices: Opt<TestPrice[]> = [];

  @Field(() => Int, { nullable: true, description: 'What all tests may cost, in cents of a euro; null when unsaid.' })
  @Property({ type: 'integer', nullable: true })
  budget: number | null = null;
}
