import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { StructureKind } from '../kernel/kinds.ts';
import { DecimalText } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { Edition } from './edition.ts';

@ObjectType({ description: 'A class of structures compared with one another, for one edition.' })
@Entity()
@Unique({ name: 'category_code_once', properties: ['edition', 'code'] })
@Check({ name: 'category_population_rises', expression: 'population_below > population_from' })
@Check({ name: 'category_award_field_positive', expression: 'award_field >= 1' })
@Check({ name: 'category_award_minimum_on_100', expression: 'award_minimum >= 0 and award_minimum <= 100' })
export class Category extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Field(() => String, { description: 'Stable over editions, such as towns_over_50000.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'As it is printed in the palmarès.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => Int, { description: 'Its place in the palmarès.' })
  @Property({ type: 'smallint' })
  position: Opt<number> = 0;

  @Field(() => [StructureKind], { description: 'The kinds of structure it takes.' })
  @Property({ type: 'array' })
  kinds: Opt<StructureKind[]> = [];

  @Field(() => Int, { nullable: true, description: 'Fewest inhabitants, inclusive.' })
  @Property({ type: 'integer', nullable: true })
  populationFrom: number | null = null;

  @Field(() => Int, { nullable: true, description: 'Most inhabitants, exclusive.' })
  @Property({ type: 'integer', nullable: true })
  populationBelow: number | null = null;

  @Field(() => Boolean, { description: 'Whether a trophy goes with it; otherwise it only serves reporting.' })
  @Property({ type: 'boolean' })
  awarded: Opt<boolean> = true;

  @Field(() => Int, { description: 'Fewest ranked structures for its trophy to be awarded; without, no laureate.' })
  @Property({ type: 'smallint' })
  awardField: Opt<number> = 3;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Least score, on 100, that a laureate must have; null for none.',
  })
  @Property({ type: 'decimal', columnType: 'numeric', nullable: true })
  awardMinimum: string | null = null;

  @Field(() => Edition, { name: 'edition', description: 'The edition it belongs to.' })
  loadEdition() {
    return this.edition.load();
  }
}
