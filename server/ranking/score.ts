import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, OneToMany, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Category } from '../edition/category.ts';
import { Edition } from '../edition/edition.ts';
import { Unit } from '../edition/figure.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Criterion } from '../grid/criterion.ts';
import { Channel, Grid } from '../grid/grid.ts';
import { ScoringPolicy } from '../grid/policy.ts';
import { DecimalText } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import type { ChannelDetail, OverallDetail } from './detail.rules.ts';

@ObjectType({
  description: 'One computation of all scores of an edition: immutable, and recomputable from its inputs.',
})
@Entity()
@Unique({ name: 'score_run_once', properties: ['edition', 'number'] })
export class ScoreRun extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @ManyToOne(() => Grid, { ref: true })
  grid!: Ref<Grid>;

  @Field(() => Int, { description: 'From 1 within the edition.' })
  @Property({ type: 'smallint' })
  number!: number;

  @Field(() => String, { description: 'SHA-256 of the grid and of every measurement that counted.' })
  @Property({ type: 'text' })
  inputsHash!: string;

  @Field(() => String, { description: 'The version of the arithmetic.' })
  @Property({ type: 'text' })
  engine!: string;

  @Field(() => Int, { description: 'How many validated tests it rests on.' })
  @Property({ type: 'integer' })
  auditCount!: number;

  @Field(() => ScoringPolicy, {
    name: 'policy',
    nullable: true,
    description: 'The policy of absences; null for the grid.',
  })
  async loadPolicy() {
    return this.policy?.load() ?? null;
  }

  @ManyToOne(() => ScoringPolicy, { ref: true, nullable: true, deleteRule: 'no action' })
  policy: Ref<ScoringPolicy> | null = null;

  @Property({ type: 'text', nullable: true })
  computedBy: string | null = null;

  @OneToMany(
    () => IndicatorValue,
    (value) => value.run,
    { orderBy: { position: 'asc' } },
  )
  indicators = new Collection<IndicatorValue>(this);

  @Field(() => [IndicatorValue], { name: 'indicators', description: 'The figures of the edition, from this run.' })
  async loadIndicators() {
    return this.indicators.loadItems();
  }
}

/** One line of a run: overall (no channel), on a channel (no criterion), or on a criterion. */
@ObjectType({ description: 'A score of one structure: overall, on one channel, or on one criterion.' })
@Entity()
@Index({ properties: ['run', 'enrolment'] })
export class Score extends Stored {
  @ManyToOne(() => ScoreRun, { ref: true, deleteRule: 'cascade' })
  run!: Ref<ScoreRun>;

  @ManyToOne(() => Enrolment, { ref: true, index: true })
  enrolment!: Ref<Enrolment>;

  @ManyToOne(() => Channel, { ref: true, nullable: true, deleteRule: 'no action' })
  channel: Ref<Channel> | null = null;

  @ManyToOne(() => Criterion, { ref: true, nullable: true, deleteRule: 'no action' })
  criterion: Ref<Criterion> | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'On 100, exact, as a fraction such as "6205/91"; null when nothing could be measured.',
  })
  @Property({ type: 'text', nullable: true })
  exact!: string | null;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'On 100, rounded half up to 2 decimals, for display only: ranks use the exact one.',
  })
  @Property({ type: 'decimal', precision: 7, scale: 2, nullable: true })
  value!: string | null;

  @Field(() => Int, { description: 'How many findings it rests on.' })
  @Property({ type: 'integer' })
  base!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Place in its category; equals share it (1, 2, 2, 4). Overall scores only.',
  })
  @Property({ type: 'smallint', nullable: true })
  rank: number | null = null;

  /** What became of it, overall and on channels: outcome, bonus, cap, exclusion, thresholds. Exact, as fractions. */
  @Property({ type: 'json', nullable: true })
  detail: OverallDetail | ChannelDetail | null = null;

  @Field(() => Enrolment, { name: 'enrolment', description: 'The structure in its edition.' })
  loadEnrolment() {
    return this.enrolment.load();
  }

  @Field(() => Channel, { name: 'channel', nullable: true, description: 'The channel; null for the overall score.' })
  async loadChannel() {
    return this.channel?.load() ?? null;
  }

  @Field(() => Criterion, {
    name: 'criterion',
    nullable: true,
    description: 'The criterion; null for a channel or the overall score.',
  })
  async loadCriterion() {
    return this.criterion?.load() ?? null;
  }
}

@ObjectType({ description: 'What an indicator is worth in one run: a figure with its unit and its base.' })
@Entity()
@Unique({ name: 'indicator_value_once', properties: ['run', 'code'] })
export class IndicatorValue extends Stored {
  @ManyToOne(() => ScoreRun, { ref: true, deleteRule: 'cascade' })
  run!: Ref<ScoreRun>;

  @Field(() => String, { description: 'Stable over editions.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'As it is printed.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => Unit, { description: 'What it is counted in.' })
  @Enum({ items: () => Unit })
  unit!: Unit;

  @Field(() => String, { nullable: true, description: 'Exact, as a fraction; null when its base is empty.' })
  @Property({ type: 'text', nullable: true })
  exact!: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'Rounded half up to 6 decimals.' })
  @Property({ type: 'decimal', precision: 16, scale: 6, nullable: true })
  value!: string | null;

  @Field(() => DecimalText, { nullable: true, description: 'What passed, or the sum of the values.' })
  @Property({ type: 'decimal', precision: 16, scale: 6, nullable: true })
  numerator!: string | null;

  @Field(() => Int, { description: 'How many it is taken over.' })
  @Property({ type: 'integer' })
  denominator!: number;

  @Field(() => String, { description: 'What it is taken over, in words.' })
  @Property({ type: 'text' })
  base!: string;

  @Field(() => Int, {
    description: 'How many structures contribute: a figure under the publishing threshold is withheld.',
  })
  @Property({ type: 'integer' })
  contributors!: number;

  @Field(() => Int, { description: 'Its place in the list.' })
  @Property({ type: 'smallint' })
  position!: number;

  @ManyToOne(() => Category, { ref: true, nullable: true, deleteRule: 'no action' })
  category: Ref<Category> | null = null;
}
