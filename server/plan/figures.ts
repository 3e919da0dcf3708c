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

  @Field(() => Int, { description: 'How many tests nobody does.' })
  unassigned!: number;

  @Field(() => Int, { description: 'How many tests of days gone by were not sent.' })
  late!: number;
}

@ObjectType({ description: 'What can be told of the work of an auditor in an edition.' })
export class AuditorFigures {
  @Field(() => ID, { description: 'The auditor.' })
  auditorId!: string;

  @Field(() => String, { description: 'By name.' })
  name!: string;

  @Field(() => String, { description: 'What stands for them.' })
  code!: string;

  @Field(() => Boolean, { description: 'Whether they passed the briefing, or there is none.' })
  briefed!: boolean;

  @Field(() => Int, { description: 'Tests given to them, those withdrawn left out.' })
  given!: number;

  @Field(() => Int, { description: 'Of these, those of days gone by.' })
  due!: number;

  @Field(() => Int, { description: 'Of those due, those that were sent.' })
  sent!: number;

  @Field(() => Int, { description: 'Structures they are tied to, among those of the edition.' })
  ties!: number;
}
