import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToMany, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLScalarType } from 'graphql';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { DelayRule } from '../delay/delay.rules.ts';
import { DecimalText } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import type { Condition } from '../score/condition.rules.ts';
import type { Scale } from '../score/scale.rules.ts';
import { Clause } from './frame.ts';
import { AbsencePolicy, Channel, JourneyStep } from './grid.ts';

/** What a mystery citizen may be asked to measure. */
export enum CriterionKind {
  YES_NO = 'YES_NO',
  SCALE = 'SCALE',
  CHOICE = 'CHOICE',
  COUNT = 'COUNT',
  DURATION = 'DURATION',
  SHARE = 'SHARE',
}
registerEnumType(CriterionKind, {
  name: 'CriterionKind',
  description: 'What a mystery citizen may be asked to measure.',
});

/** How a delay is derived from events; its shape is that of `delay/delay.rules.ts`. */
export const DelayScalar = new GraphQLScalarType<DelayRule, DelayRule>({
  name: 'DelayRule',
  description: 'How a delay is derived from events: {from:"SENT",to:"ANSWERED",count:"WORKING_DAYS"}.',
});

/** When a criterion is asked; its shapes are those of `score/condition.rules.ts`. */
export const ConditionScalar = new GraphQLScalarType<Condition, Condition>({
  name: 'Condition',
  description:
    'An answer another criterion of the same test must have: {criterion,in:["1"]} or {criterion,from,below}.',
});

/** How a value becomes points from 0 to 1; its shapes are those of `score/scale.rules.ts`. */
export const ScaleScalar = new GraphQLScalarType<Scale, Scale>({
  name: 'Scale',
  description:
    'How a value becomes points, 0 to 1: {type:"YES_NO",yes,no}, {type:"CHOICE",choices:[{code,label,points}]}, ' +
    '{type:"LINEAR",zeroAt,oneAt} or {type:"STEPS",steps:[{below,points}],beyond}. Every number is a decimal text.',
});

@ObjectType({ description: 'One thing measured on one channel.' })
@Entity()
@Unique({ name: 'criterion_once', properties: ['channel', 'code'] })
@Check({ name: 'criterion_weight_positive', expression: 'weight >= 0' })
export class Criterion extends Stored {
  @ManyToOne(() => Channel, { ref: true, deleteRule: 'cascade' })
  channel!: Ref<Channel>;

  @ManyToOne(() => JourneyStep, { ref: true })
  step!: Ref<JourneyStep>;

  @Field(() => String, { description: 'Stable over editions, such as phone.access.rings: trends follow it.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'The question, short.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'What the mystery citizen is told.' })
  @Property({ type: 'text', nullable: true })
  guidance: string | null = null;

  @Field(() => CriterionKind, { description: 'What kind of value it takes.' })
  @Enum({ items: () => CriterionKind })
  kind!: CriterionKind;

  @Field(() => String, { nullable: true, description: 'RINGS, DAYS, SECONDS or MINUTES, where the value has one.' })
  @Property({ type: 'text', nullable: true })
  unit: string | null = null;

  @Field(() => DecimalText, {
    description: 'Its weight within its channel, in points of weight; 0 for information only.',
  })
  @Property({ type: 'decimal', columnType: 'numeric' })
  weight!: string;

  @Field(() => ScaleScalar, { description: 'How its value becomes points.' })
  @Property({ type: 'json' })
  scale!: Scale;

  @Field(() => AbsencePolicy, { description: 'When the service is not offered.' })
  @Enum({ items: () => AbsencePolicy })
  whenNotOffered: Opt<AbsencePolicy> = AbsencePolicy.ZERO;

  @Field(() => AbsencePolicy, {
    description: 'When it could not be observed, such as the delay of an answer that never came.',
  })
  @Enum({ items: () => AbsencePolicy })
  whenNotObserved: Opt<AbsencePolicy> = AbsencePolicy.RENORMALISE;

  @Field(() => AbsencePolicy, { description: 'When the structure refused.' })
  @Enum({ items: () => AbsencePolicy })
  whenRefused: Opt<AbsencePolicy> = AbsencePolicy.ZERO;

  @Field(() => DecimalText, { nullable: true, description: 'What the policy FLOOR counts, on 100.' })
  @Property({ type: 'decimal', columnType: 'numeric', nullable: true })
  floor: string | null = null;

  @Field(() => Boolean, { description: 'Earned but not possible: it adds to its channel, and never takes from it.' })
  @Property({ type: 'boolean' })
  bonus: Opt<boolean> = false;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Knock-out, on 100: a structure that scores under it here cannot receive the award.',
  })
  @Property({ type: 'decimal', columnType: 'numeric', nullable: true })
  minimum: string | null = null;

  @Field(() => [ConditionScalar], { description: 'It is asked only when all of them hold; otherwise not applicable.' })
  @Property({ type: 'json', default: '[]' })
  conditions: Opt<Condition[]> = [];

  @Field(() => DelayScalar, {
    nullable: true,
    description: 'How its value is derived from events; null when typed in.',
  })
  @Property({ type: 'json', nullable: true })
  delay: DelayRule | null = null;

  @Field(() => Int, { description: 'Its place in the form.' })
  @Property({ type: 'smallint' })
  position!: number;

  @Field(() => String, { nullable: true, description: 'Where the criterion was found, when it is public.' })
  @Property({ type: 'text', nullable: true })
  source: string | null = null;

  @ManyToMany({ entity: () => Clause, pivotEntity: () => CriterionClause })
  clauses = new Collection<Clause>(this);

  @Field(() => Channel, { name: 'channel', description: 'The channel it is measured on.' })
  loadChannel() {
    return this.channel.load();
  }

  @Field(() => JourneyStep, { name: 'step', description: 'The stage of the journey it belongs to.' })
  loadStep() {
    return this.step.load();
  }

  @Field(() => [Clause], { name: 'clauses', description: 'The commitments of reference frames it serves.' })
  async loadClauses() {
    return this.clauses.loadItems();
  }
}

/** That a criterion serves a clause: a record of its own, so that its history tells it and undoing brings it back. */
@Entity()
@Unique({ name: 'criterion_clause_once', properties: ['criterion', 'clause'] })
export class CriterionClause extends Stored {
  @ManyToOne(() => Criterion, { ref: true, deleteRule: 'cascade' })
  criterion!: Ref<Criterion>;

  @ManyToOne(() => Clause, { ref: true })
  clause!: Ref<Clause>;
}
