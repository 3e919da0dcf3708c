import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Auditor } from '../auditor/auditor.ts';
import { Day, Prose } from '../kernel/scalars.ts';
import { PlanRule } from './plan.ts';

@ObjectType({ description: 'An auditor to whom a test could be given by hand.' })
export class AssignmentChoice {
  @Field(() => Auditor, { description: 'The auditor.' })
  auditor!: Auditor;

  @Field(() => [PlanRule], { description: 'The rules of the plan that would be broken, those of the day left out.' })
  breaks!: PlanRule[];
}

@ObjectType({ description: 'To whom a test could be given on a day, and which rules of the plan would be broken.' })
export class AssignmentChoices {
  @Field(() => [PlanRule], { description: 'The rules that the day breaks, whoever does it.' })
  breaks!: PlanRule[];

  @Field(() => [AssignmentChoice], { description: 'All auditors who have not left, by name.' })
  auditors!: AssignmentChoice[];
}

@InputType({ description: 'Who does a test, and when.' })
export class GiveAssignmentInput {
  @Field(() => ID, { description: 'The auditor.' })
  auditorId!: string;

  @Field(() => Day, { description: 'The day, within those of fieldwork.' })
  onDay!: string;

  @Field(() => Prose, { nullable: true, description: 'Why, when rules of the plan speak against it.' })
  reason?: string | null;
}
