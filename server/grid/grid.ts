import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, OneToMany, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { DecimalText } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { Criterion } from './criterion.ts';
import { Indicator } from './indicator.ts';

/** What an absence does to the score. "Not applicable" always leaves the denominator. */
export enum AbsencePolicy {
  RENORMALISE = 'RENORMALISE',
  ZERO = 'ZERO',
  FLOOR = 'FLOOR',
  EXCLUDE = 'EXCLUDE',
}
registerEnumType(AbsencePolicy, {
  name: 'AbsencePolicy',
  description: 'What an absence does to the score. "Not applicable" always leaves the denominator.',
  valuesConfig: {
    RENORMALISE: { description: 'It leaves the denominator: the other weights share what it had.' },
    ZERO: { description: 'It counts as nothing earned.' },
    FLOOR: { description: 'It counts as a declared score.' },
    EXCLUDE: { description: 'The structure leaves the ranking.' },
  },
});

@ObjectType({
  description: 'What is measured in one edition, and what it is worth. It freezes at the first measurement.',
})
@Entity()
@Unique({ name: 'grid_number_once', properties: ['edition', 'number'] })
export class Grid extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Field(() => Int, { description: 'From 1: a frozen grid that must change becomes the next one.' })
  @Property({ type: 'smallint' })
  number: Opt<number> = 1;

  @Field(() => Date, { nullable: true, description: 'When the first measurement came in; it no longer changes since.' })
  @Property({ type: 'datetime', nullable: true })
  frozenAt: Opt<Date> | null = null;

  @Field(() => Boolean, {
    description: 'Whether it is a version in preparation: nothing is measured or scored with it until it is adopted.',
  })
  @Property({ type: 'boolean' })
  draft: Opt<boolean> = false;

  @Field(() => String, { nullable: true, description: 'What a reader must know of it.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Least share of its weight that must rest on values, 0 to 1; under it a structure has no score.',
  })
  @Property({ type: 'decimal', columnType: 'numeric', nullable: true })
  minimumShare: string | null = null;

  @OneToMany(
    () => Channel,
    (channel) => channel.grid,
    { orderBy: { position: 'asc' } },
  )
  channels = new Collection<Channel>(this);

  @OneToMany(
    () => JourneyStep,
    (step) => step.grid,
    { orderBy: { position: 'asc' } },
  )
  steps = new Collection<JourneyStep>(this);

  @OneToMany(
    () => Indicator,
    (indicator) => indicator.grid,
    { orderBy: { position: 'asc' } },
  )
  indicators = new Collection<Indicator>(this);

  @Field(() => Edition, { name: 'edition', description: 'The edition it measures.' })
  loadEdition() {
    return this.edition.load();
  }

  @Field(() => [Channel], { name: 'channels', description: 'In the order of the grid.' })
  async loadChannels() {
    return this.channels.loadItems();
  }

  @Field(() => [JourneyStep], { name: 'steps', description: 'In the order of the journey.' })
  async loadSteps() {
    return this.steps.loadItems();
  }

  @Field(() => [Indicator], { name: 'indicators', description: 'The figures that will be published.' })
  async loadIndicators() {
    return this.indicators.loadItems();
  }
}

@ObjectType({ description: 'One way to reach a public service, as one grid weighs it.' })
@Entity()
@Unique({ name: 'channel_once', properties: ['grid', 'code'] })
export class Channel extends Stored {
  @ManyToOne(() => Grid, { ref: true, deleteRule: 'cascade' })
  grid!: Ref<Grid>;

  @Field(() => ChannelCode, { description: 'Which of the six.' })
  @Property({ type: 'text' })
  code!: ChannelCode;

  @Field(() => String, { description: 'Its name.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => DecimalText, { description: 'Its weight in the overall score, in points of weight.' })
  @Property({ type: 'decimal', columnType: 'numeric' })
  weight!: string;

  @Field(() => Boolean, { description: 'Taken only by some structures: scored, but kept out of the overall score.' })
  @Property({ type: 'boolean' })
  optional: Opt<boolean> = false;

  @Field(() => Boolean, { description: 'Whether an optional channel enters the overall score all the same.' })
  @Property({ type: 'boolean' })
  compared: Opt<boolean> = false;

  @Field(() => AbsencePolicy, { description: 'What a structure without a score on it counts.' })
  @Enum({ items: () => AbsencePolicy })
  whenAbsent: Opt<AbsencePolicy> = AbsencePolicy.RENORMALISE;

  @Field(() => DecimalText, { nullable: true, description: 'What the policy FLOOR counts, on 100.' })
  @Property({ type: 'decimal', columnType: 'numeric', nullable: true })
  floor: string | null = null;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Knock-out, on 100: a structure that scores under it here cannot receive the award.',
  })
  @Property({ type: 'decimal', columnType: 'numeric', nullable: true })
  minimum: string | null = null;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Most points, on 100, that its bonus criteria may add; null for no other limit than 100.',
  })
  @Property({ type: 'decimal', columnType: 'numeric', nullable: true })
  bonusCap: string | null = null;

  @Field(() => Int, { description: 'Its place in the grid.' })
  @Property({ type: 'smallint' })
  position!: number;

  @OneToMany(
    () => Criterion,
    (criterion) => criterion.channel,
    { orderBy: { position: 'asc' } },
  )
  criteria = new Collection<Criterion>(this);

  @Field(() => Int, { name: 'gridNumber', description: 'The version of the grid it belongs to.' })
  async loadGridNumber() {
    return (await this.grid.loadOrFail()).number;
  }

  @Field(() => [Criterion], { name: 'criteria', description: 'In the order of the form.' })
  async loadCriteria() {
    return this.criteria.loadItems();
  }
}

@ObjectType({ description: 'A stage of what a user goes through, from reaching the service to complaining.' })
@Entity()
@Unique({ name: 'journey_step_once', properties: ['grid', 'code'] })
export class JourneyStep extends Stored {
  @ManyToOne(() => Grid, { ref: true, deleteRule: 'cascade' })
  grid!: Ref<Grid>;

  @Field(() => String, { description: 'Stable over editions, such as access.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Its weight within each channel, in points of weight; null when criteria weigh by themselves.',
  })
  @Property({ type: 'decimal', columnType: 'numeric', nullable: true })
  weight: string | null = null;

  @Field(() => Int, { description: 'Its place in the journey.' })
  @Property({ type: 'smallint' })
  position!: number;
}
