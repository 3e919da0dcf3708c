import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Stored } from '../kernel/stored.ts';
import { ScoreRun } from '../ranking/score.ts';
import { Trophy } from '../trophy/trophy.ts';

@ObjectType({
  description:
    'Who received a trophy, on which scores, and why: a record that is never edited, only followed by another.',
})
@Entity()
export class Decision extends Stored {
  @ManyToOne(() => Trophy, { ref: true, index: true })
  trophy!: Ref<Trophy>;

  @ManyToOne(() => ScoreRun, { ref: true })
  run!: Ref<ScoreRun>;

  @Field(() => [ID], { description: 'The structures that receive the trophy; none when it is not awarded.' })
  @Property({ type: 'array' })
  structureIds!: string[];

  @Field(() => String, { nullable: true, description: 'The point remarquable as it was decided.' })
  @Property({ type: 'text', nullable: true })
  pointRemarquable: string | null = null;

  @Field(() => Boolean, { description: 'Whether it follows the ranking.' })
  @Property({ type: 'boolean' })
  followsRanking!: boolean;

  @Field(() => String, { nullable: true, description: 'Why, when it does not.' })
  @Property({ type: 'text', nullable: true })
  motive: string | null = null;

  @Field(() => Date, { description: 'When it was taken.' })
  @Property({ type: 'datetime' })
  decidedAt!: Opt<Date>;

  @Property({ type: 'text' })
  decidedBy!: string;

  @Field(() => Trophy, { name: 'trophy', description: 'The trophy decided on.' })
  loadTrophy() {
    return this.trophy.load();
  }

  @Field(() => Int, { name: 'runNumber', description: 'The number of the score run it rests on.' })
  async loadRunNumber() {
    return (await this.run.loadOrFail()).number;
  }
}
