import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { StructureKind } from '../kernel/kinds.ts';
import { Awarded } from './award.ts';
import { Edition } from './edition.ts';

/** Whether a territory is what a category takes, or what it leaves out. */
export enum TerritoryRule {
  IN = 'IN',
  OUT = 'OUT',
}
registerEnumType(TerritoryRule, {
  name: 'TerritoryRule',
  description: 'Whether a territory is what a category takes, or what it leaves out.',
});

@ObjectType({ description: 'A class of structures compared with one another, for one edition.' })
@Entity()
@Unique({ name: 'category_code_once', properties: ['edition', 'code'] })
@Check({ name: 'category_population_rises', expression: 'population_below > population_from' })
@Check({
  name: 'category_census_after_population',
  expression: 'census_year is null or population_from is not null or population_below is not null',
})
@Check({ name: 'category_award_field_positive', expression: 'award_field >= 1' })
@Check({ name: 'category_award_minimum_on_100', expression: 'award_minimum >= 0 and award_minimum <= 100' })
@Check({ name: 'category_tie_channel_named', expression: `(tie_rule = 'CHANNEL') = (tie_channel is not null)` })
@Check({ name: 'category_most_laureates_positive', expression: 'most_laureates >= 1' })
export class Category extends Awarded {
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

  @Field(() => Int, {
    nullable: true,
    description: 'The census its bounds are read at: a population of another year is not taken. Null for any year.',
  })
  @Property({ type: 'smallint', nullable: true })
  censusYear: number | null = null;

  @Field(() => TerritoryRule, { description: 'Whether it takes, or leaves out, the territory named below.' })
  @Enum({ items: () => TerritoryRule })
  territory: Opt<TerritoryRule> = TerritoryRule.IN;

  @Field(() => [String], { description: 'Codes of départements of its territory; with no région, none means all.' })
  @Property({ type: 'array' })
  departmentCodes: Opt<string[]> = [];

  @Field(() => [String], {
    description: 'INSEE codes of régions of its territory; with no département, none means all.',
  })
  @Property({ type: 'array' })
  regionCodes: Opt<string[]> = [];

  @Field(() => Boolean, { description: 'Whether a trophy goes with it; otherwise it only serves reporting.' })
  @Property({ type: 'boolean' })
  awarded: Opt<boolean> = true;

  @Field(() => Edition, { name: 'edition', description: 'The edition it belongs to.' })
  loadEdition() {
    return this.edition.load();
  }
}
