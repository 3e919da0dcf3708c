import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Stored } from '../kernel/stored.ts';
import type { Condition } from '../score/condition.rules.ts';
import { Criterion } from './criterion.ts';
import { Channel, Grid } from './grid.ts';
import type { Carried } from './version.carry.rules.ts';
import type { Fate } from './version.rules.ts';

@ObjectType({
  description:
    'How a grid follows the one before it: what becomes of each measurement, why, who adopted it. Until then it is a draft.',
})
@Entity()
@Unique({ name: 'grid_version_once', properties: ['grid'] })
@Check({ name: 'grid_version_adopted_whole', expression: 'num_nonnulls(motive, adopted_at, adopted_by) in (0, 3)' })
export class GridVersion extends Stored {
  @ManyToOne(() => Grid, { ref: true, deleteRule: 'cascade' })
  grid!: Ref<Grid>;

  @ManyToOne(() => Grid, { ref: true })
  base!: Ref<Grid>;

  /** As declared while it is a draft, for some criteria; for all of them once it is adopted. */
  @Property({ type: 'json', default: '[]' })
  fates: Opt<Fate[]> = [];

  @Field(() => String, { nullable: true, description: 'Why the grid changed; null for a draft.' })
  @Property({ type: 'text', nullable: true })
  motive: string | null = null;

  @Field(() => Date, { nullable: true, description: 'Since when scores are computed with it; null for a draft.' })
  @Property({ type: 'datetime', nullable: true })
  adoptedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  adoptedBy: string | null = null;

  @Field(() => Grid, { name: 'grid', description: 'The new version.' })
  loadGrid() {
    return this.grid.load();
  }

  @Field(() => Grid, { name: 'base', description: 'The version it follows.' })
  loadBase() {
    return this.base.load();
  }
}

/**
 * Where the measurements of a criterion of any earlier version go on a version, or what the tests of an earlier channel
 * count on a criterion they never had. Written when the version is adopted, and final.
 */
@Entity()
@Unique({ name: 'criterion_fate_source_once', properties: ['grid', 'source'] })
@Unique({ name: 'criterion_fate_absence_once', properties: ['grid', 'channel', 'target'] })
@Check({
  name: 'criterion_fate_of_a_measurement_or_of_none',
  expression:
    'case when channel_id is null then source_id is not null and absence is null else source_id is null and num_nonnulls(target_id, absence) = 2 end',
})
export class CriterionFate extends Stored {
  @ManyToOne(() => Grid, { ref: true })
  grid!: Ref<Grid>;

  @ManyToOne(() => Criterion, { ref: true, nullable: true, deleteRule: 'no action' })
  source: Ref<Criterion> | null = null;

  @ManyToOne(() => Channel, { ref: true, nullable: true, deleteRule: 'no action' })
  channel: Ref<Channel> | null = null;

  @ManyToOne(() => Criterion, { ref: true, nullable: true, deleteRule: 'no action' })
  target: Ref<Criterion> | null = null;

  /** What each answer becomes; null when answers stay what they are. */
  @Property({ type: 'json', nullable: true })
  answers: Readonly<Record<string, Carried>> | null = null;

  /** Amounts are multiplied by `times` and divided by `per`; both null when they stay what they are. */
  @Property({ type: 'integer', nullable: true })
  times: number | null = null;

  @Property({ type: 'integer', nullable: true })
  per: number | null = null;

  @Enum({ items: () => ['NOT_APPLICABLE', 'NOT_OBSERVED'], nullable: true })
  absence: 'NOT_APPLICABLE' | 'NOT_OBSERVED' | null = null;

  /** The answers a test must have on the criteria of the version, by identifier; otherwise it was not asked. */
  @Property({ type: 'json', nullable: true })
  conditions: readonly Condition[] | null = null;
}
