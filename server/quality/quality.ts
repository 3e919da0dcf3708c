import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AuditState } from '../audit/audit.ts';
import { AgreementLine } from '../control/agreement.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { Day } from '../kernel/scalars.ts';
import { AssignmentState } from '../plan/assignment.ts';

/** What is counted of the work of an auditor. Each is the length of the list of the tests it counts. */
export enum QualityFigure {
  GIVEN = 'GIVEN',
  DUE = 'DUE',
  SENT = 'SENT',
  LATE = 'LATE',
  DONE_LATE = 'DONE_LATE',
  DECIDED = 'DECIDED',
  REJECTED = 'REJECTED',
  TO_REDO = 'TO_REDO',
  CORRECTED = 'CORRECTED',
  QUESTIONED = 'QUESTIONED',
  NEUTRALISED = 'NEUTRALISED',
  READ_TWICE = 'READ_TWICE',
}
registerEnumType(QualityFigure, {
  name: 'QualityFigure',
  description: 'What is counted of the work of an auditor in an edition.',
  valuesConfig: {
    GIVEN: { description: 'Tests given, those withdrawn left out.' },
    DUE: { description: 'Of these, those of a day that is past in Paris.' },
    SENT: { description: 'Those that were sent.' },
    LATE: { description: 'Those of a day that is past, and not sent.' },
    DONE_LATE: { description: 'Those sent whose contact took place after their day.' },
    DECIDED: { description: 'Those sent on which control decided: validated, rejected or to be done again.' },
    REJECTED: { description: 'Of these, those rejected.' },
    TO_REDO: { description: 'Of these, those to be done again.' },
    CORRECTED: { description: 'Those sent of which control corrected a measurement.' },
    QUESTIONED: { description: 'Those sent about which control asked a question.' },
    NEUTRALISED: { description: 'Those sent of which an observation was neutralised after a claim.' },
    READ_TWICE: { description: 'Those sent that were read a second time, blind.' },
  },
});

@ObjectType({ description: 'One figure of the work of an auditor.' })
export class QualityCount {
  @Field(() => QualityFigure, { description: 'What is counted.' })
  figure!: QualityFigure;

  @Field(() => Int, { description: 'How many tests.' })
  count!: number;
}

@ObjectType({ description: 'What can be told of the work of an auditor in an edition.' })
export class AuditorQuality {
  @Field(() => ID, { description: 'The auditor.' })
  auditorId!: string;

  @Field(() => Boolean, { description: 'Whether they passed the briefing, or there is none.' })
  briefed!: boolean;

  @Field(() => Int, { description: 'Structures they are tied to, among those of the edition.' })
  ties!: number;

  @Field(() => [QualityCount], { description: 'Every figure, in the order of the enumeration.' })
  counts!: QualityCount[];

  @Field(() => Int, { description: 'Days on which they did one of the tests that they sent.' })
  daysWorked!: number;

  @Field(() => Int, { description: 'The most of these on one day.' })
  mostInDay!: number;
}

@ObjectType({ description: 'A test that a figure counts.' })
export class QualityTest {
  @Field(() => ID, { description: 'The planned test.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Its audit; null until it is sent.' })
  auditId!: string | null;

  @Field(() => String, { description: 'Its number in the edition.' })
  reference!: string;

  @Field(() => String, { description: 'The structure, by name.' })
  structure!: string;

  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => Day, { description: 'The day it is planned for.' })
  onDay!: string;

  @Field(() => Day, { nullable: true, description: 'The day of the contact; null until it is sent.' })
  performedOn!: string | null;

  @Field(() => AssignmentState, { description: 'Where it stands in the plan.' })
  state!: AssignmentState;

  @Field(() => AuditState, { nullable: true, description: 'Where it stands in its control; null until it is sent.' })
  auditState!: AuditState | null;
}

@ObjectType({ description: 'How far second readings agree with what one auditor found.' })
export class AuditorAgreement {
  @Field(() => [AgreementLine], { description: 'By kind of criterion; empty when none of their tests was read twice.' })
  lines!: AgreementLine[];
}
