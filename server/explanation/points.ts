import type Fraction from 'fraction.js';
import { Field, ObjectType } from 'type-graphql';
import { DecimalText } from '../kernel/scalars.ts';
import { rounded } from '../score/exact.rules.ts';

@ObjectType({ description: 'Points of the overall score, on 100: for reading, and exact.' })
export class Points {
  @Field(() => DecimalText, { description: 'Rounded half away from zero to 2 decimals.' })
  value!: string;

  @Field(() => String, { description: 'Exact, as a fraction such as "6205/91".' })
  exact!: string;
}

export const pointsAt = (points: Fraction): Points => ({ value: rounded(points, 2), exact: points.toFraction() });

export const pointsOr = (points: Fraction | null | undefined): Points | null => (points ? pointsAt(points) : null);
