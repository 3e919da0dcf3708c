import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/** A record that was removed and has not come back, as the journal remembers it. */
@ObjectType({ description: 'A record that was removed and has not come back.' })
export class Removal {
  @Field(() => ID, { description: 'The line of the journal that tells it.' })
  id!: string;

  @Field(() => String, { description: 'The table of the record, such as structure.' })
  noun!: string;

  @Field(() => ID, { description: 'The record.' })
  recordId!: string;

  @Field(() => String, { nullable: true, description: 'What it was called; null for what has no name of its own.' })
  name!: string | null;

  @Field(() => Int, { nullable: true, description: 'The year of the edition it belonged to; null for any edition.' })
  year!: number | null;

  @Field(() => GraphQLJSONObject, { description: 'All its fields, as they were.' })
  before!: Record<string, unknown>;

  @Field(() => Date, { description: 'When it was removed.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Who removed it; null for the system itself.' })
  actorName!: string | null;

  @Field(() => ID, { nullable: true, description: 'The act that removed it: `undoAct` brings it back.' })
  act!: string | null;

  @Field(() => Int, { description: 'How many records this act removed together: all come back together.' })
  together!: number;
}
