import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLScalarType } from 'graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';
import type { PolicyRules } from '../score/policy.rules.ts';

/** What absences do; its shape is that of `score/policy.rules.ts`. */
export const PolicyRulesScalar = new GraphQLScalarType<PolicyRules, PolicyRules>({
  name: 'PolicyRules',
  description:
    'What absences do, where it departs from the grid: {minimumShare, channels:[{code,whenAbsent,floor,compared}], ' +
    'absences:{NOT_OFFERED,NOT_OBSERVED,REFUSED}, floor}. What is left out stays as the grid has it. ' +
    'Scores are on 100 and shares on 1, as decimal texts.',
});

@ObjectType({
  description: 'What absences do in one edition: chosen, signed and motivated; a new choice follows, none is erased.',
})
@Entity()
@Unique({ name: 'scoring_policy_once', properties: ['edition', 'number'] })
export class ScoringPolicy extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Field(() => Int, { description: 'From 1 within the edition; the latest is in force.' })
  @Property({ type: 'smallint' })
  number!: number;

  @Field(() => PolicyRulesScalar, { description: 'What it says.' })
  @Property({ type: 'json' })
  rules!: PolicyRules;

  @Field(() => String, { description: 'Why it was chosen.' })
  @Property({ type: 'text' })
  motive!: string;

  @Property({ type: 'text' })
  chosenBy!: string;
}
