import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';

/**
 * A rehearsal of an edition. What is played lies in a PostgreSQL schema of its own, which no other part of the house
 * reads; only this line, that it took place and how much it held, stays once it is wiped.
 */
@ObjectType({ description: 'An edition tried on throw-away data: apart from everything else, and wiped afterwards.' })
@Entity()
@Index({
  name: 'dress_rehearsal_one',
  expression: 'create unique index "dress_rehearsal_one" on "dress_rehearsal" ("place") where wiped_at is null',
})
export class DressRehearsal extends Stored {
  @ManyToOne(() => Edition, { ref: true, index: true })
  edition!: Ref<Edition>;

  /** The schema it is played in: one rehearsal at a time. */
  @Property({ type: 'text' })
  place: Opt<string> = 'rehearsal';

  @Field(() => Int, { description: 'What its chance starts from: the same seed plays the same tests.' })
  @Property({ type: 'integer' })
  seed!: number;

  @Field(() => Int, { description: 'How many invented structures each category has.' })
  @Property({ type: 'smallint' })
  structuresEach!: number;

  @Field(() => Boolean, { description: 'Whether their tests were simulated at the start.' })
  @Property({ type: 'boolean' })
  tested: Opt<boolean> = true;

  /** The last migration when it was built: a later schema no longer fits it. */
  @Property({ type: 'text' })
  builtOn!: string;

  @Field(() => [ID], { description: 'The accounts invited to it, beside the staff.' })
  @Property({ type: 'array' })
  guests: Opt<string[]> = [];

  @Property({ type: 'text', nullable: true })
  startedBy: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When everything of it was wiped; null while it is played.' })
  @Property({ type: 'datetime', nullable: true })
  wipedAt: Opt<Date> | null = null;

  @Property({ type: 'text', nullable: true })
  wipedBy: string | null = null;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'What it held when it was wiped: number of rows by table.',
  })
  @Property({ type: 'json', nullable: true })
  counts: Record<string, number> | null = null;

  @Field(() => Edition, { name: 'edition', description: 'The edition that was rehearsed.' })
  loadEdition() {
    return this.edition.load();
  }
}
