import { Field, Int, ObjectType } from 'type-graphql';
import { Absence } from '../audit/audit.ts';

import { Day, DecimalText } from '../kernel/scalars.ts';

@ObjectType({ description: 'One measurement behind the score of a criterion.' })
export class MeasurementBehind {
  @Field(() => String, { description: 'The number the field agency gave the test.' })
  reference!: string;

  @Field(() => Day, { description: 'The day of the contact.' })
  performedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The value in the unit of the criterion (yes is 1, no is 0), or the code of the choice.',
  })
  value!: string | null;

  @Field(() => Absence, { nullable: true, description: 'Why there is no value; null when there is one.' })
  absence!: Absence | null;

  @Field(() => Int, {
    description:
      'The version of the grid the test was recorded on; the value is what it counts on the grid of the score.',
  })
  recordedOn!: number;

  @Field(() => DecimalText, { nullable: true, description: 'The points the value earns, 0 to 1, 4 decimals.' })
  points!: string | null;
}
