import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Stored } from '../kernel/stored.ts';
import { Structure } from './structure.ts';

/** What a structure was called before it was merged into another: whoever looks for it is led to that one. */
@ObjectType({ description: 'What a structure was called before it was merged into another.' })
@Entity()
@Unique({ name: 'structure_alias_once', properties: ['reference'] })
export class StructureAlias extends Stored {
  @ManyToOne(() => Structure, { ref: true, index: true, deleteRule: 'cascade' })
  structure!: Ref<Structure>;

  @Field(() => ID, { description: 'The identifier it had.' })
  @Property({ type: 'uuid', index: true })
  formerId!: string;

  @Field(() => String, { description: 'The reference it had: still found, never given again.' })
  @Property({ type: 'text' })
  reference!: string;

  @Field(() => String, { description: 'The name it had.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The SIREN it had, 9 digits.' })
  @Property({ type: 'text', nullable: true })
  siren: string | null = null;

  /** By table, the identifiers of what it brought with it: what was computed under its reference still tells so. */
  @Property({ type: 'json' })
  moved!: Readonly<Record<string, readonly string[]>>;
}
