import { Field, ID, Int, ObjectType } from 'type-graphql';
import { EvidenceState } from '../evidence/evidence.ts';
import { Day } from '../kernel/scalars.ts';

/** Plain values alone, as all that whoever holds a link is told. */
@ObjectType('ClaimExhibit', { description: 'A file that a structure shows in support of what it contests.' })
export class ShownExhibit {
  @Field(() => ID, { description: 'Which one.' })
  id!: string;

  @Field(() => String, { description: 'The name that its sender knows it by.' })
  name!: string;

  @Field(() => String, { description: 'What its content says it is, such as application/pdf.' })
  type!: string;

  @Field(() => Int, { description: 'In bytes, as kept.' })
  size!: number;

  @Field(() => EvidenceState, { description: 'Whether it can be looked at.' })
  state!: EvidenceState;

  @Field(() => Day, {
    description: 'The day on which its content is destroyed; later if its claim is still open then.',
  })
  purgeOn!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Where it is read: for ten minutes and by whoever asks, once signed in; without end by who sends the link along. ' +
      'Null when it cannot be looked at.',
  })
  address!: string | null;
}

@ObjectType({ description: 'What a structure may show in support of a claim.' })
export class ExhibitRules {
  @Field(() => Boolean, { description: 'Whether this installation takes any.' })
  taken!: boolean;

  @Field(() => [String], { description: 'What their content may be.' })
  types!: readonly string[];

  @Field(() => Int, { description: 'The most bytes of one, as sent.' })
  most!: number;

  @Field(() => Int, { description: 'How many a structure may have at once, over all its claims.' })
  count!: number;

  @Field(() => Int, { description: 'How many days they are kept, and longer while their claim is open.' })
  days!: number;
}
