import { Field, Int, ObjectType } from 'type-graphql';
import { Category } from '../edition/category.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Criterion } from '../grid/criterion.ts';
import { Channel } from '../grid/grid.ts';
import { DecimalText } from '../kernel/scalars.ts';

@ObjectType({ description: 'A score on one channel, beside the mean of the category on it.' })
export class ChannelCell {
  @Field(() => Channel, { description: 'The channel.' })
  channel!: Channel;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'On 100, 2 decimals; null when the structure was not tested on it.',
  })
  score!: string | null;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Mean of the category on this channel, on 100; null when nobody was tested.',
  })
  mean!: string | null;
}

@ObjectType({ description: 'One line of a ranking.' })
export class RankingLine {
  @Field(() => Int, {
    nullable: true,
    description: 'From 1; equals share a rank and the next one skips: 1, 2, 2, 4. Null without a score.',
  })
  rank!: number | null;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'On 100, 2 decimals, for display: the rank uses the exact one.',
  })
  score!: string | null;

  @Field(() => String, { nullable: true, description: 'On 100, exact, as a fraction.' })
  exact!: string | null;

  @Field(() => Int, { description: 'How many findings it rests on.' })
  base!: number;

  @Field(() => Enrolment, { description: 'The structure in its edition.' })
  enrolment!: Enrolment;

  @Field(() => [ChannelCell], { description: 'In the order of the grid.' })
  channels!: ChannelCell[];
}

@ObjectType({ description: 'The ranking of one category.' })
export class CategoryRanking {
  @Field(() => Category, { description: 'The category.' })
  category!: Category;

  @Field(() => DecimalText, { nullable: true, description: 'Mean of the overall scores, on 100.' })
  mean!: string | null;

  @Field(() => Int, { description: 'How many structures have a score.' })
  structureCount!: number;

  @Field(() => [RankingLine], { description: 'Best first.' })
  lines!: RankingLine[];
}

@ObjectType({ description: 'A score on one criterion.' })
export class CriterionLine {
  @Field(() => Criterion, { description: 'The criterion.' })
  criterion!: Criterion;

  @Field(() => DecimalText, { nullable: true, description: 'On 100; null when it did not apply.' })
  score!: string | null;

  @Field(() => Int, { description: 'How many findings it rests on.' })
  base!: number;
}

@ObjectType({ description: 'A score on one channel, with what it is made of.' })
export class ChannelLine extends ChannelCell {
  @Field(() => Int, { description: 'How many findings it rests on.' })
  base!: number;

  @Field(() => [CriterionLine], {
    description: 'In the order of the form; empty for a structure of the free tier that reads its own sheet.',
  })
  criteria!: CriterionLine[];
}

@ObjectType({ description: 'The scores of one structure in one edition, down to the criterion.' })
export class ScoreSheet {
  @Field(() => Enrolment, { description: 'The structure in its edition.' })
  enrolment!: Enrolment;

  @Field(() => Int, { description: 'The number of the run it is read from.' })
  runNumber!: number;

  @Field(() => DecimalText, { nullable: true, description: 'Overall, on 100, 2 decimals.' })
  score!: string | null;

  @Field(() => String, { nullable: true, description: 'Overall, on 100, exact, as a fraction.' })
  exact!: string | null;

  @Field(() => Int, { nullable: true, description: 'Place in its category.' })
  rank!: number | null;

  @Field(() => Int, { description: 'How many structures are ranked in its category.' })
  field!: number;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Mean of its category; null to a structure when too few contribute.',
  })
  mean!: string | null;

  @Field(() => [ChannelLine], { description: 'In the order of the grid.' })
  channels!: ChannelLine[];
}

@ObjectType({ description: 'A mean of scores, with how many structures it rests on.' })
export class ScoreMean {
  @Field(() => String, { description: 'What it is the mean of: a category, a channel, or "global".' })
  code!: string;

  @Field(() => String, { description: 'As it is printed.' })
  label!: string;

  @Field(() => DecimalText, { nullable: true, description: 'On 100, rounded half up to 2 decimals.' })
  mean!: string | null;

  @Field(() => Int, { description: 'How many structures have a score.' })
  structureCount!: number;
}
