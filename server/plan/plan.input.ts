import { Field, InputType, Int } from 'type-graphql';
import { ChannelCode } from '../kernel/kinds.ts';
import { Code, Day, Prose, Title } from '../kernel/scalars.ts';
import { PlanRule } from './plan.ts';

@InputType({ description: 'How many tests a structure has on a channel.' })
export class TestTargetInput {
  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => Code, { nullable: true, description: 'The category it holds for; null for all others.' })
  categoryCode?: string | null;

  @Field(() => Int, { description: 'Tests of each structure, 0 to 20.' })
  tests!: number;
}

@InputType({ description: 'When tests of a channel may be done.' })
export class HourBandInput {
  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => [Int], { description: 'The days of the week, from 1 for Monday to 7.' })
  weekdays!: number[];

  @Field(() => String, { description: 'From when: "09:00".' })
  from!: string;

  @Field(() => String, { description: 'Until when, later that day.' })
  to!: string;
}

@InputType({ description: 'What it costs to bend a rule by one step.' })
export class RuleCostInput {
  @Field(() => PlanRule, { description: 'The rule.' })
  rule!: PlanRule;

  @Field(() => Int, { description: 'From 1.' })
  cost!: number;
}

@InputType({ description: 'What one test of a channel costs.' })
export class TestPriceInput {
  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => Int, { description: 'In cents of a euro, from 0.' })
  cents!: number;
}

@InputType({ description: 'What the plan of an edition obeys.' })
export class PlanRulesInput {
  @Field(() => [TestTargetInput], { description: 'How many tests, by channel and category.' })
  targets!: TestTargetInput[];

  @Field(() => [HourBandInput], { description: 'When, by channel.' })
  bands!: HourBandInput[];

  @Field(() => [Day], { description: 'Days without tests, beside weekends and holidays.' })
  closedDays!: string[];

  @Field(() => Int, { description: 'The most tests a week of one auditor, from 1.' })
  weekMost!: number;

  @Field(() => Int, { description: 'The most tests of one structure by one auditor, from 1.' })
  structureShare!: number;

  @Field(() => Int, { description: 'Least days from one test of a structure to the next; 0 allows the same day.' })
  structureGap!: number;

  @Field(() => Int, { description: 'Editions during which an auditor does not come back; 0 for none.' })
  auditorLockOut!: number;

  @Field(() => Int, { description: 'Editions, this one included, in which a scenario comes once; 0 for no such rule.' })
  scenarioLockOut!: number;

  @Field(() => Int, { description: 'The same for a persona on one channel.' })
  personaLockOut!: number;

  @Field(() => Int, { nullable: true, description: 'Percent a week may have above its share; null for no such rule.' })
  weekExcess?: number | null;

  @Field(() => [RuleCostInput], { description: 'What it costs to bend a rule, for those that may.' })
  costs!: RuleCostInput[];

  @Field(() => [TestPriceInput], { defaultValue: [], description: 'What tests cost, for channels where it is said.' })
  prices?: TestPriceInput[];

  @Field(() => Int, { nullable: true, description: 'What all tests may cost, in cents of a euro, from 0.' })
  budget?: number | null;
}

@InputType({ description: 'What is asked for in a test.' })
export class ScenarioInput {
  @Field(() => ChannelCode, { description: 'The channel it is played on.' })
  channel!: ChannelCode;

  @Field(() => Code, { description: 'Stable key: the same one in another edition is the same scenario.' })
  code!: string;

  @Field(() => Title, { description: 'What it is about.' })
  label!: string;

  @Field(() => Prose, { description: 'What the auditor does and says.' })
  instructions!: string;
}

@InputType({ description: 'Who an auditor says they are in a test.' })
export class PersonaInput {
  @Field(() => Code, { description: 'Stable key: the same one in another edition is the same persona.' })
  code!: string;

  @Field(() => Title, { description: 'The name they go by.' })
  label!: string;

  @Field(() => Title, { nullable: true, description: 'The mailbox they write from; without one, no e-mail.' })
  mailbox?: string | null;

  @Field(() => Title, { nullable: true, description: 'The line they call from; without one, no call.' })
  phoneLine?: string | null;

  @Field(() => Prose, { nullable: true, description: 'The address they write from; without one, no letter.' })
  address?: string | null;
}
