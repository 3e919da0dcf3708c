import { Field, ObjectType } from 'type-graphql';
import { Enrolment } from './enrolment.ts';

@ObjectType({ description: 'An enrolment that stayed as it was, and why.' })
export class UnmovedEnrolment {
  @Field(() => Enrolment, { description: 'Which.' })
  enrolment!: Enrolment;

  @Field(() => String, { description: 'The code of the refusal, such as ENROLMENT_STATE.' })
  reason!: string;
}

@ObjectType({ description: 'What became of several enrolments: each either moved, or stayed for a reason.' })
export class MovedEnrolments {
  @Field(() => [Enrolment], { description: 'Those that moved.' })
  moved!: Enrolment[];

  @Field(() => [UnmovedEnrolment], { description: 'Those that stayed.' })
  refused!: UnmovedEnrolment[];
}
