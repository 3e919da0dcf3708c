import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';
import { ScoreRun } from '../ranking/score.ts';
import { Trophy } from '../trophy/trophy.ts';

/** Where a decision comes from. */
export enum DecisionOrigin {
  STAFF = 'STAFF',
  JURY = 'JURY',
}
registerEnumType(DecisionOrigin, {
  name: 'DecisionOrigin',
  description: 'Where a decision comes from.',
  valuesConfig: {
    STAFF: { description: 'Taken outside, and recorded by staff.' },
    JURY: { description: 'Taken by a panel in its meeting.' },
  },
});

@ObjectType({
  description:
    'Who received a trophy, on which scores, and why: a record that is never edited, only followed by another.',
})
@Entity()
@Unique({ name: 'decision_number_once', properties: ['edition', 'number'] })
export class Decision extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Field(() => Int, { description: 'From 1 within the edition, without a gap.' })
  @Property({ type: 'smallint' })
  number!: number;

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

  @Field(() => DecisionOrigin, { description: 'Where it comes from.' })
  @Enum({ items: () => DecisionOrigin })
  origin: Opt<DecisionOrigin> = DecisionOrigin.STAFF;

  @Field(() => String, {
    description: 'All one needs to recount it, as canonical JSON: the very text that the hash is taken of.',
  })
  @Property({ type: 'text' })
  record!: string;

  @Field(() => String, { description: 'SHA-256 of the record, in hexadecimal.' })
  @Property({ type: 'text' })
  hash!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The hash of the decision before in the edition, which the record cites; null for the first.',
  })
  @Property({ type: 'text', nullable: true })
  previousHash!: string | null;

  /** The first decision on the same award, when this one corrects it. */
  @ManyToOne(() => Decision, { ref: true, nullable: true, deleteRule: 'no action' })
  corrects: Ref<Decision> | null = null;

  @Field(() => Date, { description: 'When it was taken.' })
  @Property({ type: 'datetime' })
  decidedAt!: Opt<Date>;

  @Property({ type: 'text' })
  decidedBy!: string;

  @Field(() => Trophy, { name: 'trophy', description: 'The trophy decided on.' })
  loadTrophy() {
    return this.trophy.load();
  }

  @Field(() => Decision, {
    name: 'corrects',
    nullable: true,
    description: 'The first decision on this award, when this one corrects it.',
  })
  async loadCorrects() {
    return this.corrects?.load() ?? null;
  }

  @Field(() => Int, { name: 'runNumber', description: 'The number of the score run it rests on.' })
  async loadRunNumber() {
    return (await this.run.loadOrFail()).number;
  }
}
