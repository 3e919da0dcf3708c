import { Field, ID, InputType } from 'type-graphql';
import type { DelayRule } from '../delay/delay.rules.ts';
import { Code, DecimalText, Prose, Title } from '../kernel/scalars.ts';
import type { Condition } from '../score/condition.rules.ts';
import type { Scale } from '../score/scale.rules.ts';
import { ConditionScalar, CriterionKind, DelayScalar, ScaleScalar } from './criterion.ts';
import { AbsencePolicy } from './grid.ts';

@InputType({
  description: 'What staff may correct of a criterion while its grid is not frozen. A field left out stays.',
})
export class CriterionInput {
  @Field(() => Title, { nullable: true, description: 'The question, short.' })
  label?: string;

  @Field(() => Prose, { nullable: true, description: 'What the mystery citizen is told.' })
  guidance?: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'Its weight within its channel, 0 for information only.' })
  weight?: string;

  @Field(() => ScaleScalar, { nullable: true, description: 'How its value becomes points.' })
  scale?: Scale;

  @Field(() => AbsencePolicy, { nullable: true, description: 'When the service is not offered.' })
  whenNotOffered?: AbsencePolicy;

  @Field(() => AbsencePolicy, { nullable: true, description: 'When it could not be observed.' })
  whenNotObserved?: AbsencePolicy;

  @Field(() => AbsencePolicy, { nullable: true, description: 'When the structure refused.' })
  whenRefused?: AbsencePolicy;

  @Field(() => DecimalText, { nullable: true, description: 'What the policy FLOOR counts, on 100.' })
  floor?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Earned but not possible.' })
  bonus?: boolean;

  @Field(() => DecimalText, { nullable: true, description: 'Knock-out, on 100.' })
  minimum?: string | null;

  @Field(() => [ConditionScalar], { nullable: true, description: 'It is asked only when all of them hold.' })
  conditions?: Condition[];

  @Field(() => DelayScalar, { nullable: true, description: 'How its value is derived from events.' })
  delay?: DelayRule | null;

  @Field(() => CriterionKind, { nullable: true, description: 'What kind of value it takes; its scale must fit.' })
  kind?: CriterionKind;

  @Field(() => String, { nullable: true, description: 'RINGS, DAYS, SECONDS or MINUTES, where the value has one.' })
  unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'The step of the journey it belongs to, of its own grid.' })
  stepId?: string;

  @Field(() => [ID], { nullable: true, description: 'The clauses of reference frames it serves: these, and no other.' })
  clauseIds?: string[];
}

@InputType({ description: 'What staff may correct of a channel while its grid is not frozen. A field left out stays.' })
export class ChannelInput {
  @Field(() => Title, { nullable: true, description: 'Its name.' })
  label?: string;

  @Field(() => DecimalText, { nullable: true, description: 'Its weight in the overall score, in points of weight.' })
  weight?: string;

  @Field(() => Boolean, { nullable: true, description: 'Taken only by some structures.' })
  optional?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether an optional channel enters the overall score.' })
  compared?: boolean;

  @Field(() => AbsencePolicy, { nullable: true, description: 'What a structure without a score on it counts.' })
  whenAbsent?: AbsencePolicy;

  @Field(() => DecimalText, { nullable: true, description: 'What the policy FLOOR counts, on 100.' })
  floor?: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'Knock-out, on 100.' })
  minimum?: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'Most points, on 100, that its bonus criteria may add.' })
  bonusCap?: string | null;
}

@InputType({ description: 'What one step of the journey weighs within each channel.' })
export class StepWeightInput {
  @Field(() => Code, { description: 'The step, by its code.' })
  step!: string;

  @Field(() => DecimalText, { nullable: true, description: 'In points of weight; null when criteria weigh alone.' })
  weight?: string | null;
}

@InputType({ description: 'What staff may correct of a whole grid while it is not frozen. A field left out stays.' })
export class GridInput {
  @Field(() => DecimalText, {
    nullable: true,
    description: 'Least share of its weight that must rest on values, 0 to 1.',
  })
  minimumShare?: string | null;

  @Field(() => [StepWeightInput], { nullable: true, description: 'Every step must have a weight, or none.' })
  stepWeights?: StepWeightInput[];
}
