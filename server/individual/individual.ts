import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Stored } from '../kernel/stored.ts';
import { ScoreRun } from '../ranking/score.ts';

/** Where the making of individual reports stands. */
export enum ReportState {
  MAKING = 'MAKING',
  MADE = 'MADE',
  STOPPED = 'STOPPED',
}
registerEnumType(ReportState, {
  name: 'ReportState',
  description: 'Where the making of individual reports stands.',
  valuesConfig: {
    MAKING: { description: 'Reports are being made, one after the other.' },
    MADE: { description: 'All are made.' },
    STOPPED: { description: 'Someone stopped it, the server did, or one could not be made: what is made is kept.' },
  },
});

@ObjectType({ description: 'The individual reports of one edition, made from one computation of its scores.' })
@Entity()
@Unique({ name: 'report_run_once', properties: ['scoreRun'] })
export class ReportRun extends Stored {
  @ManyToOne(() => Edition, { ref: true, index: true })
  edition!: Ref<Edition>;

  @ManyToOne(() => ScoreRun, { ref: true, deleteRule: 'no action' })
  scoreRun!: Ref<ScoreRun>;

  @Field(() => ReportState, { description: 'Where it stands.' })
  @Enum({ items: () => ReportState })
  state!: ReportState;

  @Field(() => Int, { description: 'How many there will be: one for each structure with a line in the scores.' })
  @Property({ type: 'integer' })
  total!: number;

  @Field(() => String, { description: 'Who asked for them last.' })
  @Property({ type: 'text' })
  startedByName!: string;

  @Field(() => Date, { description: 'When they were last asked for.' })
  @Property({ type: 'datetime' })
  startedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Why it stopped: the code of a refusal; null when someone stopped it, or it did not stop.',
  })
  @Property({ type: 'text', nullable: true })
  failure: Opt<string> | null = null;
}

@ObjectType({ description: 'The report of one structure, kept as it was made.' })
@Entity()
@Unique({ name: 'individual_report_once', properties: ['run', 'enrolment'] })
@Index({ properties: ['enrolment'] })
export class IndividualReport extends Stored {
  @ManyToOne(() => ReportRun, { ref: true, deleteRule: 'cascade' })
  run!: Ref<ReportRun>;

  @ManyToOne(() => Enrolment, { ref: true })
  enrolment!: Ref<Enrolment>;

  @Field(() => String, { description: 'The name it is saved under.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Int, { description: 'In bytes.' })
  @Property({ type: 'integer' })
  size!: number;

  @Field(() => String, { description: 'SHA-256 of the file: made again from the same scores, it is the same.' })
  @Property({ type: 'text' })
  sha256!: string;

  @Property({ type: 'blob', lazy: true })
  content!: Buffer;

  @Field(() => ID, { name: 'enrolmentId', description: 'The structure in its edition.' })
  enrolmentIdentifier(): string {
    return this.enrolment.id;
  }
}
