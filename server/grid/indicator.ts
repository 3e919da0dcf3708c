import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLScalarType } from 'graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { Unit } from '../edition/figure.ts';
import { Stored } from '../kernel/stored.ts';
import type { IndicatorRule } from '../score/indicator.rules.ts';
import { Grid } from './grid.ts';

/** What an indicator counts; its shapes are those of `score/indicator.rules.ts`. */
export const IndicatorRuleScalar = new GraphQLScalarType<IndicatorRule, IndicatorRule>({
  name: 'IndicatorRule',
  description: 'What an indicator counts: {type:"SHARE",criteria,passes,among} and the like.',
});

@ObjectType({ description: 'A figure an edition will publish, and how it is counted: never typed in.' })
@Entity()
@Unique({ name: 'indicator_once', properties: ['grid', 'code'] })
export class Indicator extends Stored {
  @ManyToOne(() => Grid, { ref: true, deleteRule: 'cascade' })
  grid!: Ref<Grid>;

  @Field(() => String, { description: 'Stable over editions, such as phone.rings_mean.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'As it is printed.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => Unit, { description: 'What it is counted in.' })
  @Enum({ items: () => Unit })
  unit!: Unit;

  @Field(() => String, { description: 'What it is taken over, in words.' })
  @Property({ type: 'text' })
  base!: string;

  @Field(() => IndicatorRuleScalar, { description: 'How it is counted.' })
  @Property({ type: 'json' })
  rule!: IndicatorRule;

  @Field(() => Int, { description: 'Its place in the list.' })
  @Property({ type: 'smallint' })
  position!: number;
}
