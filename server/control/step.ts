import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { AuditState } from '../audit/audit.ts';

/** What can be done to a test. */
export enum StepKind {
  CAME = 'CAME',
  MOVED = 'MOVED',
  ASKED = 'ASKED',
  ANSWERED = 'ANSWERED',
  CLOSED = 'CLOSED',
  CORRECTED = 'CORRECTED',
  READ_AGAIN = 'READ_AGAIN',
}
registerEnumType(StepKind, { name: 'ControlStepKind', description: 'What can be done to a test.' });

@ObjectType({ description: 'Something that was done to a test.' })
export class ControlStep {
  @Field(() => StepKind, { description: 'What was done.' })
  did!: StepKind;

  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'By whom: an auditor by their code; null for the system itself.',
  })
  by!: string | null;

  @Field(() => AuditState, { nullable: true, description: 'The state it went to, when it moved.' })
  state!: AuditState | null;

  @Field(() => String, { nullable: true, description: 'The criterion it was about, when it was about one.' })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'The reason, the question or the answer.' })
  text!: string | null;
}
