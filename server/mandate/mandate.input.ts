import { Field, InputType, Int } from 'type-graphql';
import { Code, DecimalText, Title } from '../kernel/scalars.ts';
import { GradeScale, NameRule, VotingMode } from './mandate.ts';

@InputType({ description: 'Something jurors mark candidates on.' })
export class VotingCriterionInput {
  @Field(() => Code, { description: 'Its key on ballots.' })
  code!: string;

  @Field(() => Title, { description: 'As jurors read it.' })
  label!: string;

  @Field(() => DecimalText, { description: 'What it weighs beside the others, above 0.' })
  weight!: string;
}

@InputType({ description: 'The rules of a deliberation. A rule left out keeps its value.' })
export class DeliberationRulesInput {
  @Field(() => VotingMode, { nullable: true, description: 'How it is decided.' })
  mode?: VotingMode;

  @Field(() => Title, { nullable: true, description: 'The share of the entitled jurors that must be there: "1/2".' })
  quorumShare?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether more than that share is needed, and not as much.' })
  quorumStrictly?: boolean;

  @Field(() => Int, { nullable: true, description: 'Never fewer jurors than these; from 1.' })
  quorumFewest?: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether whoever presides parts those whom nothing else parts.',
  })
  castingVote?: boolean;

  @Field(() => Int, { nullable: true, description: 'How many are on the short list, 1 to 26.' })
  shortList?: number;

  @Field(() => NameRule, { nullable: true, description: 'When jurors see names.' })
  names?: NameRule;

  @Field(() => GradeScale, { nullable: true, description: 'The grades, for majority judgment only.' })
  grades?: GradeScale;

  @Field(() => [VotingCriterionInput], { nullable: true, description: 'What is marked, for marks only.' })
  criteria?: VotingCriterionInput[];

  @Field(() => Int, { nullable: true, description: 'Marks go from 0 to it, for marks only.' })
  scale?: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether a ballot may leave candidates out.' })
  mayOmit?: boolean;
}
