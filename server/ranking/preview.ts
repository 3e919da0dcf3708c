import { Field, Int, ObjectType } from 'type-graphql';
import { Enrolment } from '../enrolment/enrolment.ts';
import { DecimalText } from '../kernel/scalars.ts';

@ObjectType({ description: 'What a new run would change for one structure.' })
export class ScoreChange {
  @Field(() => Enrolment, { description: 'The structure in its edition.' })
  enrolment!: Enrolment;

  @Field(() => DecimalText, { nullable: true, description: 'On 100, in the latest run.' })
  scoreBefore!: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'On 100, if it were computed now.' })
  scoreAfter!: string | null;

  @Field(() => Int, { nullable: true, description: 'In the latest run.' })
  rankBefore!: number | null;

  @Field(() => Int, { nullable: true, description: 'If it were computed now.' })
  rankAfter!: number | null;
}

@ObjectType({ description: 'What computing the scores of an edition now would change. Reading it changes nothing.' })
export class ScorePreview {
  @Field(() => String, { description: 'SHA-256 of the inputs: send it back to compute exactly this.' })
  inputsHash!: string;

  @Field(() => Boolean, {
    description: 'Whether the latest run rests on the same inputs: there is nothing to compute.',
  })
  current!: boolean;

  @Field(() => Int, { nullable: true, description: 'The latest run; null before the first.' })
  runNumber!: number | null;

  @Field(() => Int, { description: 'How many validated tests it would rest on.' })
  auditCount!: number;

  @Field(() => Int, { description: 'How many structures would have a score.' })
  structureCount!: number;

  @Field(() => [ScoreChange], { description: 'The structures whose score or rank would change, by category and rank.' })
  changes!: ScoreChange[];
}
