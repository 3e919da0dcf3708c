import { GraphQLJSON } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Json } from '../kernel/canonical.rules.ts';
import { PhaseShift } from '../phase/phase.ts';

/** Those who see something else once an edition is published. */
export enum Readership {
  PUBLIC = 'PUBLIC',
  PARTNER = 'PARTNER',
  STRUCTURE = 'STRUCTURE',
  PRESS = 'PRESS',
}
registerEnumType(Readership, {
  name: 'Readership',
  description: 'Those who see something else once an edition is published.',
  valuesConfig: {
    PUBLIC: { description: 'Anyone, without an account.' },
    PARTNER: { description: 'Whoever holds a token: what all read, and what they are sent.' },
    STRUCTURE: { description: 'Each structure, in its own space.' },
    PRESS: { description: 'The press under embargo: those with early access.' },
  },
});

@ObjectType({ description: 'One thing that someone sees otherwise: a field of a row, or a whole row.' })
export class SeenChange {
  @Field(() => String, { description: 'The table: of the published world, or of the space of a structure.' })
  table!: string;

  @Field(() => String, { description: 'The key of the row, its parts joined by a slash.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'The field; null when the whole row comes or goes.' })
  field!: string | null;

  @Field(() => String, { description: 'What the row is called: a name, a label; its key otherwise.' })
  subject!: string;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What is seen now; null for nothing.' })
  before!: Json;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What will be seen; null for nothing.' })
  after!: Json;
}

@ObjectType({ description: 'A message that partners are sent.' })
export class Announcement {
  @Field(() => String, { description: 'Its name: edition.published, edition.corrected or trophy.awarded.' })
  kind!: string;

  @Field(() => String, { description: 'Of what: the version, or the award.' })
  subject!: string;
}

/** How much comes, changes and goes. */
@ObjectType({ description: 'How much of one table comes, changes and goes.' })
export class ChangeCount {
  @Field(() => String, { description: 'The table.' })
  table!: string;

  @Field(() => Int, { description: 'How many rows come.' })
  added!: number;

  @Field(() => Int, { description: 'How many fields change.' })
  changed!: number;

  @Field(() => Int, { description: 'How many rows go.' })
  removed!: number;
}

@ObjectType({ description: 'What a release changes for those who read.' })
export class AudienceChange {
  @Field(() => Readership, { description: 'Who.' })
  readership!: Readership;

  @Field(() => [ChangeCount], { description: 'How much, table by table; none when they see what they saw.' })
  tables!: ChangeCount[];

  @Field(() => [Announcement], { description: 'What they are sent at the instant of release; partners only.' })
  announcements!: Announcement[];
}

@ObjectType({ description: 'What a release changes for one structure, in its own space.' })
export class StructureChange {
  @Field(() => ID, { description: 'Its enrolment.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => [SeenChange], { description: 'Each change; empty when it sees what it saw.' })
  changes!: SeenChange[];
}

@ObjectType({ description: 'Whom a release touches, and how.' })
export class Audiences {
  @Field(() => [AudienceChange], { description: 'What each sees, in a fixed order.' })
  changes!: AudienceChange[];

  @Field(() => [PhaseShift], { description: 'Who may do more, and less, once the edition has changed phase.' })
  shifts!: PhaseShift[];
}
