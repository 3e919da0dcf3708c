import { GraphQLEmailAddress } from 'graphql-scalars';
import { Field, InputType, Int } from 'type-graphql';
import { ChannelCode } from '../kernel/kinds.ts';
import { Code, Prose, Title } from '../kernel/scalars.ts';

@InputType({ description: 'What staff say of an auditor.' })
export class AuditorInput {
  @Field(() => Title, { description: 'First and last name.' })
  name!: string;

  @Field(() => Code, { description: 'What stands for them wherever a name would say too much.' })
  code!: string;

  @Field(() => [ChannelCode], { description: 'The channels they test.' })
  channels!: ChannelCode[];

  @Field(() => [Code], { defaultValue: [], description: 'The départements whose counters they go to.' })
  departments?: string[];

  @Field(() => Int, { nullable: true, description: 'The most tests a week they take; null for that of the plan.' })
  weekMost?: number | null;
}

@InputType({ description: 'Someone to invite as an auditor.' })
export class InviteAuditorInput extends AuditorInput {
  @Field(() => GraphQLEmailAddress, { description: 'Where the invitation goes; they sign in with it.' })
  email!: string;
}

@InputType({ description: 'One question of a briefing.' })
export class BriefingQuestionInput {
  @Field(() => Prose, { description: 'What is asked.' })
  text!: string;

  @Field(() => [Title], { description: 'What may be answered, two at least.' })
  choices!: string[];

  @Field(() => Int, { description: 'The right one, from 0.' })
  right!: number;

  @Field(() => Prose, { nullable: true, description: 'Why it is right.' })
  explanation?: string | null;
}

@InputType({ description: 'What auditors of an edition read, and are asked.' })
export class BriefingInput {
  @Field(() => Prose, { description: 'What is to be read.' })
  text!: string;

  @Field(() => [BriefingQuestionInput], { description: 'The questions, in order.' })
  questions!: BriefingQuestionInput[];

  @Field(() => Int, { description: 'How many right answers are needed, up to the number of questions.' })
  passMark!: number;
}
