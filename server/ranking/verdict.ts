import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../audit/audit.ts';
import { DecimalText } from '../kernel/scalars.ts';

/** Why a structure is out of the ranking. */
export enum ExclusionReason {
  ABSENCE = 'ABSENCE',
  CHANNEL = 'CHANNEL',
  TOO_LITTLE_DATA = 'TOO_LITTLE_DATA',
}
registerEnumType(ExclusionReason, {
  name: 'ExclusionReason',
  description: 'Why a structure is out of the ranking.',
  valuesConfig: {
    ABSENCE: { description: 'A criterion has no value, and its policy excludes.' },
    CHANNEL: { description: 'A channel has no score, and its policy excludes.' },
    TOO_LITTLE_DATA: { description: 'Too little of the weight of the grid rests on values.' },
  },
});

/** What a threshold is set on. */
export enum KnockOutScope {
  CRITERION = 'CRITERION',
  CHANNEL = 'CHANNEL',
}
registerEnumType(KnockOutScope, { name: 'KnockOutScope', description: 'What a threshold is set on.' });

@ObjectType({ description: 'Why a structure is out of the ranking.' })
export class ScoreExclusion {
  @Field(() => ExclusionReason, { description: 'Which rule took it out.' })
  reason!: ExclusionReason;

  @Field(() => String, {
    nullable: true,
    description: 'The criterion or channel by its name; null for too little data, and for a criterion not to be told.',
  })
  label!: string | null;

  @Field(() => Absence, { nullable: true, description: 'The absence that excluded it, on a criterion.' })
  absence!: Absence | null;
}

@ObjectType({ description: 'A threshold a structure fell under.' })
export class KnockOutLine {
  @Field(() => KnockOutScope, { description: 'What it is set on.' })
  scope!: KnockOutScope;

  @Field(() => String, {
    nullable: true,
    description: 'The criterion or channel by its name; null when not to be told.',
  })
  label!: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'The threshold, on 100; null when not to be told.' })
  minimum!: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'What it scored, on 100; null when not to be told.' })
  score!: string | null;
}
