import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'What closing answers on another day would change of the tests. Reading it changes nothing.',
})
export class ClosingEffect {
  @Field(() => Int, { description: 'Answers that count today and would come too late.' })
  lost!: number;

  @Field(() => Int, { description: 'Answers that come too late today and would count.' })
  gained!: number;

  @Field(() => Int, { description: 'How many tests have events that delays are derived from.' })
  testCount!: number;
}
