import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Audit } from '../audit/audit.ts';
import type { Finding } from '../audit/finding.rules.ts';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';

/** What was found on each criterion, by code. */
export type Findings = Readonly<Record<string, Finding>>;

@ObjectType({ description: 'Tests drawn to be read a second time: the same seed draws the same ones.' })
@Entity()
@Unique({ name: 'check_sample_once', properties: ['edition', 'number'] })
@Check({ name: 'check_sample_share', expression: 'share >= 1 and share <= 100' })
export class CheckSample extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Field(() => Int, { description: 'From 1, in its edition.' })
  @Property({ type: 'smallint' })
  number!: number;

  @Field(() => Int, { description: 'The share of the tests of each channel that is drawn, in percent.' })
  @Property({ type: 'smallint' })
  share!: number;

  @Field(() => String, { description: 'What the draw began from.' })
  @Property({ type: 'text' })
  seed!: string;

  @Field(() => Int, { description: 'How many tests it was drawn from.' })
  @Property({ type: 'integer' })
  population!: number;

  @Field(() => Int, { description: 'How many tests were drawn.' })
  @Property({ type: 'integer' })
  size!: number;
}

/** One test that is read a second time, by someone who does not see what was found the first. */
@ObjectType({ description: 'One test that is read a second time, blind to what was found the first.' })
@Entity()
@Unique({ name: 'double_check_once', properties: ['audit'] })
@Index({ properties: ['reader', 'doneAt'] })
export class DoubleCheck extends Stored {
  @ManyToOne(() => CheckSample, { ref: true, index: true })
  sample!: Ref<CheckSample>;

  @ManyToOne(() => Audit, { ref: true, deleteRule: 'cascade' })
  audit!: Ref<Audit>;

  /** The account that reads it; null while nobody has taken it. */
  @Property({ type: 'text', nullable: true })
  reader: Opt<string> | null = null;

  @Field(() => Date, { nullable: true, description: 'When someone took it; null before.' })
  @Property({ type: 'datetime', nullable: true })
  takenAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was read to its end; null before.' })
  @Property({ type: 'datetime', nullable: true })
  doneAt: Date | null = null;

  /** What the auditor had found, as it was before any correction, when the second reading ended. */
  @Property({ type: 'json', nullable: true })
  first: Findings | null = null;

  /** What the second reader found. */
  @Property({ type: 'json', nullable: true })
  second: Findings | null = null;
}
