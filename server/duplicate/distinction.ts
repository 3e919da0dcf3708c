import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Unique } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';
import { Stored } from '../kernel/stored.ts';
import { Structure } from '../structure/structure.ts';

/** Two structures that look alike, and that people have said to be two: they are no longer suggested as duplicates. */
@ObjectType({ description: 'Two structures that look alike, and that people have said to be two.' })
@Entity()
@Unique({ name: 'structure_distinction_once', properties: ['one', 'other'] })
export class StructureDistinction extends Stored {
  /** The one whose identifier comes first. */
  @ManyToOne(() => Structure, { ref: true, deleteRule: 'cascade' })
  one!: Ref<Structure>;

  @ManyToOne(() => Structure, { ref: true, index: true, deleteRule: 'cascade' })
  other!: Ref<Structure>;
}
