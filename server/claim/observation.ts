import { Field, ID, ObjectType } from 'type-graphql';
import { Absence, AuditState } from '../audit/audit.ts';
import { Day, DecimalText } from '../kernel/scalars.ts';

@ObjectType({
  description: 'An observation behind a contested criterion, for whoever decides: never for the structure.',
})
export class ClaimObservation {
  @Field(() => ID, { description: 'The measurement.' })
  measurementId!: string;

  @Field(() => ID, { description: 'The test.' })
  auditId!: string;

  @Field(() => String, { description: 'The number of the test.' })
  reference!: string;

  @Field(() => Day, { description: 'The day of the contact.' })
  performedOn!: string;

  @Field(() => AuditState, { description: 'Whether the test counts.' })
  state!: AuditState;

  @Field(() => String, {
    nullable: true,
    description: 'The value in the unit of the criterion, or the code of a choice.',
  })
  value!: string | null;

  @Field(() => Absence, { nullable: true, description: 'Why there is no value; null when there is one.' })
  absence!: Absence | null;

  @Field(() => String, { description: 'What the structure was told of it, in French.' })
  said!: string;

  @Field(() => DecimalText, { nullable: true, description: 'The points the value earns, 0 to 1, 4 decimals.' })
  points!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it no longer counts; null while it does.' })
  neutralised!: string | null;
}
