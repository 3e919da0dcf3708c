import { Field, ID, InputType, ObjectType, Root } from 'type-graphql';
import { Absence } from '../audit/audit.ts';
import type { Finding } from '../audit/finding.rules.ts';
import { Title } from '../kernel/scalars.ts';

@ObjectType({ description: 'What was found on a criterion: a value, or why there is none.' })
export class FoundValue {
  @Field(() => String, { nullable: true, description: 'Yes is 1 and no is 0, the code of a choice, or a number.' })
  value(@Root() { amount, choice }: Finding): string | null {
    return choice ?? amount;
  }

  @Field(() => Absence, { nullable: true, description: 'Why there is no value; null when there is one.' })
  absence!: Absence | null;
}

@InputType({ description: 'What is found on one criterion: a value or an absence, and not both.' })
export class FindingInput {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId!: string;

  @Field(() => Title, { nullable: true, description: 'Yes is 1 and no is 0, the code of a choice, or a number.' })
  value?: string | null;

  @Field(() => Absence, { nullable: true, description: 'Why there is no value.' })
  absence?: Absence | null;
}
