import { Field, InputType, Int } from 'type-graphql';
import { StructureKind } from '../kernel/kinds.ts';
import { Code, Title, Year } from '../kernel/scalars.ts';
import { AwardRuleInput } from './award.ts';
import { TerritoryRule } from './category.ts';

@InputType({ description: 'A class of structures compared with one another.' })
export class CategoryInput extends AwardRuleInput {
  @Field(() => Code, { description: 'Stable over editions.' })
  code!: string;

  @Field(() => Title, { description: 'As it is printed.' })
  label!: string;

  @Field(() => Int, { description: 'Its place in the palmarès.' })
  position!: number;

  @Field(() => [StructureKind], { description: 'The kinds of structure it takes.' })
  kinds!: StructureKind[];

  @Field(() => Int, { nullable: true, description: 'Fewest inhabitants, inclusive.' })
  populationFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Most inhabitants, exclusive.' })
  populationBelow?: number | null;

  @Field(() => Year, { nullable: true, description: 'The census its bounds are read at; null for any year.' })
  censusYear?: number | null;

  @Field(() => TerritoryRule, { nullable: true, description: 'Whether it takes, or leaves out, the territory named.' })
  territory?: TerritoryRule | null;

  @Field(() => [Code], { nullable: true, description: 'Codes of départements of its territory.' })
  departmentCodes?: string[] | null;

  @Field(() => [Code], { nullable: true, description: 'INSEE codes of régions of its territory.' })
  regionCodes?: string[] | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether a trophy goes with it.' })
  awarded: boolean = true;
}
