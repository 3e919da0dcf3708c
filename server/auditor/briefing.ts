import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';
import { Auditor } from './auditor.ts';

@ObjectType({ description: 'One question of a briefing.' })
export class BriefingQuestion {
  @Field(() => String, { description: 'What is asked.' })
  text!: string;

  @Field(() => [String], { description: 'What may be answered, two at least.' })
  choices!: string[];

  @Field(() => Int, { description: 'The right one, from 0.' })
  right!: number;

  @Field(() => String, { nullable: true, description: 'Why it is right: shown once the question is answered.' })
  explanation!: string | null;
}

/** What auditors read, then answer, before they are given a test of an edition. */
@ObjectType({ description: 'What auditors of an edition read, and are asked, before they are given a test.' })
@Entity()
@Unique({ name: 'briefing_once', properties: ['edition'] })
@Check({ name: 'briefing_pass_mark_positive', expression: 'pass_mark >= 0' })
export class Briefing extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Field(() => String, { description: 'What is to be read.' })
  @Property({ type: 'text' })
  text!: string;

  @Field(() => [BriefingQuestion], { description: 'The questions, in order.' })
  @Property({ type: 'json', default: '[]' })
  questions: Opt<BriefingQuestion[]> = [];

  @Field(() => Int, { description: 'How many right answers are needed.' })
  @Property({ type: 'smallint' })
  passMark!: number;
}

/** One attempt at a briefing. Every one is kept; an auditor has passed once one of theirs has. */
@ObjectType({ description: 'What an auditor answered to the questions of a briefing, once.' })
@Entity()
@Index({ properties: ['auditor', 'briefing'] })
export class BriefingResult extends Stored {
  @ManyToOne(() => Briefing, { ref: true, index: true })
  briefing!: Ref<Briefing>;

  @ManyToOne(() => Auditor, { ref: true })
  auditor!: Ref<Auditor>;

  @Field(() => Int, { description: 'Which wording of the briefing was answered: its version then.' })
  @Property({ type: 'integer' })
  wording!: number;

  @Field(() => [Int], { description: 'The choice made for each question, from 0.' })
  @Property({ type: 'json' })
  answers!: number[];

  @Field(() => Int, { description: 'How many were right.' })
  @Property({ type: 'smallint' })
  right!: number;

  @Field(() => Int, { description: 'Out of how many.' })
  @Property({ type: 'smallint' })
  asked!: number;

  @Field(() => Boolean, { description: 'Whether that was enough.' })
  @Property({ type: 'boolean' })
  passed!: boolean;

  @Field(() => Date, { description: 'When it was answered.' })
  @Property({ type: 'datetime' })
  answeredAt!: Date;

  @Field(() => Auditor, { name: 'auditor', description: 'Who answered.' })
  loadAuditor() {
    return this.auditor.load();
  }
}
