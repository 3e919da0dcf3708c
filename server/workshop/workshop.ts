import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Category } from '../edition/category.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { AbsencePolicy } from '../grid/grid.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { DecimalText } from '../kernel/scalars.ts';

@ObjectType({ description: 'One place of a podium under one policy.' })
export class PolicyPlace {
  @Field(() => Enrolment, { description: 'The structure in its edition.' })
  enrolment!: Enrolment;

  @Field(() => Int, { nullable: true, description: 'Its place under this policy; null when the policy excludes it.' })
  rank!: number | null;

  @Field(() => Int, { nullable: true, description: 'Its place under the policy in force.' })
  rankInForce!: number | null;

  @Field(() => DecimalText, { nullable: true, description: 'On 100, 2 decimals, under this policy.' })
  score!: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'On 100, 2 decimals, under the policy in force.' })
  scoreInForce!: string | null;
}

@ObjectType({ description: 'The palmarès of one category under one policy.' })
export class PolicyPodium {
  @Field(() => Category, { description: 'The category.' })
  category!: Category;

  @Field(() => [PolicyPlace], { description: 'The first three ranks under this policy, best first.' })
  podium!: PolicyPlace[];

  @Field(() => [PolicyPlace], { description: 'Every structure whose rank is not what it is in force, best first.' })
  moved!: PolicyPlace[];

  @Field(() => Int, { description: 'How many structures are ranked under this policy.' })
  rankedCount!: number;
}

@ObjectType({ description: 'What one policy of absence would make of the palmarès, if it held for every channel.' })
export class PolicyOutcome {
  @Field(() => AbsencePolicy, { description: 'What a structure without a score on a channel would count.' })
  policy!: AbsencePolicy;

  @Field(() => DecimalText, { nullable: true, description: 'What FLOOR would count, on 100; null for the others.' })
  floor!: string | null;

  @Field(() => Boolean, { description: 'Whether it changes nothing to the ranks in force.' })
  asInForce!: boolean;

  @Field(() => [PolicyPodium], { description: 'In the order of the palmarès.' })
  categories!: PolicyPodium[];
}

@ObjectType({ description: 'A channel as the workshop weighs it.' })
export class WorkshopChannel {
  @Field(() => ChannelCode, { description: 'Which of the six.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => DecimalText, { description: 'Its weight in the grid, in points of weight.' })
  weight!: string;

  @Field(() => Boolean, { description: 'Whether it enters the overall score under the policy in force.' })
  compared!: boolean;

  @Field(() => Boolean, { description: 'Taken only by some structures.' })
  optional!: boolean;

  @Field(() => AbsencePolicy, { description: 'Under the policy in force.' })
  whenAbsent!: AbsencePolicy;

  @Field(() => DecimalText, { nullable: true, description: 'What FLOOR counts, on 100.' })
  floor!: string | null;
}

@ObjectType({ description: 'A structure as the workshop ranks it.' })
export class WorkshopEntrant {
  @Field(() => ID, { description: 'Its enrolment.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'The code of its category.' })
  category!: string;

  @Field(() => Int, { nullable: true, description: 'Its official rank.' })
  rank!: number | null;

  @Field(() => DecimalText, { nullable: true, description: 'Its official score, on 100.' })
  score!: string | null;

  @Field(() => [DecimalText], {
    nullable: 'items',
    description: 'Its score on each channel, on 100, 12 decimals, in the order of the channels; null without a score.',
  })
  channels!: (string | null)[];

  @Field(() => [ChannelCode], {
    description: 'The channels nothing of which applies to it: they stay out of its score whatever the policy.',
  })
  notApplicable!: string[];

  @Field(() => Boolean, {
    description:
      'Out of the ranking for what no channel policy decides: an absence on a criterion, or too little data.',
  })
  excluded!: boolean;
}

@ObjectType({
  description:
    'What a simulation of weights and policies needs, from the latest run. Nothing simulated is ever stored.',
})
export class Workshop {
  @Field(() => Int, { description: 'The run it is read from.' })
  runNumber!: number;

  @Field(() => [WorkshopChannel], { description: 'In the order of the grid.' })
  channels!: WorkshopChannel[];

  @Field(() => [WorkshopEntrant], { description: 'Every structure that has a score or a channel.' })
  entrants!: WorkshopEntrant[];

  @Field(() => [Category], { description: 'In the order of the palmarès.' })
  categories!: Category[];
}
