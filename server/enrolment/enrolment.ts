import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Category } from '../edition/category.ts';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';
import { Structure } from '../structure/structure.ts';

/** What a structure gets back. It never touches its score. */
export enum Tier {
  FREE = 'FREE',
  PAID = 'PAID',
}
registerEnumType(Tier, {
  name: 'Tier',
  description: 'What a structure gets back. It never touches its score.',
  valuesConfig: {
    FREE: { description: 'A mean per channel and a first comparison with its peers.' },
    PAID: { description: 'A detailed report, criterion by criterion.' },
  },
});

/** How a structure came into the panel. */
export enum PanelOrigin {
  VOLUNTEER = 'VOLUNTEER',
  SELECTED = 'SELECTED',
}
registerEnumType(PanelOrigin, {
  name: 'PanelOrigin',
  description: 'How a structure came into the panel.',
  valuesConfig: {
    VOLUNTEER: { description: 'It registered.' },
    SELECTED: { description: 'Chosen so that the panel is representative; it has no account.' },
  },
});

@ObjectType({ description: 'One structure in one edition. What decided its category is frozen with it.' })
@Entity()
@Unique({ name: 'enrolment_once', properties: ['edition', 'structure'] })
export class Enrolment extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @ManyToOne(() => Structure, { ref: true })
  structure!: Ref<Structure>;

  @ManyToOne(() => Category, { ref: true, index: true })
  category!: Ref<Category>;

  @Field(() => Int, {
    nullable: true,
    description: 'Inhabitants when it enrolled: its category never moves afterwards.',
  })
  @Property({ type: 'integer', nullable: true })
  population: number | null = null;

  @Field(() => Int, { nullable: true, description: 'The year of that population.' })
  @Property({ type: 'smallint', nullable: true })
  populationYear: number | null = null;

  @Field(() => Tier, { description: 'What it gets back.' })
  @Enum({ items: () => Tier })
  tier: Opt<Tier> = Tier.FREE;

  @Field(() => Boolean, { description: 'Whether it took the option of being visited at the counter.' })
  @Property({ type: 'boolean' })
  reception: Opt<boolean> = false;

  @Field(() => PanelOrigin, { description: 'How it came into the panel.' })
  @Enum({ items: () => PanelOrigin })
  origin: Opt<PanelOrigin> = PanelOrigin.VOLUNTEER;

  @Field(() => [String], { description: 'The certifications it declares, such as Qualivilles.' })
  @Property({ type: 'array' })
  certifications: Opt<string[]> = [];

  @Field(() => Edition, { name: 'edition', description: 'The edition.' })
  loadEdition() {
    return this.edition.load();
  }

  @Field(() => Structure, { name: 'structure', description: 'The structure.' })
  loadStructure() {
    return this.structure.load();
  }

  @Field(() => Category, { name: 'category', description: 'The category it is compared in.' })
  loadCategory() {
    return this.category.load();
  }
}
