import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Criterion } from '../grid/criterion.ts';
import { Channel } from '../grid/grid.ts';
import { DecimalText } from '../kernel/scalars.ts';
import { Points } from './points.ts';

/** Why there is nothing to say of the place above, or of the neighbour. */
export enum Unsaid {
  FIRST = 'FIRST',
  ALONE = 'ALONE',
  UNRANKED = 'UNRANKED',
  OUT_OF_REACH = 'OUT_OF_REACH',
  DIFFERENT_CHANNELS = 'DIFFERENT_CHANNELS',
  WITHHELD = 'WITHHELD',
  NAMED = 'NAMED',
  TIER = 'TIER',
  OTHER_ENGINE = 'OTHER_ENGINE',
}
registerEnumType(Unsaid, {
  name: 'Unsaid',
  description: 'Why there is nothing to say of the place above, or of the neighbour.',
  valuesConfig: {
    FIRST: { description: 'Nobody is above.' },
    ALONE: { description: 'Nobody else of the category has another score.' },
    UNRANKED: { description: 'The structure has no score.' },
    OUT_OF_REACH: { description: 'Full marks on every criterion would not suffice.' },
    DIFFERENT_CHANNELS: { description: 'Different channels count for the two: weights say nothing between them.' },
    WITHHELD: { description: 'The category is so small that it would tell what another structure scored.' },
    NAMED: { description: 'The palmarès names the other one: what lies between them would tell its score.' },
    TIER: { description: 'Criteria belong to the paid tier.' },
    OTHER_ENGINE: { description: 'The run is of another engine, which this one cannot retrace.' },
  },
});

/** Whether weights can put the one behind ahead. */
export enum InversionVerdict {
  NEVER = 'NEVER',
  POSSIBLE = 'POSSIBLE',
}
registerEnumType(InversionVerdict, {
  name: 'InversionVerdict',
  description: 'Whether some weights of channels, of 0 or more, put the one behind above the one ahead.',
  valuesConfig: {
    NEVER: { description: 'The one ahead scores at least as much on every channel.' },
    POSSIBLE: { description: 'The one behind scores more on one channel at least.' },
  },
});

@ObjectType({ description: 'A criterion to bring to full marks.' })
export class CriterionToImprove {
  @Field(() => Criterion, { description: 'The criterion.' })
  criterion!: Criterion;

  @Field(() => DecimalText, { description: 'What it scores now, on 100.' })
  score!: string;

  @Field(() => Points, { description: 'What it would add by itself, before any cap, in points of the overall score.' })
  gain!: Points;
}

@ObjectType({
  description:
    'The fewest criteria to bring to full marks to reach the score ranked just above, all else unchanged: exact, and ' +
    'none of them can be spared.',
})
export class PlaceToGain {
  @Field(() => Unsaid, { nullable: true, description: 'Why there are none; null with them.' })
  reason!: Unsaid | null;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Points between the structure and the one just above, on 100, 2 decimals.',
  })
  gap!: string | null;

  @Field(() => [Enrolment], { description: 'Who is just above: for staff alone, empty for a structure.' })
  above!: Enrolment[];

  @Field(() => [CriterionToImprove], { description: 'In the order of the grid.' })
  criteria!: CriterionToImprove[];

  @Field(() => Points, { nullable: true, description: 'What they add together, caps included.' })
  gain!: Points | null;

  @Field(() => Int, { nullable: true, description: 'The place they lead to, if the others stay as they are.' })
  rankAfter!: number | null;
}

@ObjectType({ description: 'The share of one channel in the overall score, from 0 to 1.' })
export class ChannelWeight {
  @Field(() => Channel, { description: 'The channel.' })
  channel!: Channel;

  @Field(() => DecimalText, { description: 'Its share, 0 to 1, 4 decimals.' })
  share!: string;
}

@ObjectType({ description: 'The share of one channel in the overall score, before and after weights move.' })
export class WeightChange {
  @Field(() => Channel, { description: 'The channel.' })
  channel!: Channel;

  @Field(() => DecimalText, { description: 'As it is, 0 to 1, 4 decimals.' })
  before!: string;

  @Field(() => DecimalText, { description: 'Where the two are level, 0 to 1, 4 decimals.' })
  after!: string;
}

@ObjectType({ description: 'What sets two structures apart, and the weights under which it no longer does.' })
export class Inversion {
  @Field(() => Unsaid, { nullable: true, description: 'Why weights say nothing between them; null when they do.' })
  reason!: Unsaid | null;

  @Field(() => DecimalText, { nullable: true, description: 'The lead of the one ahead, in points on 100, 2 decimals.' })
  lead!: string | null;

  @Field(() => InversionVerdict, { nullable: true, description: 'Whether any weights put the one behind ahead.' })
  verdict!: InversionVerdict | null;

  @Field(() => DecimalText, {
    nullable: true,
    description:
      'Smallest δ, 0 to 1, 6 decimals, such that moving each weight by at most that share of itself makes them level: ' +
      'Σ w·d / Σ |w·d|, d being the lead on each channel. Null when no move does.',
  })
  delta!: string | null;

  @Field(() => String, { nullable: true, description: 'The same δ, exact, as a fraction.' })
  exactDelta!: string | null;

  @Field(() => [WeightChange], {
    description: 'The weights at δ, over the channels that count. For staff: they say on which the other does better.',
  })
  weights!: WeightChange[];

  @Field(() => [ChannelWeight], {
    nullable: true,
    description: 'Weights that do put the one behind ahead; null when none do. For staff alone.',
  })
  witness!: ChannelWeight[] | null;
}

@ObjectType({ description: 'The smallest change of weights that would swap a structure with its neighbour.' })
export class WeightSwap extends Inversion {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the neighbour is the one just above; false for the first, whose neighbour is just below.',
  })
  above!: boolean | null;

  @Field(() => Enrolment, { nullable: true, description: 'The neighbour: for staff alone.' })
  neighbour!: Enrolment | null;
}

@ObjectType({ description: 'Two structures among the first five ranks of a category.' })
export class PodiumPair extends Inversion {
  @Field(() => Enrolment, { description: 'The one ahead, or level with the other.' })
  ahead!: Enrolment;

  @Field(() => Int, { description: 'Its rank.' })
  aheadRank!: number;

  @Field(() => Enrolment, { description: 'The one behind.' })
  behind!: Enrolment;

  @Field(() => Int, { description: 'Its rank.' })
  behindRank!: number;
}
