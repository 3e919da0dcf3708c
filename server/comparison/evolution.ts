import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { DecimalText } from '../kernel/scalars.ts';
import { GridBreak } from './comparison.ts';

@ObjectType({ description: 'A score on one channel, in one edition.' })
export class ChannelPoint {
  @Field(() => String, { description: 'The channel.' })
  code!: string;

  @Field(() => String, { description: 'As it is printed.' })
  label!: string;

  @Field(() => DecimalText, { nullable: true, description: 'On 100, 2 decimals; null when it was not tested on it.' })
  score!: string | null;

  @Field(() => Boolean, { description: 'Whether its series breaks between this edition and the one before.' })
  broken!: boolean;
}

@ObjectType({
  description: 'The scores of one structure in one edition, and whether they follow on from the one before.',
})
export class EvolutionPoint {
  @Field(() => ID, { description: 'The structure in that edition.' })
  enrolmentId!: string;

  @Field(() => Edition, { description: 'The edition.' })
  edition!: Edition;

  @Field(() => DecimalText, { nullable: true, description: 'Overall, on 100, 2 decimals; null without one.' })
  score!: string | null;

  @Field(() => Int, { nullable: true, description: 'Place in its category; equals share it. Null without a score.' })
  rank!: number | null;

  @Field(() => Int, { description: 'How many structures are ranked in its category.' })
  field!: number;

  @Field(() => String, { description: 'The category it was compared in.' })
  categoryLabel!: string;

  @Field(() => [ChannelPoint], { description: 'In the order of the grid.' })
  channels!: ChannelPoint[];

  @Field(() => Boolean, { description: 'Whether the overall series breaks between this edition and the one before.' })
  broken!: boolean;

  @Field(() => [GridBreak], {
    description: 'What changed since the one before. Criteria are left out where criteria are not told.',
  })
  breaks!: GridBreak[];
}

/** What a series is the mean of. */
export enum SeriesKind {
  GLOBAL = 'GLOBAL',
  CATEGORY = 'CATEGORY',
  CHANNEL = 'CHANNEL',
}
registerEnumType(SeriesKind, { name: 'SeriesKind', description: 'What a series is the mean of.' });

@ObjectType({ description: 'A mean in one edition.' })
export class MeanPoint {
  @Field(() => Int, { description: 'The year of the edition.' })
  year!: number;

  @Field(() => DecimalText, { description: 'On 100, rounded half up to 2 decimals.' })
  mean!: string;

  @Field(() => Int, { nullable: true, description: 'How many structures it rests on; null when no source says so.' })
  structureCount!: number | null;

  @Field(() => Boolean, { description: 'Reported by a public source: never computed by us.' })
  reported!: boolean;

  @Field(() => Boolean, { description: 'Whether the series breaks between this point and the one before.' })
  broken!: boolean;
}

@ObjectType({ description: 'A mean over the editions, oldest first.' })
export class MeanSeries {
  @Field(() => SeriesKind, { description: 'What it is the mean of.' })
  kind!: SeriesKind;

  @Field(() => String, { description: 'A category, a channel, or "global".' })
  code!: string;

  @Field(() => String, { description: 'As it is printed.' })
  label!: string;

  @Field(() => [MeanPoint], { description: 'Only editions that have one.' })
  points!: MeanPoint[];
}
