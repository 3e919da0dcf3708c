import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audit, AuditState } from '../audit/audit.ts';
import { Evidence } from '../evidence/evidence.ts';
import { Correction } from './correction.ts';
import { Question } from './question.ts';
import { ControlStep } from './step.ts';
import { Suspicion, SuspicionKind } from './suspicion.ts';

/** What those who control look for. */
export enum ControlView {
  WAITING = 'WAITING',
  IN_CONTROL = 'IN_CONTROL',
  QUESTIONED = 'QUESTIONED',
  SAMPLED = 'SAMPLED',
  SUSPICIOUS = 'SUSPICIOUS',
}
registerEnumType(ControlView, {
  name: 'ControlView',
  description: 'What those who control look for.',
  valuesConfig: {
    WAITING: { description: 'Tests that nobody has begun to check.' },
    QUESTIONED: { description: 'Tests with a question that is not closed.' },
    SAMPLED: { description: 'Tests drawn to be read a second time, and not yet read.' },
    SUSPICIOUS: { description: 'Tests that resemble another, or whose pace is hard to believe, and are not decided.' },
  },
});

@ObjectType({ description: 'One test in the work of those who control.' })
export class ControlLine {
  @Field(() => ID, { description: 'That of its test.' })
  id!: string;

  @Field(() => Audit, { description: 'The test.' })
  audit!: Audit;

  @Field(() => String, { nullable: true, description: 'Its auditor, by code; null for what came in a file.' })
  auditorCode!: string | null;

  @Field(() => Int, { description: 'How many of its questions are not closed.' })
  openQuestions!: number;

  @Field(() => [SuspicionKind], { description: 'What a person should look at.' })
  suspicions!: SuspicionKind[];
}

@ObjectType({ description: 'Why a test may not go somewhere; no reason when it may.' })
export class ControlWay {
  @Field(() => AuditState, { description: 'The state.' })
  state!: AuditState;

  @Field(() => String, { nullable: true, description: 'The code of what stands in the way; null when nothing does.' })
  obstacle!: string | null;

  @Field(() => Boolean, { description: 'Whether it needs a reason.' })
  needsReason!: boolean;
}

@ObjectType({ description: 'All that one needs to check a test.' })
export class ControlSheet {
  @Field(() => ID, { description: 'That of its test.' })
  id!: string;

  @Field(() => Audit, { description: 'The test.' })
  audit!: Audit;

  @Field(() => String, { nullable: true, description: 'Its auditor, by code; null for what came in a file.' })
  auditorCode!: string | null;

  @Field(() => [ControlWay], { description: 'Where it may go, and what stands in the way.' })
  ways!: ControlWay[];

  @Field(() => [Evidence], { description: 'The evidence that goes with it.' })
  evidences!: Evidence[];

  @Field(() => [Question], { description: 'The questions on it, the oldest first.' })
  questions!: Question[];

  @Field(() => [Correction], { description: 'What was corrected, the oldest first.' })
  corrections!: Correction[];

  @Field(() => [Suspicion], { description: 'What a person should look at.' })
  suspicions!: Suspicion[];

  @Field(() => [ControlStep], { description: 'All that was done to it, in order.' })
  steps!: ControlStep[];
}
