import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, OneToMany, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Category } from '../edition/category.ts';
import { Edition } from '../edition/edition.ts';
import { Confidence } from '../edition/figure.ts';
import { SpecialPrize } from '../edition/prize.ts';
import { Day } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { Structure } from '../structure/structure.ts';

/** What a laureate receives. */
export enum Award {
  TROPHY = 'TROPHY',
  PRIZE = 'PRIZE',
  DISTINCTION = 'DISTINCTION',
  RANKED = 'RANKED',
}
registerEnumType(Award, {
  name: 'Award',
  description: 'What a laureate receives.',
  valuesConfig: {
    TROPHY: { description: 'First of its category.' },
    PRIZE: { description: 'Below the trophy.' },
    DISTINCTION: { description: 'Distinguished; the source does not say how.' },
    RANKED: { description: 'Known by its rank only: no award.' },
  },
});

@ObjectType({ description: 'The prize of one category in one edition, or a special prize of it.' })
@Entity()
@Check({ name: 'trophy_of_one', expression: 'category_id is null or prize_id is null' })
@Index({
  name: 'trophy_once',
  expression:
    'create unique index "trophy_once" on "trophy" ("edition_id", "category_id", "prize_id") nulls not distinct',
})
export class Trophy extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  /** None where the source of a past palmarès does not name it. */
  @ManyToOne(() => Category, { ref: true, nullable: true, deleteRule: 'no action' })
  category: Ref<Category> | null = null;

  /** The special prize it is; a trophy of a category is none. */
  @ManyToOne(() => SpecialPrize, { ref: true, nullable: true, deleteRule: 'no action' })
  prize: Ref<SpecialPrize> | null = null;

  @Field(() => String, { nullable: true, description: 'What made the laureate stand out, in a sentence or two.' })
  @Property({ type: 'text', nullable: true })
  pointRemarquable: string | null = null;

  @OneToMany(
    () => Laureate,
    (laureate) => laureate.trophy,
    { orderBy: { rank: 'asc' } },
  )
  laureates = new Collection<Laureate>(this);

  @Field(() => Edition, { name: 'edition', description: 'The edition.' })
  loadEdition() {
    return this.edition.load();
  }

  @Field(() => Category, {
    name: 'category',
    nullable: true,
    description: 'The category; null where no source names it.',
  })
  async loadCategory() {
    return this.category?.load() ?? null;
  }

  @Field(() => SpecialPrize, {
    name: 'prize',
    nullable: true,
    description: 'The special prize it is; null for the trophy of a category.',
  })
  async loadPrize() {
    return this.prize?.load() ?? null;
  }

  @Field(() => [Laureate], { name: 'laureates', description: 'One, several ex æquo, or none.' })
  async loadLaureates() {
    return this.laureates.loadItems();
  }
}

@ObjectType({ description: 'One structure on the palmarès of one trophy.' })
@Entity()
export class Laureate extends Stored {
  @ManyToOne(() => Trophy, { ref: true, index: true, deleteRule: 'cascade' })
  trophy!: Ref<Trophy>;

  @ManyToOne(() => Structure, { ref: true })
  structure!: Ref<Structure>;

  @Field(() => Int, { nullable: true, description: 'Place on the palmarès; null where no source gives it.' })
  @Property({ type: 'smallint', nullable: true })
  rank: number | null = null;

  @Field(() => Award, { description: 'What it receives.' })
  @Enum({ items: () => Award })
  award: Opt<Award> = Award.TROPHY;

  @Field(() => String, { nullable: true, description: 'A mention that goes with it.' })
  @Property({ type: 'text', nullable: true })
  mention: string | null = null;

  @Field(() => Confidence, {
    description: 'How far the fact can be relied on; always high for what we decided ourselves.',
  })
  @Enum({ items: () => Confidence })
  confidence: Opt<Confidence> = Confidence.HIGH;

  @Field(() => [String], { description: 'Where the fact can be read, for past palmarès.' })
  @Property({ type: 'array' })
  sources: Opt<string[]> = [];

  @Field(() => String, { nullable: true, description: 'What a reader must know of it.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => Day, { nullable: true, description: 'The day it was handed over; null before.' })
  @Property({ type: 'date', nullable: true })
  handedOn: string | null = null;

  @Field(() => Structure, { name: 'structure', description: 'The laureate: a body, or one of its sites.' })
  loadStructure() {
    return this.structure.load();
  }

  @Field(() => Trophy, { name: 'trophy', description: 'The prize.' })
  loadTrophy() {
    return this.trophy.load();
  }
}
