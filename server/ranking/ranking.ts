import { Field, Int, ObjectType } from 'type-graphql';
import { Category } from '../edition/category.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Channel } from '../grid/grid.ts';
import { DecimalText } from '../kernel/scalars.ts';
import { Robustness } from './robustness.ts';
import { KnockOutLine, ScoreExclusion } from './verdict.ts';

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

  @Field(() => Robustness, {
    nullable: true,
    description: 'How sure its score and rank are; null without a score, or before it was studied.',
  })
  robustness!: Robustness | null;

  @Field(() => ScoreExclusion, { nullable: true, description: 'Why it is out of the ranking, when it is.' })
  exclusion!: ScoreExclusion | null;

  @Field(() => [KnockOutLine], {
    description: 'Thresholds it fell under: it keeps its score and rank, and cannot receive the award.',
  })
  knockOuts!: KnockOutLine[];
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
