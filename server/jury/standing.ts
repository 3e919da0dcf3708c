import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Category } from '../edition/category.ts';
import { SpecialPrize } from '../edition/prize.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Mandate } from '../mandate/mandate.ts';

@ObjectType({ description: 'One structure that could receive an award.' })
export class AwardLine {
  @Field(() => Enrolment, { description: 'The structure in the edition.' })
  enrolment!: Enrolment;

  @Field(() => Int, { nullable: true, description: 'Its place for this award, from 1; null without a score.' })
  rank!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is ranked on, out of 100, rounded half up to 2 decimals.',
  })
  score!: string | null;

  @Field(() => Boolean, { description: 'Whether it is above every threshold of the award.' })
  eligible!: boolean;
}

@ObjectType({ description: 'One award to decide: the trophy of a category, or a special prize.' })
export class AwardCase {
  @Field(() => ID, { description: 'The category or the special prize.' })
  id!: string;

  @Field(() => Category, { nullable: true, description: 'The category whose trophy it is.' })
  category!: Category | null;

  @Field(() => SpecialPrize, { nullable: true, description: 'The special prize it is.' })
  prize!: SpecialPrize | null;

  @Field(() => Mandate, {
    nullable: true,
    description: 'The mandate of the panel that decides it in its meeting; null when staff record its decision.',
  })
  mandate!: Mandate | null;

  @Field(() => [AwardLine], { description: 'Those who could receive it, the best first, then those without a place.' })
  lines!: AwardLine[];

  @Field(() => [ID], { description: 'The structures its rules put first; none when nobody can be, or it is free.' })
  firsts!: string[];
}
