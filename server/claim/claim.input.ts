import { Field, ID, InputType } from 'type-graphql';
import { Code, Draft, Prose } from '../kernel/scalars.ts';
import { Verdict } from './claim.ts';

@InputType({ description: 'One criterion that is contested, and why.' })
export class ClaimPointInput {
  @Field(() => Code, { description: 'The code of the criterion, as the provisional results show it.' })
  code!: string;

  @Field(() => Draft, { description: 'What the structure says of the finding.' })
  statement!: string;
}

@InputType({ description: 'A claim as it is written.' })
export class ClaimInput {
  @Field(() => Draft, { description: 'Who writes, for the structure: first and last name. Not read when signed in.' })
  authorName!: string;

  @Field(() => [ClaimPointInput], { description: 'The criteria it contests.' })
  points!: ClaimPointInput[];
}

@InputType({ description: 'What is decided of one criterion of a claim.' })
export class RulingInput {
  @Field(() => ID, { description: 'The point.' })
  pointId!: string;

  @Field(() => Verdict, {
    description:
      'Whether what was observed still counts. Whether it is wholly or partly accepted follows from what is chosen.',
  })
  verdict!: Verdict;

  @Field(() => Prose, { description: 'Why, as the structure will read it.' })
  reason!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The observations that no longer count, when accepted; null for all those of the criterion that still do.',
  })
  measurementIds?: string[] | null;
}
