import { Field, Int, ObjectType } from 'type-graphql';
import { DecimalText } from '../kernel/scalars.ts';

@ObjectType({ description: 'Where a structure stands, or would.' })
export class Standing {
  @Field(() => DecimalText, { nullable: true, description: 'Overall, on 100, 2 decimals; null without one.' })
  score!: string | null;

  @Field(() => Int, { nullable: true, description: 'Place in its category; null without a score.' })
  rank!: number | null;
}

@ObjectType({
  description: 'What accepting a claim would change. Found by doing it and taking it back: nothing is written.',
})
export class ClaimEffect {
  @Field(() => Standing, { description: 'As it counts now.' })
  before!: Standing;

  @Field(() => Standing, { description: 'If this claim alone were accepted.' })
  alone!: Standing;

  @Field(() => Standing, { description: 'If every open claim of the edition were accepted with it.' })
  together!: Standing;

  @Field(() => Int, { description: 'How many other claims are open in its category.' })
  others!: number;

  @Field(() => Int, { description: 'How many structures are ranked in its category.' })
  field!: number;

  @Field(() => Int, { description: 'How many other structures would change places if this claim alone were accepted.' })
  moved!: number;

  @Field(() => Boolean, { description: 'Whether the first of the category would no longer be the same.' })
  firstMoves!: boolean;
}
