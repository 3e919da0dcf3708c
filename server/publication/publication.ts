import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Why an edition cannot be published yet. */
export enum BlockerCode {
  NOT_IN_EMBARGO = 'NOT_IN_EMBARGO',
  NO_SCORES = 'NO_SCORES',
  SCORES_STALE = 'SCORES_STALE',
  TROPHY_NOT_DECIDED = 'TROPHY_NOT_DECIDED',
  POINT_REMARQUABLE_MISSING = 'POINT_REMARQUABLE_MISSING',
  UNCHANGED = 'UNCHANGED',
}
registerEnumType(BlockerCode, { name: 'BlockerCode', description: 'Why an edition cannot be published yet.' });

@ObjectType({ description: 'One thing that keeps an edition from being published.' })
export class Blocker {
  @Field(() => BlockerCode, { description: 'What it is.' })
  code!: BlockerCode;

  @Field(() => String, { nullable: true, description: 'Of what: the label of a category, a phase.' })
  subject!: string | null;
}

@ObjectType({ description: 'What publishing an edition now would make public: exactly this, and nothing else.' })
export class Rehearsal {
  @Field(() => String, { description: 'The version it would become, such as 2022.1.' })
  version!: string;

  @Field(() => String, { description: 'SHA-256 of what it says. Send it back to publish exactly this.' })
  hash!: string;

  @Field(() => [Blocker], { description: 'What must be settled first; empty when it can be published.' })
  blockers!: Blocker[];

  @Field(() => Int, { description: 'How many laureates become public, by name.' })
  laureateCount!: number;

  @Field(() => Int, { description: 'How many structures stay unnamed.' })
  unnamedCount!: number;

  @Field(() => Int, { description: 'How many figures are withheld, those of territories aside: each says why.' })
  withheldCount!: number;

  @Field(() => GraphQLJSONObject, { description: 'Every row that becomes public, by table of the published world.' })
  rows!: object;
}
