import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DecimalText } from '../kernel/scalars.ts';

/** What means are told by. */
export enum MeansDimension {
  CATEGORY = 'CATEGORY',
  DEPARTMENT = 'DEPARTMENT',
  REGION = 'REGION',
  CHANNEL = 'CHANNEL',
  STEP = 'STEP',
  CERTIFICATION = 'CERTIFICATION',
}
registerEnumType(MeansDimension, {
  name: 'MeansDimension',
  description: 'What means are told by.',
  valuesConfig: {
    STEP: {
      description:
        'Of each structure Σ part·criterion / Σ part over its criteria of the step that count and are no bonus; ' +
        'part = weight of the channel × effect in the channel.',
    },
    CERTIFICATION: { description: 'A structure counts in each it declares, or among those without.' },
  },
});

@ObjectType({ description: 'A mean of scores by one dimension, with how many structures it rests on.' })
export class DimensionMean {
  @Field(() => String, { nullable: true, description: 'Its code; null for structures without one.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'As it is printed; null for structures without one.' })
  label!: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'On 100, rounded half up to 2 decimals; null of nothing.' })
  mean!: string | null;

  @Field(() => String, { nullable: true, description: 'On 100, exact, as a fraction.' })
  exact!: string | null;

  @Field(() => Int, { description: 'How many structures have a score.' })
  structureCount!: number;
}
