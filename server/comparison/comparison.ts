import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { DecimalText } from '../kernel/scalars.ts';

/** What became of a criterion or a channel from one edition to the next; `break.rules.ts` says how it is found out. */
export enum GridChange {
  ADDED = 'ADDED',
  REMOVED = 'REMOVED',
  MOVED = 'MOVED',
  KIND_CHANGED = 'KIND_CHANGED',
  SCALE_CHANGED = 'SCALE_CHANGED',
  WEIGHT_CHANGED = 'WEIGHT_CHANGED',
  POLICY_CHANGED = 'POLICY_CHANGED',
  CRITERIA_CHANGED = 'CRITERIA_CHANGED',
  UNCHANGED = 'UNCHANGED',
}
registerEnumType(GridChange, {
  name: 'GridChange',
  description: 'What became of a criterion or a channel from one edition to the next.',
  valuesConfig: {
    MOVED: { description: 'Asked on another channel.' },
    KIND_CHANGED: { description: 'Its values are of another kind, in another unit, or counted otherwise.' },
    SCALE_CHANGED: { description: 'The same value earns other points.' },
    WEIGHT_CHANGED: { description: 'Its weight, that of its step, or whether it is a bonus.' },
    POLICY_CHANGED: { description: 'What an absence counts, or whether an optional channel is compared.' },
    CRITERIA_CHANGED: { description: 'A criterion of it was added, removed or changed.' },
  },
});

/** Why a criterion is not compared. */
export enum Incomparable {
  ADDED = 'ADDED',
  REMOVED = 'REMOVED',
  MOVED = 'MOVED',
  KIND_CHANGED = 'KIND_CHANGED',
  VALUE_OUTSIDE_SCALE = 'VALUE_OUTSIDE_SCALE',
}
registerEnumType(Incomparable, {
  name: 'Incomparable',
  description: 'Why a criterion is not among those two editions have in common.',
  valuesConfig: {
    VALUE_OUTSIDE_SCALE: { description: 'A value found in one edition has no place on the other scale.' },
  },
});

/** Why a change cannot be split. */
export enum Unsplit {
  NO_SCORE = 'NO_SCORE',
  NO_COMMON_STRUCTURE = 'NO_COMMON_STRUCTURE',
  NO_COMMON_CRITERION = 'NO_COMMON_CRITERION',
  NO_COMMON_SCORE = 'NO_COMMON_SCORE',
}
registerEnumType(Unsplit, {
  name: 'Unsplit',
  description: 'Why a change cannot be split.',
  valuesConfig: {
    NO_SCORE: { description: 'One of the editions has no score of it.' },
    NO_COMMON_STRUCTURE: { description: 'No structure was tested in both.' },
    NO_COMMON_CRITERION: { description: 'The grids have no comparable criterion in common.' },
    NO_COMMON_SCORE: { description: 'Nothing common was measured in both.' },
  },
});

@ObjectType({ description: 'A criterion, a channel or the whole grid, with all that changed in it.' })
export class GridBreak {
  @Field(() => ChannelCode, { nullable: true, description: 'The channel; null for the whole grid.' })
  channel!: ChannelCode | null;

  @Field(() => String, { nullable: true, description: 'The criterion; null for a channel or the whole grid.' })
  criterion!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name in the later edition; null for the whole grid.' })
  label!: string | null;

  @Field(() => [GridChange], { description: 'All that changed; UNCHANGED alone when nothing did.' })
  changes!: GridChange[];

  @Field(() => Incomparable, {
    nullable: true,
    description: 'For a criterion, why it is not compared; null when it is, and where editions are not compared.',
  })
  incomparable!: Incomparable | null;
}

@ObjectType({ description: 'A mean or a difference of means, on 100.' })
export class ComparedFigure {
  @Field(() => DecimalText, { description: 'Rounded half away from zero to 2 decimals.' })
  value!: string;

  @Field(() => String, { description: 'Exact, as a fraction such as "-6205/91".' })
  exact!: string;
}

@ObjectType({
  description: 'A change of a mean, split: change = likeForLike + grid + panel + coverage, exactly.',
})
export class ComparedMean {
  @Field(() => String, { description: 'A category, a channel, or "global".' })
  code!: string;

  @Field(() => String, { description: 'As it is printed.' })
  label!: string;

  @Field(() => ComparedFigure, { nullable: true, description: 'Mean of the earlier edition; null without a score.' })
  before!: ComparedFigure | null;

  @Field(() => ComparedFigure, { nullable: true, description: 'Mean of the later edition; null without a score.' })
  after!: ComparedFigure | null;

  @Field(() => ComparedFigure, { nullable: true, description: 'after − before, in points.' })
  change!: ComparedFigure | null;

  @Field(() => ComparedFigure, {
    nullable: true,
    description: 'What moved with the same criteria, rules, structures and channels, in points.',
  })
  likeForLike!: ComparedFigure | null;

  @Field(() => ComparedFigure, {
    nullable: true,
    description: 'Effect of criteria, weights, scales and policy, in points.',
  })
  grid!: ComparedFigure | null;

  @Field(() => ComparedFigure, { nullable: true, description: 'Effect of structures that entered or left, in points.' })
  panel!: ComparedFigure | null;

  @Field(() => ComparedFigure, {
    nullable: true,
    description: 'Effect of channels a structure was tested on in one edition only, in points.',
  })
  coverage!: ComparedFigure | null;

  @Field(() => Unsplit, { nullable: true, description: 'Why it has no parts; null when it has.' })
  unsplit!: Unsplit | null;

  @Field(() => Int, { description: 'How many structures the earlier mean rests on.' })
  beforeCount!: number;

  @Field(() => Int, { description: 'How many structures the later mean rests on.' })
  afterCount!: number;

  @Field(() => Int, { description: 'How many structures have a score in both.' })
  bothCount!: number;

  @Field(() => Boolean, { description: 'Whether its series breaks between the two editions.' })
  broken!: boolean;
}

@ObjectType({ description: 'How many structures and criteria two editions share.' })
export class ComparedCounts {
  @Field(() => Int, { description: 'Structures tested in both.' })
  common!: number;

  @Field(() => Int, { description: 'Structures tested in the later edition only.' })
  entered!: number;

  @Field(() => Int, { description: 'Structures tested in the earlier edition only.' })
  left!: number;

  @Field(() => Int, { description: 'Criteria that are compared.' })
  criteria!: number;

  @Field(() => Int, { description: 'Criteria of the later grid only.' })
  added!: number;

  @Field(() => Int, { description: 'Criteria of the earlier grid only.' })
  removed!: number;

  @Field(() => Int, { description: 'Criteria of both grids of which anything changed.' })
  changed!: number;
}

@ObjectType({
  description: 'One edition compared with another: what moved, and what of it is only the way of measuring.',
})
export class EditionComparison {
  @Field(() => Edition, { description: 'The edition compared with.' })
  before!: Edition;

  @Field(() => Edition, { description: 'The edition compared.' })
  after!: Edition;

  @Field(() => ComparedMean, { description: 'The overall score of all structures.' })
  global!: ComparedMean;

  @Field(() => [ComparedMean], { description: 'The overall score by category, matched by code.' })
  categories!: ComparedMean[];

  @Field(() => [ComparedMean], { description: 'The score on each channel, of all structures.' })
  channels!: ComparedMean[];

  @Field(() => ComparedCounts, { description: 'What the two have in common.' })
  counts!: ComparedCounts;

  @Field(() => [GridBreak], { description: 'Every criterion of either grid, then every channel, then the whole grid.' })
  breaks!: GridBreak[];
}
