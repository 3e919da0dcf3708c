import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Stored } from '../kernel/stored.ts';
import { ScoreRun } from './score.ts';

@ObjectType({
  description:
    'How sure a score and a rank are. It never enters an official figure; it is seeded, and the same on any machine.',
})
@Entity()
@Unique({ name: 'robustness_once', properties: ['run', 'enrolment'] })
export class Robustness extends Stored {
  @ManyToOne(() => ScoreRun, { ref: true, deleteRule: 'cascade' })
  run!: Ref<ScoreRun>;

  @ManyToOne(() => Enrolment, { ref: true, index: true })
  enrolment!: Ref<Enrolment>;

  @Field(() => Float, {
    nullable: true,
    description: 'Low end of the 90 % interval of the score, had the tests fallen otherwise; on 100.',
  })
  @Property({ type: 'double', nullable: true })
  scoreLow!: number | null;

  @Field(() => Float, { nullable: true, description: 'High end of that interval, on 100.' })
  @Property({ type: 'double', nullable: true })
  scoreHigh!: number | null;

  @Field(() => Int, { nullable: true, description: 'Best rank of the 90 % interval of the rank.' })
  @Property({ type: 'smallint', nullable: true })
  rankLow!: number | null;

  @Field(() => Int, { nullable: true, description: 'Worst rank of that interval.' })
  @Property({ type: 'smallint', nullable: true })
  rankHigh!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lowest score when all weights move by up to a tenth, on 100.' })
  @Property({ type: 'double', nullable: true })
  weightScoreLow!: number | null;

  @Field(() => Float, { nullable: true, description: 'Highest score when all weights move by up to a tenth, on 100.' })
  @Property({ type: 'double', nullable: true })
  weightScoreHigh!: number | null;

  @Field(() => Int, { nullable: true, description: 'Best rank when all weights move by up to a tenth.' })
  @Property({ type: 'smallint', nullable: true })
  weightRankLow!: number | null;

  @Field(() => Int, { nullable: true, description: 'Worst rank when all weights move by up to a tenth.' })
  @Property({ type: 'smallint', nullable: true })
  weightRankHigh!: number | null;

  @Field(() => Int, { nullable: true, description: 'Best rank it cannot be told apart from, at 90 %.' })
  @Property({ type: 'smallint', nullable: true })
  tiedFrom!: number | null;

  @Field(() => Int, { nullable: true, description: 'Worst rank it cannot be told apart from, at 90 %.' })
  @Property({ type: 'smallint', nullable: true })
  tiedTo!: number | null;

  @Field(() => String, { nullable: true, description: 'Why there is no interval, such as SINGLE_TEST; null with one.' })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Field(() => [String], {
    description:
      'Channels tested once everywhere: their part of the interval is an upper bound, from the differences between structures.',
  })
  @Property({ type: 'array' })
  bounded!: string[];
}
