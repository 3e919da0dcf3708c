import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CriterionKind } from '../grid/criterion.ts';

@ObjectType({ description: 'How far two readings agree beyond chance, on some criteria.' })
export class AgreementLine {
  @Field(() => CriterionKind, {
    nullable: true,
    description: 'The kind of criteria; null for whether there was a value.',
  })
  kind!: CriterionKind | null;

  @Field(() => Boolean, { description: 'Whether quadratic weights were used: for figures; plain kappa otherwise.' })
  weighted!: boolean;

  @Field(() => Int, { description: 'How many pairs of readings.' })
  count!: number;

  @Field(() => Int, { description: 'Pairs left out, where one of the two found no value.' })
  apart!: number;

  @Field(() => Float, { description: 'The share of pairs that say exactly the same, 0 to 1.' })
  observed!: number;

  @Field(() => Float, { nullable: true, description: 'Kappa: 1 is perfect, 0 is chance; null when all say one thing.' })
  kappa!: number | null;

  @Field(() => Float, { nullable: true, description: 'The lower bound of its interval at 95 %.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'The upper bound.' })
  high!: number | null;
}

@ObjectType({ description: 'How far second readings agree with the first ones.' })
export class AgreementReport {
  @Field(() => Int, { description: 'How many tests were read a second time.' })
  testCount!: number;

  @Field(() => Int, { description: 'How many were drawn.' })
  drawnCount!: number;

  @Field(() => [AgreementLine], { description: 'By kind of criterion.' })
  lines!: AgreementLine[];

  @Field(() => AgreementLine, { description: 'Whether there was something to measure at all.' })
  presence!: AgreementLine;
}
