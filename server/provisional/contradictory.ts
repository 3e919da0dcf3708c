import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How far the contradictory phase of an edition is.' })
export class Contradictory {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => Boolean, { description: 'Whether structures are heard in its phase.' })
  hears!: boolean;

  @Field(() => Date, { nullable: true, description: 'The deadline of all; null before anything was sent.' })
  until!: Date | null;

  @Field(() => Int, { description: 'Days that structures have, from the day they are written to.' })
  days!: number;

  @Field(() => Int, { description: 'Structures with provisional results.' })
  frozen!: number;

  @Field(() => Int, { description: 'Structures that were written to.' })
  sent!: number;

  @Field(() => Int, { description: 'Structures that read their results at least once.' })
  opened!: number;

  @Field(() => Int, { description: 'Structures with results and nobody to write to: they cannot answer yet.' })
  unreachable!: number;
}
