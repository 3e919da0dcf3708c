import type { FilterQuery } from '@mikro-orm/core';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { StructureKind } from '../kernel/kinds.ts';
import { matching } from '../kernel/page.ts';
import { Code, Search } from '../kernel/scalars.ts';
import { Structure } from '../structure/structure.ts';

@InputType({ description: 'Structures of the register, by what they are. What is left out does not narrow anything.' })
export class StructureSelection {
  @Field(() => [ID], { nullable: true, description: 'Only these.' })
  ids?: string[] | null;

  @Field(() => [StructureKind], { nullable: true, description: 'Only those of these kinds.' })
  kinds?: StructureKind[] | null;

  @Field(() => [Code], { nullable: true, description: 'Only those of these départements.' })
  departmentCodes?: string[] | null;

  @Field(() => [Code], { nullable: true, description: 'Only those of these regions.' })
  regionCodes?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Only those with at least so many inhabitants.' })
  populationFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Only those with fewer inhabitants.' })
  populationBelow?: number | null;

  @Field(() => Search, { nullable: true, description: 'Only those whose name or reference has these words.' })
  q?: string | null;
}

/** What would become of a structure that is enrolled or invited. */
export enum EnrolVerdict {
  NEW = 'NEW',
  ENROLLED = 'ENROLLED',
  NO_CATEGORY = 'NO_CATEGORY',
  SEVERAL_CATEGORIES = 'SEVERAL_CATEGORIES',
  NO_ADDRESS = 'NO_ADDRESS',
}
registerEnumType(EnrolVerdict, {
  name: 'EnrolVerdict',
  description: 'What would become of a structure that is enrolled or invited.',
  valuesConfig: {
    NEW: { description: 'It would be enrolled, or invited.' },
    ENROLLED: { description: 'It already is, in whatever state: nothing would change.' },
    NO_CATEGORY: { description: 'No category of the edition takes it: it would be left out.' },
    SEVERAL_CATEGORIES: { description: 'More than one category takes it: it would be left out.' },
    NO_ADDRESS: { description: 'No contact of it has an e-mail address: it would not be invited.' },
  },
});

@ObjectType({ description: 'The selected structures of which the same would become.' })
export class EnrolGroup {
  @Field(() => EnrolVerdict, { description: 'What would become of them.' })
  verdict!: EnrolVerdict;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => [Structure], { description: 'The first 50, by name.' })
  structures!: Structure[];
}

/** A selection as MikroORM takes it. */
export function selected(selection: StructureSelection): FilterQuery<Structure> {
  const { ids, kinds, departmentCodes, regionCodes, populationFrom, populationBelow, q } = selection;
  return {
    $and: [
      ids ? { id: { $in: ids } } : {},
      kinds?.length ? { kind: { $in: kinds } } : {},
      departmentCodes?.length ? { departmentCode: { $in: departmentCodes } } : {},
      regionCodes?.length ? { regionCode: { $in: regionCodes } } : {},
      populationFrom == null ? {} : { population: { $gte: populationFrom } },
      populationBelow == null ? {} : { population: { $lt: populationBelow } },
      matching(q, 'name', 'reference'),
    ],
  } as FilterQuery<Structure>;
}
