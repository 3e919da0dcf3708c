import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { DecimalText } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { Criterion } from './criterion.ts';
import { Indicator } from './indicator.ts';

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

  @Field(() => String, { nullable: true, description: 'What a reader must know of it.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

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

  @Field(() => Int, { description: 'Its place in the grid.' })
  @Property({ type: 'smallint' })
  position!: number;

  @OneToMany(
    () => Criterion,
    (criterion) => criterion.channel,
    { orderBy: { position: 'asc' } },
  )
  criteria = new Collection<Criterion>(this);

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

  @Field(() => Int, { description: 'Its place in the journey.' })
  @Property({ type: 'smallint' })
  position!: number;
}
