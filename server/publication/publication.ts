import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Blocker } from './blocker.ts';

@ObjectType({ description: 'What publishing an edition now would make public: exactly this, and nothing else.' })
export class Rehearsal {
  @Field(() => String, { description: 'The version it would become, such as 2022.1.' })
  version!: string;

  @Field(() => String, { nullable: true, description: 'The version it would correct; null for a first one.' })
  corrects!: string | null;

  @Field(() => String, { description: 'SHA-256 of what it says. Send it back to release exactly this.' })
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
