import { BigIntType, type Opt } from '@mikro-orm/core';
import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Stored } from '../kernel/stored.ts';

/** An act that was taken back. Undoing the undoing brings the act back: this record goes with it. */
@ObjectType({ description: 'An act that was taken back: everything it changed is as it was before.' })
@Entity()
@Unique({ name: 'undone_once', properties: ['act'] })
export class Undone extends Stored {
  @Field(() => ID, { description: 'The act that was taken back.' })
  @Property({ type: new BigIntType('string') })
  act!: string;

  @Field(() => ID, { description: 'The act that took it back: undo it to bring the first one back.' })
  @Property({ type: new BigIntType('string'), defaultRaw: '((pg_current_xact_id())::text)::bigint' })
  byAct!: Opt<string>;

  @Field(() => ID, { description: 'The account that took it back.' })
  @Property({ type: 'text' })
  actorId!: string;
}
