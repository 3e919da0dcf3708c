import { Field, ID, InputType, Int } from 'type-graphql';
import { ChannelCode } from '../kernel/kinds.ts';
import { Code, DecimalText, Prose, Title } from '../kernel/scalars.ts';
import type { Scale } from '../score/scale.rules.ts';
import { CriterionKind, ScaleScalar } from './criterion.ts';
import { CriterionInput } from './grid.input.ts';

@InputType({ description: 'A record as it was read. If it changed since, the whole operation is refused as STALE.' })
export class ReadRecord {
  @Field(() => ID, { description: 'The record.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}

@InputType({ description: 'Where criteria stand in a grid.' })
export class CriterionPlace {
  @Field(() => ID, { description: 'The channel.' })
  channelId!: string;

  @Field(() => ID, { description: 'The step of the journey.' })
  stepId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The criterion of that channel they follow; null: first of the step.',
  })
  afterId?: string | null;
}

@InputType({ description: 'A new criterion. What is left out has the usual value of its kind.' })
export class NewCriterion {
  @Field(() => Title, { description: 'The question, short.' })
  label!: string;

  @Field(() => CriterionKind, { description: 'What kind of value it takes.' })
  kind!: CriterionKind;

  @Field(() => Code, {
    nullable: true,
    description:
      'Stable over editions: trends follow it. Made of the channel, the step and the question when left out.',
  })
  code?: string;

  @Field(() => Prose, { nullable: true, description: 'What the mystery citizen is told.' })
  guidance?: string | null;

  @Field(() => String, { nullable: true, description: 'RINGS, DAYS, SECONDS or MINUTES, where the value has one.' })
  unit?: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'Its weight within its channel; 1 when left out.' })
  weight?: string;

  @Field(() => ScaleScalar, { nullable: true, description: 'How its value becomes points.' })
  scale?: Scale;
}

@InputType({ description: 'A new channel, with its first criterion: a channel without one cannot be scored.' })
export class NewChannel {
  @Field(() => ChannelCode, { description: 'Which of the six.' })
  code!: ChannelCode;

  @Field(() => Title, { description: 'Its name.' })
  label!: string;

  @Field(() => DecimalText, { description: 'Its weight in the overall score, in points of weight.' })
  weight!: string;

  @Field(() => Boolean, { nullable: true, description: 'Taken only by some structures.' })
  optional?: boolean;

  @Field(() => ID, { description: 'The step of the journey its first criterion belongs to.' })
  stepId!: string;

  @Field(() => NewCriterion, { description: 'Its first criterion.' })
  criterion!: NewCriterion;
}

@InputType({ description: 'A step of the journey.' })
export class StepInput {
  @Field(() => Title, { nullable: true, description: 'Its name.' })
  label?: string;

  @Field(() => Code, {
    nullable: true,
    description: 'Stable over editions, such as access; made of its name when left out.',
  })
  code?: string;

  @Field(() => DecimalText, { nullable: true, description: 'In points of weight; null when criteria weigh alone.' })
  weight?: string | null;
}

@InputType({ description: 'What is corrected of several criteria at once. A field left out stays as each has it.' })
export class CriteriaInput extends CriterionInput {
  @Field(() => [ID], { nullable: true, description: 'Clauses that all of them serve from now on, besides their own.' })
  addClauseIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'Clauses that none of them serves any longer.' })
  removeClauseIds?: string[];
}

@InputType({ description: 'One commitment of a frame.' })
export class ClauseInput {
  @Field(() => Int, { description: 'Its number in the frame, from 1.' })
  number!: number;

  @Field(() => Title, { description: 'What it commits to, in short.' })
  label!: string;
}

@InputType({ description: 'One version of a reference frame, with commitments of it.' })
export class FrameInput {
  @Field(() => Code, { description: 'Such as QUALIVILLES.' })
  code!: string;

  @Field(() => Title, { description: 'Its version, such as v1-2021.' })
  release!: string;

  @Field(() => Title, { description: 'Its name.' })
  label!: string;

  @Field(() => Prose, { nullable: true, description: 'Where it can be read.' })
  source?: string | null;

  @Field(() => [ClauseInput], { description: 'Those to record; the others it has stay.' })
  clauses!: ClauseInput[];
}
