import type { Opt } from '@mikro-orm/core';
import { PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/** What every stored noun has. Identifiers and instants of creation come from the database. */
@ObjectType()
export abstract class Stored {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  id!: string;

  @Field(() => Date, { description: 'When the record was created.' })
  @Property({ type: 'datetime', defaultRaw: 'now()' })
  createdAt!: Opt<Date>;

  /** Counts the changes: a change sent with an older version is refused as STALE. */
  @Field(() => Int, {
    description: 'Grows with each change. Send it back with yours: an older one is refused as STALE.',
  })
  @Property({ type: 'integer', version: true })
  version!: Opt<number>;
}
