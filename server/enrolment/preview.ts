import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TerritoryRule } from '../edition/category.ts';
import { StructureKind } from '../kernel/kinds.ts';
import { Code, Title, Year } from '../kernel/scalars.ts';
import { Structure } from '../structure/structure.ts';

/** Why no category takes a structure: what the closest of them refuses it for. */
export enum Misfit {
  OTHER_KIND = 'OTHER_KIND',
  OTHER_TERRITORY = 'OTHER_TERRITORY',
  POPULATION_UNKNOWN = 'POPULATION_UNKNOWN',
  POPULATION_OF_OTHER_YEAR = 'POPULATION_OF_OTHER_YEAR',
  POPULATION_OUTSIDE = 'POPULATION_OUTSIDE',
}
registerEnumType(Misfit, {
  name: 'Misfit',
  description: 'Why no category takes a structure: what the closest of them refuses it for.',
});

@InputType({ description: 'A category as it is being edited, before anything is saved.' })
export class CategoryDraftInput {
  @Field(() => ID, { nullable: true, description: 'The category it would replace; null for a new one.' })
  id?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'What removing the category would do.' })
  removed: boolean = false;

  @Field(() => Title, { nullable: true, description: 'Its name, to speak of it.' })
  label?: string | null;

  @Field(() => [StructureKind], { nullable: true, description: 'The kinds of structure it would take.' })
  kinds?: StructureKind[] | null;

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
}

@ObjectType({ description: 'How many structures of the register fall in one category, as saved and as edited.' })
export class CategoryFall {
  @Field(() => ID, { description: 'The category; NEW for one that is not saved yet.' })
  key!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => Int, { description: 'Structures in it alone, with the rules as they are saved.' })
  before!: number;

  @Field(() => Int, { description: 'Structures in it alone, with the rules as they are edited.' })
  after!: number;

  @Field(() => Int, { description: 'Structures placed in it by hand, among the latter.' })
  placed!: number;
}

@ObjectType({ description: 'How many structures of one kind no category takes.' })
export class KindFall {
  @Field(() => StructureKind, { description: 'The kind.' })
  kind!: StructureKind;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'How many structures the same categories claim together.' })
export class OverlapFall {
  @Field(() => [String], { description: 'The names of the categories.' })
  labels!: string[];

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'How many structures an edit moves from one place to another.' })
export class MoveFall {
  @Field(() => ID, { description: 'From which: a category, NONE, or SEVERAL.' })
  from!: string;

  @Field(() => ID, { description: 'To which: a category, NEW, NONE, or SEVERAL.' })
  to!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({
  description: 'Where the rules of an edition put the structures of the register, as saved and as edited.',
})
export class CategoryPreview {
  @Field(() => Int, { description: 'Structures of the register.' })
  total!: number;

  @Field(() => [CategoryFall], { description: 'By category, in the order of the palmarès.' })
  categories!: CategoryFall[];

  @Field(() => Int, { description: 'Structures that no category takes, with the rules as they are saved.' })
  noneBefore!: number;

  @Field(() => Int, { description: 'Structures that no category takes, with the rules as they are edited.' })
  none!: number;

  @Field(() => [KindFall], { description: 'The latter, by kind.' })
  noneByKind!: KindFall[];

  @Field(() => Int, { description: 'Structures that several categories claim, with the rules as they are saved.' })
  severalBefore!: number;

  @Field(() => Int, { description: 'Structures that several categories claim, with the rules as they are edited.' })
  several!: number;

  @Field(() => [OverlapFall], { description: 'The latter, by the categories that claim them.' })
  overlaps!: OverlapFall[];

  @Field(() => [MoveFall], { description: 'What the edit moves, the largest first; empty without an edit.' })
  moves!: MoveFall[];

  @Field(() => Int, { description: 'Structures enrolled in the edition: their category is frozen.' })
  enrolled!: number;

  @Field(() => Int, { description: 'Those of them that the rules and the register of today would put elsewhere.' })
  enrolledElsewhere!: number;
}

@ObjectType({ description: 'One structure, where the rules put it.' })
export class FallenStructure {
  @Field(() => Structure, { description: 'The structure.' })
  structure!: Structure;

  @Field(() => [String], { description: 'The categories that take it, with the rules as they are saved.' })
  before!: string[];

  @Field(() => [String], { description: 'The categories that take it, with the rules as they are edited.' })
  after!: string[];

  @Field(() => Misfit, { nullable: true, description: 'Why none takes it; null when one does.' })
  misfit!: Misfit | null;

  @Field(() => Boolean, { description: 'Whether it was placed by hand.' })
  placed!: boolean;

  @Field(() => String, { nullable: true, description: 'The category it is enrolled in, frozen; null when it is not.' })
  enrolledIn!: string | null;
}

@ObjectType({ description: 'One page of structures, where the rules put them.' })
export class FallenPage {
  @Field(() => [FallenStructure], { description: 'The rows of this page.' })
  items!: FallenStructure[];

  @Field(() => Int, { description: 'How many rows all pages have.' })
  total!: number;
}
