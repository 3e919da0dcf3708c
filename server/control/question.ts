import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Audit } from '../audit/audit.ts';
import { Criterion } from '../grid/criterion.ts';
import { Stored } from '../kernel/stored.ts';

/** Where a question stands. Until it is closed its test is not validated. */
export enum QuestionState {
  OPEN = 'OPEN',
  ANSWERED = 'ANSWERED',
  CLOSED = 'CLOSED',
}
registerEnumType(QuestionState, {
  name: 'QuestionState',
  description: 'Where a question stands. Until it is closed its test is not validated.',
});

/** Something a controller wants to know about one criterion of one test. Who asked and who answered are accounts. */
@ObjectType({ description: 'A question on one criterion of one test.' })
@Entity()
export class Question extends Stored {
  @ManyToOne(() => Audit, { ref: true, index: true, deleteRule: 'cascade' })
  audit!: Ref<Audit>;

  @ManyToOne(() => Criterion, { ref: true, index: true })
  criterion!: Ref<Criterion>;

  @Field(() => QuestionState, { description: 'Where it stands.' })
  @Enum({ items: () => QuestionState })
  state: Opt<QuestionState> = QuestionState.OPEN;

  @Field(() => String, { description: 'What is asked.' })
  @Property({ type: 'text' })
  asked!: string;

  @Property({ type: 'text' })
  askedBy!: string;

  @Field(() => Date, { description: 'When it was asked.' })
  @Property({ type: 'datetime' })
  askedAt!: Date;

  @Field(() => String, { nullable: true, description: 'What was answered; null before.' })
  @Property({ type: 'text', nullable: true })
  answer: string | null = null;

  @Property({ type: 'text', nullable: true })
  answeredBy: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was answered.' })
  @Property({ type: 'datetime', nullable: true })
  answeredAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'What was concluded; null before.' })
  @Property({ type: 'text', nullable: true })
  conclusion: string | null = null;

  @Property({ type: 'text', nullable: true })
  closedBy: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was closed.' })
  @Property({ type: 'datetime', nullable: true })
  closedAt: Date | null = null;

  @Field(() => Criterion, { name: 'criterion', description: 'The criterion it is on.' })
  loadCriterion() {
    return this.criterion.load();
  }
}
