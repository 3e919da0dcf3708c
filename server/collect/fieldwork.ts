import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DelayRule } from '../delay/delay.rules.ts';
import { ConditionScalar, CriterionKind, DelayScalar, ScaleScalar } from '../grid/criterion.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { Day } from '../kernel/scalars.ts';
import { AssignmentState } from '../plan/assignment.ts';
import type { Condition } from '../score/condition.rules.ts';
import type { Scale } from '../score/scale.rules.ts';
import { AuditDraft } from './draft.ts';
import { HeldReason, SubmissionFault, SubmissionOutcome } from './submission.ts';

@ObjectType({ description: 'A question of the form, as the grid asks it.' })
export class FieldQuestion {
  @Field(() => ID, { description: 'Of the criterion.' })
  id!: string;

  @Field(() => String, { description: 'The code of the criterion.' })
  code!: string;

  @Field(() => String, { description: 'The question, short.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'What the mystery citizen is told.' })
  guidance!: string | null;

  @Field(() => CriterionKind, { description: 'What kind of value it takes.' })
  kind!: CriterionKind;

  @Field(() => String, { nullable: true, description: 'RINGS, DAYS, SECONDS or MINUTES, where the value has one.' })
  unit!: string | null;

  @Field(() => ScaleScalar, { description: 'Which values it takes, and what they are worth.' })
  scale!: Scale;

  @Field(() => [ConditionScalar], { description: 'When it is asked.' })
  conditions!: Condition[];

  @Field(() => DelayScalar, { nullable: true, description: 'How it is derived from events; null when it is typed.' })
  delay!: DelayRule | null;

  @Field(() => Boolean, { description: 'Whether it only adds.' })
  bonus!: boolean;

  @Field(() => String, { description: 'The step of the journey it belongs to.' })
  stepLabel!: string;
}

@ObjectType({ description: 'The form of one channel on one version of the grid; it never changes.' })
export class FieldForm {
  @Field(() => ID, { description: 'Of the channel on that version.' })
  id!: string;

  @Field(() => ID, { description: 'The version of the grid.' })
  gridId!: string;

  @Field(() => Int, { description: 'Its number.' })
  gridNumber!: number;

  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => [FieldQuestion], { description: 'In the order of the form.' })
  questions!: FieldQuestion[];
}

@ObjectType({ description: 'What became of a test an auditor sent, as they are told.' })
export class Receipt {
  @Field(() => String, { description: 'What the device called the sending.' })
  key!: string;

  @Field(() => SubmissionOutcome, { description: 'What became of it.' })
  outcome!: SubmissionOutcome;

  @Field(() => HeldReason, { nullable: true, description: 'Why it was held.' })
  reason!: HeldReason | null;

  @Field(() => [SubmissionFault], { description: 'What cannot stand in it.' })
  faults!: SubmissionFault[];

  @Field(() => String, { nullable: true, description: 'What staff said when they settled it.' })
  settledMotive!: string | null;

  @Field(() => Date, { description: 'When it came, on the clock of the server.' })
  receivedAt!: Date;
}

@ObjectType({ description: 'A planned test, with all its auditor needs to do it without a network.' })
export class FieldTest {
  @Field(() => ID, { description: 'Of the planned test.' })
  id!: string;

  @Field(() => ID, { description: 'Of the edition.' })
  editionId!: string;

  @Field(() => String, { description: 'What the edition is called.' })
  editionLabel!: string;

  @Field(() => String, { description: 'Its number in the edition.' })
  reference!: string;

  @Field(() => AssignmentState, { description: 'Where it stands.' })
  state!: AssignmentState;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  stateReason!: string | null;

  @Field(() => Int, { description: 'From 1: how often it was tried.' })
  attempt!: number;

  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => Day, { description: 'The day it is done.' })
  onDay!: string;

  @Field(() => String, { description: 'From when, on the clock of the structure: "09:00".' })
  fromTime!: string;

  @Field(() => String, { description: 'Until when.' })
  toTime!: string;

  @Field(() => String, { description: 'The IANA name of the time zone of the structure.' })
  zone!: string;

  @Field(() => String, { description: 'The structure.' })
  structureName!: string;

  @Field(() => String, { nullable: true, description: 'The commune it lies in; null where it is not known.' })
  town!: string | null;

  @Field(() => String, { nullable: true, description: 'Its département, by code.' })
  departmentCode!: string | null;

  @Field(() => String, { description: 'What the scenario is about.' })
  scenarioLabel!: string;

  @Field(() => String, { description: 'What is done and said.' })
  instructions!: string;

  @Field(() => String, { nullable: true, description: 'The name one goes by; null where it does not matter.' })
  personaName!: string | null;

  @Field(() => String, { nullable: true, description: 'The mailbox one writes from.' })
  personaMailbox!: string | null;

  @Field(() => String, { nullable: true, description: 'The line one calls from.' })
  personaLine!: string | null;

  @Field(() => String, { nullable: true, description: 'The address one writes from.' })
  personaAddress!: string | null;

  @Field(() => ID, { nullable: true, description: 'Which of the forms it is; null when the grid has no such channel.' })
  formId!: string | null;

  @Field(() => AuditDraft, { nullable: true, description: 'What was typed in it, on any device.' })
  draft!: AuditDraft | null;

  @Field(() => Receipt, { nullable: true, description: 'What became of the last sending.' })
  receipt!: Receipt | null;
}

@ObjectType({ description: 'All that an auditor needs to work a while without a network.' })
export class Fieldwork {
  @Field(() => Date, { description: 'The clock of the server.' })
  now!: Date;

  @Field(() => [FieldTest], { description: 'Their tests, in the order of days.' })
  tests!: FieldTest[];

  @Field(() => [FieldForm], { description: 'The forms these are filled in on.' })
  forms!: FieldForm[];
}

@ObjectType({ description: 'A draft that was saved, and what is known of the clock of its device.' })
export class SavedDraft {
  @Field(() => Int, { description: 'The revision it now has.' })
  revision!: number;

  @Field(() => Date, { description: 'The clock of the server.' })
  now!: Date;

  @Field(() => Int, { description: 'By how many milliseconds the clock of the device is behind.' })
  skew!: number;
}
