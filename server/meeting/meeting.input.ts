import { Field, InputType, registerEnumType } from 'type-graphql';
import { Code, DecimalText, Title } from '../kernel/scalars.ts';
import { VotingMode } from '../mandate/mandate.ts';

@InputType({ description: 'What staff say of a meeting.' })
export class MeetingInput {
  @Field(() => Title, { description: 'Its name, as in the minutes.' })
  label!: string;

  @Field(() => Title, { nullable: true, description: 'Where it is held.' })
  place?: string | null;

  @Field(() => Date, { description: 'When it is due to begin.' })
  startsAt!: Date;
}

/** What a juror says of a motion. */
export enum MotionOpinion {
  FOR = 'FOR',
  AGAINST = 'AGAINST',
}
registerEnumType(MotionOpinion, { name: 'MotionOpinion', description: 'What a juror says of a motion.' });

@InputType({ description: 'The grade of one candidate.' })
export class GradedInput {
  @Field(() => Code, { description: 'Its code.' })
  candidate!: string;

  @Field(() => Code, { description: 'The grade, such as VERY_GOOD.' })
  grade!: string;
}

@InputType({ description: 'The mark of one candidate on one criterion.' })
export class MarkedInput {
  @Field(() => Code, { description: 'Its code.' })
  candidate!: string;

  @Field(() => Code, { description: 'The criterion.' })
  criterion!: string;

  @Field(() => DecimalText, { description: 'From 0 to the scale, at most two decimals.' })
  mark!: string;
}

@InputType({ description: 'What a juror writes on a ballot: what its mode asks for, or nothing for a blank one.' })
export class BallotInput {
  @Field(() => VotingMode, { description: 'How the item is voted on.' })
  mode!: VotingMode;

  @Field(() => MotionOpinion, { nullable: true, description: 'Of the motion, where the ranking is to ratify.' })
  opinion?: MotionOpinion | null;

  @Field(() => [[Code]], { nullable: true, description: 'Codes, the best first; equals together.' })
  ranking?: string[][] | null;

  @Field(() => [GradedInput], { nullable: true, description: 'One grade a candidate.' })
  grades?: GradedInput[] | null;

  @Field(() => [MarkedInput], { nullable: true, description: 'One mark a candidate and criterion.' })
  marks?: MarkedInput[] | null;
}

@InputType({ description: 'A mention that a laureate receives with an award.' })
export class CodeMentionInput {
  @Field(() => Code, { description: 'Which laureate, by its code.' })
  code!: string;

  @Field(() => Title, { description: 'What it says, such as "numérique".' })
  mention!: string;
}
