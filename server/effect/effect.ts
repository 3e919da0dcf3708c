import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Category } from '../edition/category.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Channel } from '../grid/grid.ts';
import type { Effect } from './effect.rules.ts';

@ObjectType({ description: 'What one auditor adds to the scores of one channel. Never official.' })
export class AuditorEffect implements Effect {
  @Field(() => String, { description: 'The auditor, by code.' })
  auditor!: string;

  @Field(() => Int, { description: 'How many tests it rests on.' })
  tests!: number;

  @Field(() => Int, { description: 'How many of them were read twice.' })
  checks!: number;

  @Field(() => Float, { description: 'Points on 100, around the mean of all: below 0 for a severe one.' })
  points!: number;

  @Field(() => Float, { description: 'Its standard error, in points.' })
  error!: number;

  @Field(() => Float, { description: 'The lower bound of its interval at 95 %.' })
  low!: number;

  @Field(() => Float, { description: 'The upper bound.' })
  high!: number;

  @Field(() => Float, { description: 'The same, brought towards 0 as far as chance would explain it.' })
  shrunk!: number;

  @Field(() => Boolean, { description: 'Whether it is more than chance would do, and enough to matter.' })
  flagged!: boolean;
}

@ObjectType({ description: 'What auditors add to the scores of one channel.' })
export class ChannelEffect {
  @Field(() => Channel, { description: 'The channel.' })
  channel!: Channel;

  @Field(() => Float, { nullable: true, description: 'How far equal tests lie apart: standard deviation, in points.' })
  noise!: number | null;

  @Field(() => [AuditorEffect], { description: 'The auditors, those that stand out first.' })
  effects!: Effect[];
}

@ObjectType({ description: 'A structure on a podium, in a simulation.' })
export class PodiumPlace {
  @Field(() => Enrolment, { description: 'The structure in its edition.' })
  enrolment!: Enrolment;

  @Field(() => Float, { description: 'On 100, in floating point: beside the official score, never instead of it.' })
  score!: number;
}

@ObjectType({ description: 'A podium that would hold others, or hold them otherwise, without what auditors add.' })
export class PodiumChange {
  @Field(() => Category, { description: 'The category.' })
  category!: Category;

  @Field(() => [PodiumPlace], { description: 'As scores stand.' })
  before!: PodiumPlace[];

  @Field(() => [PodiumPlace], { description: 'Without what auditors add.' })
  after!: PodiumPlace[];
}

@ObjectType({ description: 'What auditors add to the scores of an edition. Nothing official reads it.' })
export class AuditorEffects {
  @Field(() => Int, { description: 'How many validated tests have an auditor that is known.' })
  testCount!: number;

  @Field(() => [ChannelEffect], { description: 'By channel, where anything can be told.' })
  channels!: ChannelEffect[];

  @Field(() => [PodiumChange], { description: 'The podiums that would change.' })
  podiums!: PodiumChange[];
}
