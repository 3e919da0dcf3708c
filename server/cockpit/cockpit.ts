import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ChannelCode } from '../kernel/kinds.ts';
import { Day } from '../kernel/scalars.ts';

@ObjectType({ description: 'One channel in one week: what was planned, and what was done.' })
export class FieldworkWeek {
  @Field(() => ChannelCode, { description: 'The channel.' })
  channel!: ChannelCode;

  @Field(() => Day, { description: 'The Monday of the week.' })
  monday!: string;

  @Field(() => Int, { description: 'Tests planned for that week; those withdrawn are not counted.' })
  planned!: number;

  @Field(() => Int, {
    description: 'Tests whose contact took place that week, rejected or to be done again left out, planned or not.',
  })
  done!: number;

  @Field(() => Int, { description: 'Among them, those that are validated: they count.' })
  validated!: number;

  @Field(() => Int, { description: 'Tests planned for a day of that week that is past, and not sent.' })
  late!: number;
}

@ObjectType({ description: 'One département: whom fieldwork has reached there.' })
export class FieldworkPlace {
  @Field(() => String, { description: 'Its code; empty for structures whose département is not known.' })
  code!: string;

  @Field(() => String, { description: 'Its name; empty when it is not known.' })
  name!: string;

  @Field(() => Int, { description: 'Structures that take part.' })
  structures!: number;

  @Field(() => Int, { description: 'Among them, those of which no test is done yet.' })
  untouched!: number;

  @Field(() => Int, { description: 'Tests planned.' })
  planned!: number;

  @Field(() => Int, { description: 'Tests done, rejected or to be done again left out.' })
  done!: number;
}

@ObjectType({ description: 'One auditor who has tests left to send.' })
export class FieldworkAuditor {
  @Field(() => ID, { description: 'The auditor.' })
  id!: string;

  @Field(() => String, { description: 'What stands for them.' })
  code!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => Int, { description: 'Tests of a day that is past, not sent.' })
  late!: number;

  @Field(() => Int, { description: 'Tests of the seven days to come, today included.' })
  coming!: number;

  @Field(() => Day, { nullable: true, description: 'The last day they were reminded by mail; null for never.' })
  remindedOn!: string | null;
}

/** Where fieldwork stands, each figure the length of a list that staff can open. */
@ObjectType({ description: 'Where the fieldwork of an edition stands. Each figure is the length of a list.' })
export class FieldworkProgress {
  @Field(() => Int, { description: 'Tests planned; those withdrawn are not counted.' })
  planned!: number;

  @Field(() => Int, { description: 'Among them, those that nobody was given yet.' })
  unassigned!: number;

  @Field(() => Int, { description: 'Among them, those of a day that is past, and not sent.' })
  late!: number;

  @Field(() => Int, { description: 'Tests recorded, whatever their state.' })
  recorded!: number;

  @Field(() => Int, { description: 'Tests recorded that nobody decided on yet, questions included.' })
  toControl!: number;

  @Field(() => Int, { description: 'Tests validated: they count.' })
  validated!: number;

  @Field(() => Int, { description: 'Tests rejected, or to be done again.' })
  rejected!: number;

  @Field(() => Int, { description: 'Questions put to whoever made a test, not closed yet.' })
  openQuestions!: number;

  @Field(() => Int, { description: 'Claims of structures that nobody decided on yet.' })
  openClaims!: number;

  @Field(() => Int, { description: 'Tests of the plan still to be sent.' })
  remaining!: number;

  @Field(() => Int, {
    description: 'Tests recorded whose contact took place in the last fourteen days, today left out.',
  })
  recent!: number;

  @Field(() => Day, {
    nullable: true,
    description:
      'When the last test would be sent, at the mean pace of the last fourteen days; null when none remains, or none was sent of late.',
  })
  endsOn!: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day of the plan; null without one.' })
  plannedTo!: string | null;

  @Field(() => [FieldworkWeek], { description: 'By week and channel, where anything is planned or done.' })
  weeks!: readonly FieldworkWeek[];

  @Field(() => [FieldworkPlace], { description: 'By département, by code.' })
  places!: readonly FieldworkPlace[];

  @Field(() => [FieldworkAuditor], { description: 'Those who are late or have tests coming, the latest first.' })
  auditors!: readonly FieldworkAuditor[];
}
