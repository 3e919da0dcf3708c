import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ChannelCode } from '../kernel/kinds.ts';
import { Day } from '../kernel/scalars.ts';

@ObjectType({ description: 'The tests of one channel in one week.' })
export class WeekCell {
  @Field(() => Day, { description: 'The Monday of the week.' })
  week!: string;

  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => Int, { description: 'How many are planned; those withdrawn are not.' })
  planned!: number;

  @Field(() => Int, { description: 'How many of these were sent.' })
  sent!: number;
}

@ObjectType({ description: 'What a structure has of the tests it should have on a channel.' })
export class TargetGap {
  @Field(() => ID, { description: 'The enrolment.' })
  enrolmentId!: string;

  @Field(() => String, { description: 'The structure, by name.' })
  structure!: string;

  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => Int, { description: 'How many it should have.' })
  wanted!: number;

  @Field(() => Int, { description: 'How many are planned.' })
  planned!: number;
}

@ObjectType({ description: 'How many tests fall on a day of the week, or begin at an hour.' })
export class SpreadCount {
  @Field(() => Int, { description: 'From 1 for Monday, or the hour from 0.' })
  at!: number;

  @Field(() => Int, { description: 'How many.' })
  tests!: number;
}

@ObjectType({ description: 'What the tests of a channel cost.' })
export class ChannelCost {
  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => Int, { description: 'How many are planned; those withdrawn are not.' })
  tests!: number;

  @Field(() => Int, { nullable: true, description: 'What one costs, in cents of a euro; null when unsaid.' })
  price!: number | null;

  @Field(() => Int, { description: 'What they cost together, in cents of a euro.' })
  cents!: number;
}

@ObjectType({ description: 'The plan of an edition in figures.' })
export class PlanFigures {
  @Field(() => [WeekCell], { description: 'By week, then channel; weeks without a test are left out.' })
  weeks!: WeekCell[];

  @Field(() => [SpreadCount], { description: 'By day of the week.' })
  weekdays!: SpreadCount[];

  @Field(() => [SpreadCount], { description: 'By the hour at which their band begins.' })
  hours!: SpreadCount[];

  @Field(() => [TargetGap], { description: 'Where the plan departs from what is wanted.' })
  gaps!: TargetGap[];

  @Field(() => [ChannelCost], { description: 'What it costs, by channel; empty when no price is said.' })
  costs!: ChannelCost[];

  @Field(() => Int, { nullable: true, description: 'What all may cost, in cents of a euro; null when unsaid.' })
  budget!: number | null;

  @Field(() => Int, { description: 'How many tests nobody does.' })
  unassigned!: number;

  @Field(() => Int, { description: 'How many tests of days gone by were not sent.' })
  late!: number;
}
