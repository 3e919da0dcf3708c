import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Category } from '../edition/category.ts';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';
import { Structure } from '../structure/structure.ts';

@ObjectType({
  description: 'A structure placed in a category by hand: it wins over the rules, before it enrols and after.',
})
@Entity()
@Unique({ name: 'placement_once', properties: ['edition', 'structure'] })
export class Placement extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @ManyToOne(() => Structure, { ref: true })
  structure!: Ref<Structure>;

  @ManyToOne(() => Category, { ref: true, index: true })
  category!: Ref<Category>;

  @Field(() => String, { description: 'Why, for whoever asks later.' })
  @Property({ type: 'text' })
  motive!: string;

  @Property({ type: 'text', nullable: true })
  placedBy: string | null = null;

  @Field(() => Structure, { name: 'structure', description: 'The structure.' })
  loadStructure() {
    return this.structure.load();
  }

  @Field(() => Category, { name: 'category', description: 'Where it was placed.' })
  loadCategory() {
    return this.category.load();
  }
}
