import { Field, Int, ObjectType } from 'type-graphql';
import { ChannelCode } from '../kernel/kinds.ts';
import { DecimalText } from '../kernel/scalars.ts';

@ObjectType({ description: 'What tests found, and how many found it: no day, no hour, no order of time.' })
export class ShownObservation {
  @Field(() => String, { description: 'In French, such as "Oui", "3 sonneries" or "Moins de 3 heures".' })
  said!: string;

  @Field(() => Int, { description: 'In how many tests.' })
  count!: number;
}

@ObjectType({ description: 'A criterion of provisional results, as it was shown to the structure.' })
export class ShownCriterion {
  @Field(() => String, { description: 'Its stable code: a claim names it.' })
  code!: string;

  @Field(() => String, { description: 'The question, short.' })
  label!: string;

  @Field(() => DecimalText, { nullable: true, description: 'On 100, 2 decimals; null when nothing counts.' })
  score!: string | null;

  @Field(() => Int, { description: 'How many findings its score rests on.' })
  base!: number;

  @Field(() => DecimalText, { nullable: true, description: 'Points of the overall score that it brings, 2 decimals.' })
  part!: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'Points it would still bring at full marks, 2 decimals.' })
  missing!: string | null;

  @Field(() => [ShownObservation], { description: 'What was observed, the most frequent first.' })
  observations!: ShownObservation[];
}

@ObjectType({ description: 'A channel of provisional results, as it was shown to the structure.' })
export class ShownChannel {
  @Field(() => ChannelCode, { description: 'The channel.' })
  code!: ChannelCode;

  @Field(() => String, { description: 'As it is printed.' })
  label!: string;

  @Field(() => DecimalText, { nullable: true, description: 'On 100, 2 decimals; null when it was not tested on it.' })
  score!: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'Points of the overall score that it brings, 2 decimals.' })
  part!: string | null;

  @Field(() => [ShownCriterion], { description: 'In the order of the grid: those that were tested.' })
  criteria!: ShownCriterion[];
}

/**
 * Provisional results as a structure read them, kept as they were. Neither rank nor means: they rest on the results of
 * others, which claims may still change. Criteria whatever the tier: who pays must not decide what can be contested.
 */
@ObjectType({
  description: 'Provisional results as they were shown to a structure: its own, and nothing of any other.',
})
export class ShownResult {
  @Field(() => Int, { description: 'The computation they come from.' })
  runNumber!: number;

  @Field(() => DecimalText, { nullable: true, description: 'Overall, on 100, 2 decimals; null without one.' })
  score!: string | null;

  @Field(() => [ShownChannel], { description: 'In the order of the grid: those that were tested.' })
  channels!: ShownChannel[];
}
