import { GraphQLScalarType } from 'graphql';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Json } from './difference.rules.ts';

/** The parts of a configuration that may be taken one without another. */
export enum ConfigurationPart {
  EDITION = 'EDITION',
  CATEGORIES = 'CATEGORIES',
  PRIZES = 'PRIZES',
  LICENCES = 'LICENCES',
  GRID = 'GRID',
  POLICY = 'POLICY',
}
registerEnumType(ConfigurationPart, {
  name: 'ConfigurationPart',
  description: 'The parts of a configuration that may be taken one without another.',
  valuesConfig: {
    EDITION: { description: 'Its name, its dates, what is said of it.' },
    PRIZES: { description: 'The special prizes, beside the trophies of the categories.' },
    LICENCES: { description: 'What laureates may write, and how long; logos stay behind.' },
    GRID: { description: 'Channels, steps, criteria, frames, indicators.' },
    POLICY: { description: 'What absences do, where it departs from the grid.' },
  },
});

/** How something differs. */
export enum DifferenceKind {
  ADDED = 'ADDED',
  REMOVED = 'REMOVED',
  CHANGED = 'CHANGED',
  REORDERED = 'REORDERED',
}
registerEnumType(DifferenceKind, { name: 'DifferenceKind', description: 'How something differs.' });

/** Whatever a field of a configuration holds. */
export const ConfigurationValue = new GraphQLScalarType<Json, Json>({
  name: 'ConfigurationValue',
  description: 'Whatever a field of a configuration holds, as JSON.',
});

@ObjectType({ description: 'One difference between what an edition has and what it would have.' })
export class ConfigurationDifference {
  @Field(() => DifferenceKind, { description: 'Whether it comes, goes, changes or moves.' })
  kind!: DifferenceKind;

  @Field(() => ConfigurationPart, { description: 'In which part.' })
  part!: ConfigurationPart;

  @Field(() => [String], { description: 'Where: names of fields and codes of items, from the root.' })
  path!: readonly string[];

  @Field(() => [String], { description: 'The names of the items it is inside, from the outermost.' })
  subject!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The field that changes; null for a whole item.' })
  field!: string | null;

  @Field(() => ConfigurationValue, { nullable: true, description: 'What it is; null for nothing, or a whole item.' })
  before!: Json;

  @Field(() => ConfigurationValue, {
    nullable: true,
    description: 'What it would be; null for nothing, or a whole item.',
  })
  after!: Json;
}

@ObjectType({ description: 'One thing wrong in a configuration file: where, and what.' })
export class ConfigurationFault {
  @Field(() => String, { description: 'Such as categories[2].label; empty for the whole file.' })
  path!: string;

  @Field(() => String, { description: 'What, by a stable word such as MISSING.' })
  problem!: string;

  @Field(() => GraphQLJSONObject, { description: 'What is needed to say how to put it right.' })
  detail!: Readonly<Record<string, string>>;
}

@ObjectType({ description: 'What taking a configuration would change. Nothing is written.' })
export class ConfigurationComparison {
  @Field(() => [ConfigurationDifference], { description: 'In the order of the file; none when both are equal.' })
  differences!: ConfigurationDifference[];

  @Field(() => [ConfigurationFault], { description: 'Why the file cannot be taken; none when it can be read.' })
  faults!: ConfigurationFault[];

  @Field(() => [String], {
    description: 'The codes with which applying it would be refused now; none when it would pass.',
  })
  refusals!: string[];

  @Field(() => String, { nullable: true, description: 'What one confirms: give it to `applyConfiguration`.' })
  hash!: string | null;

  @Field(() => Int, { nullable: true, description: 'The year that the file is about, or that it is copied from.' })
  year!: number | null;
}

@InputType({ description: 'Where a configuration comes from: another edition, or the text of a file. One of the two.' })
export class ConfigurationSource {
  @Field(() => ID, { nullable: true, description: 'The edition it is copied from.' })
  editionId?: string | null;

  @Field(() => String, { nullable: true, description: 'The text of a file, as it was exported.' })
  document?: string | null;
}

@ObjectType({ description: 'What was applied.' })
export class ConfigurationApplied {
  @Field(() => Int, { description: 'How many differences there were; 0 when nothing was to be done.' })
  differences!: number;

  @Field(() => ID, { nullable: true, description: 'The act, by which it is undone; null when nothing was done.' })
  act!: string | null;
}
