import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ChannelCode } from '../kernel/kinds.ts';
import { Day } from '../kernel/scalars.ts';
import { PlanRule } from './plan.ts';

@ObjectType({ description: 'A structure or an auditor that a clash concerns.' })
export class Concerned {
  @Field(() => ID, { description: 'The enrolment, or the auditor.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'Rules that cannot all be obeyed.' })
export class PlanClash {
  @Field(() => [PlanRule], { description: 'The rules: without any one of them the others can be obeyed.' })
  rules!: PlanRule[];

  @Field(() => [Concerned], { description: 'The structures that are enough for them to clash.' })
  structures!: Concerned[];

  @Field(() => [Concerned], { description: 'The auditors who may test one of these.' })
  auditors!: Concerned[];

  @Field(() => Boolean, { description: 'Whether it is proven that none of the rules could be left out of the list.' })
  proven!: boolean;
}

@ObjectType({ description: 'One rule bent.' })
export class RuleBend {
  @Field(() => PlanRule, { description: 'The rule.' })
  rule!: PlanRule;

  @Field(() => ChannelCode, {
    nullable: true,
    description: 'The channel whose targets are bent; null for other rules.',
  })
  channel!: ChannelCode | null;

  @Field(() => Int, { description: 'What it says.' })
  from!: number;

  @Field(() => Int, { description: 'What it would have to say.' })
  to!: number;
}

@ObjectType({ description: 'What would have to be bent for a plan to exist.' })
export class PlanRelaxation {
  @Field(() => [RuleBend], { description: 'The rules bent.' })
  bends!: RuleBend[];

  @Field(() => Int, { description: 'What they cost together.' })
  cost!: number;

  @Field(() => Boolean, { description: 'Whether it is proven that nothing cheaper would do.' })
  proven!: boolean;
}

@ObjectType({ description: 'What came of a draw.' })
export class DrawReport {
  @Field(() => Int, { description: 'How many tests the plan has; those begun or done are not among them.' })
  tests!: number;

  @Field(() => Int, { description: 'How many are new.' })
  added!: number;

  @Field(() => Int, { description: 'How many have another day or another auditor.' })
  moved!: number;

  @Field(() => Int, { description: 'How many are no longer wanted.' })
  removed!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'What all tests would cost, those begun or done among them, in cents of a euro; null without prices.',
  })
  cents?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is proven that fewer could not move; null for a draw that draws all anew.',
  })
  fewest!: boolean | null;

  @Field(() => PlanClash, { nullable: true, description: 'The rules that clash; null when none do.' })
  clash!: PlanClash | null;

  @Field(() => PlanRelaxation, {
    nullable: true,
    description: 'The cheapest way out; null when there is none to tell.',
  })
  relaxation!: PlanRelaxation | null;

  @Field(() => [Concerned], { description: 'The structures for which no place was found, when nothing is proven.' })
  unplaced!: Concerned[];
}

@ObjectType({ description: 'What a draw would change of one test.' })
export class DrawChange {
  @Field(() => String, { nullable: true, description: 'Its number; null for a test that is new.' })
  reference!: string | null;

  @Field(() => String, { description: 'The structure.' })
  structure!: string;

  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => Day, { nullable: true, description: 'The day it has; null for a test that is new.' })
  fromDay!: string | null;

  @Field(() => Day, { nullable: true, description: 'The day it would have; null for one no longer wanted.' })
  toDay!: string | null;

  @Field(() => String, { nullable: true, description: 'Who has it, by name.' })
  fromAuditor!: string | null;

  @Field(() => String, { nullable: true, description: 'Who would have it.' })
  toAuditor!: string | null;
}
