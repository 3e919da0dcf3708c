import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Day } from '../kernel/scalars.ts';

/** Where published figures come from. */
export enum PublishedProvenance {
  FIELD = 'FIELD',
  REPORTED = 'REPORTED',
  SIMULATED = 'SIMULATED',
}
registerEnumType(PublishedProvenance, {
  name: 'Provenance',
  description: 'Where the figures of an edition come from.',
  valuesConfig: {
    FIELD: { description: 'Measured by mystery citizens.' },
    REPORTED: { description: 'Taken over from public sources, each cited.' },
    SIMULATED: { description: 'Invented for the demonstration: only the laureates are facts.' },
  },
});

/** Why a figure is not told. */
export enum Withheld {
  SMALL_BASE = 'SMALL_BASE',
}
registerEnumType(Withheld, {
  name: 'Withheld',
  description: 'Why a figure is not told.',
  valuesConfig: {
    SMALL_BASE: { description: 'Too few structures contribute: the figure would say what one of them scored.' },
  },
});

@ObjectType({ description: 'A class of structures compared with one another.', simpleResolvers: true })
export class PublishedCategory {
  @Field(() => String, { description: 'Stable over editions. Example: towns_over_50000.' })
  code!: string;

  @Field(() => String, { description: 'As printed, in French.' })
  label!: string;
}

@ObjectType({ description: 'A structure on the palmarès.', simpleResolvers: true })
export class PublishedLaureate {
  @Field(() => String, { description: 'Its name. Example: Ville de Strasbourg.' })
  name!: string;

  @Field(() => String, { description: 'What it is. Example: COMMUNE.' })
  kind!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of its département, 2 or 3 characters; null for a region. Example: 67.',
  })
  departmentCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The body it is a site of; null when it is the body itself.' })
  parentName!: string | null;

  @Field(() => String, { description: 'TROPHY, PRIZE, or DISTINCTION where the source does not say which.' })
  award!: string;

  @Field(() => Int, { nullable: true, description: 'Place on the palmarès, from 1; null where no source gives it.' })
  rank!: number | null;

  @Field(() => String, { nullable: true, description: 'A mention that goes with the award.' })
  mention!: string | null;

  @Field(() => String, { description: 'HIGH, MEDIUM or LOW: how far the fact can be relied on.' })
  confidence!: string;

  @Field(() => [String], { description: 'Where the fact can be read, for past palmarès.' })
  sources!: string[];

  @Field(() => String, { nullable: true, description: 'What a reader must know of it.' })
  note!: string | null;
}

@ObjectType({ description: 'A prize beside those of the categories.', simpleResolvers: true })
export class PublishedPrize {
  @Field(() => String, { description: 'Stable over editions.' })
  code!: string;

  @Field(() => String, { description: 'As printed, in French.' })
  label!: string;
}

@ObjectType({ description: 'The prize of one category, or a special prize.', simpleResolvers: true })
export class PublishedTrophy {
  @Field(() => PublishedCategory, {
    nullable: true,
    description: 'The category; null for a special prize, and where no source names it.',
  })
  category!: PublishedCategory | null;

  @Field(() => PublishedPrize, { nullable: true, description: 'The special prize; null for the trophy of a category.' })
  prize!: PublishedPrize | null;

  @Field(() => [PublishedLaureate], { description: 'One, several ex æquo, or none.' })
  laureates!: PublishedLaureate[];

  @Field(() => String, { nullable: true, description: 'What made the laureate stand out, in French.' })
  pointRemarquable!: string | null;
}

@ObjectType({ description: 'One figure of an edition, with what it is counted in and over.', simpleResolvers: true })
export class PublishedIndicator {
  @Field(() => String, { description: 'Stable over editions. Example: phone.rings_mean.' })
  code!: string;

  @Field(() => String, { description: 'As printed, in French.' })
  label!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'In its unit: a SHARE from 0 to 1, a SCORE on 100. Null when withheld. Rounded half up to 6 decimals.',
  })
  value!: number | null;

  @Field(() => String, { description: 'SHARE, COUNT, RINGS, DAYS or SCORE.' })
  unit!: string;

  @Field(() => Float, { nullable: true, description: 'What passed, for a share; the sum of the values, for a mean.' })
  numerator!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many it is taken over.' })
  denominator!: number | null;

  @Field(() => String, { description: 'What it is taken over, in French. Example: courriels envoyés.' })
  base!: string;

  @Field(() => [String], {
    description: 'Where it can be read, for a figure reported by public sources; empty for one we computed.',
  })
  sources!: string[];

  @Field(() => Withheld, { nullable: true, description: 'Why there is no value; null when there is one.' })
  withheld!: Withheld | null;
}

@ObjectType({ description: 'The mean score on one channel.', simpleResolvers: true })
export class PublishedChannelMean {
  @Field(() => String, { description: 'RECEPTION, PHONE, EMAIL, LETTER, WEBSITE or SOCIAL.' })
  channel!: string;

  @Field(() => String, { description: 'As printed, in French.' })
  label!: string;

  @Field(() => Float, { nullable: true, description: 'On 100, 2 decimals; null when withheld.' })
  mean!: number | null;

  @Field(() => Int, { description: 'How many structures were scored on it.' })
  structureCount!: number;

  @Field(() => Withheld, { nullable: true, description: 'Why there is no mean.' })
  withheld!: Withheld | null;
}

@ObjectType({ description: 'The mean overall score of one category.', simpleResolvers: true })
export class PublishedCategoryMean {
  @Field(() => PublishedCategory, { description: 'The category.' })
  category!: PublishedCategory;

  @Field(() => Float, { nullable: true, description: 'On 100, 2 decimals; null when withheld.' })
  mean!: number | null;

  @Field(() => Int, { description: 'How many structures were scored.' })
  structureCount!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The mean published for the edition of the year before; null when there is none.',
  })
  previousMean!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Points gained or lost on the year before. The grid may have changed in between.',
  })
  evolution!: number | null;

  @Field(() => Withheld, { nullable: true, description: 'Why there is no mean.' })
  withheld!: Withheld | null;
}

@ObjectType({ description: 'One edition of the barometer, as published.', simpleResolvers: true })
export class PublishedEdition {
  @Field(() => Int, { description: 'From 1: the tenth edition is that of 2022.' })
  ordinal!: number;

  @Field(() => Int, { description: 'The year it is known by.' })
  year!: number;

  @Field(() => String, { description: 'The name of the barometer that year.' })
  label!: string;

  @Field(() => PublishedProvenance, { description: 'Where its figures come from.' })
  provenance!: PublishedProvenance;

  @Field(() => Date, { description: 'When this version became public.' })
  publishedAt!: Date;

  @Field(() => String, {
    description:
      'The immutable version this answer comes from. Example: 2022.1. Pass it back to read exactly this again.',
  })
  datasetVersion!: string;

  @Field(() => String, { description: 'SHA-256 of everything this version says.' })
  datasetHash!: string;

  @Field(() => Day, { nullable: true, description: 'The day the trophies were handed over, where known.' })
  ceremonyOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Where, where known.' })
  ceremonyPlace!: string | null;

  @Field(() => Int, { nullable: true, description: 'Structures audited; null where no source says.' })
  structureCount!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean overall score, on 100; null where unknown or withheld.' })
  globalScore!: number | null;

  @Field(() => String, { nullable: true, description: 'What a reader must know of its figures, in French.' })
  note!: string | null;

  @Field(() => [String], { description: 'Public sources.' })
  sources!: string[];

  @Field(() => [PublishedTrophy], { description: 'The palmarès, in its order.' })
  trophies!: PublishedTrophy[];

  @Field(() => [PublishedIndicator], { description: 'The figures of the edition.' })
  indicators!: PublishedIndicator[];

  @Field(() => [PublishedChannelMean], { description: 'The mean on each channel.' })
  channelMeans!: PublishedChannelMean[];

  @Field(() => [PublishedCategoryMean], { description: 'The mean of each category.' })
  categoryMeans!: PublishedCategoryMean[];
}
