import { Field, InputType } from 'type-graphql';
import { DecimalText, Prose, Title } from '../kernel/scalars.ts';
import type { Scale } from '../score/scale.rules.ts';
import { AbsenceRule, ScaleScalar } from './criterion.ts';

@InputType({
  description: 'What staff may correct of a criterion while its grid is not frozen. A field left out stays.',
})
export class CriterionInput {
  @Field(() => Title, { nullable: true, description: 'The question, short.' })
  label?: string;

  @Field(() => Prose, { nullable: true, description: 'What the mystery citizen is told.' })
  guidance?: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'Its weight within its channel, above 0.' })
  weight?: string;

  @Field(() => ScaleScalar, { nullable: true, description: 'How its value becomes points.' })
  scale?: Scale;

  @Field(() => AbsenceRule, { nullable: true, description: 'When the service is not offered.' })
  whenNotOffered?: AbsenceRule;

  @Field(() => AbsenceRule, { nullable: true, description: 'When it could not be observed.' })
  whenNotObserved?: AbsenceRule;

  @Field(() => AbsenceRule, { nullable: true, description: 'When the structure refused.' })
  whenRefused?: AbsenceRule;
}
