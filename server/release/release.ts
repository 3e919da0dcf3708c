import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';
import { Dataset } from '../publication/dataset.ts';

/** Where a release stands. */
export enum ReleaseState {
  REQUESTED = 'REQUESTED',
  SCHEDULED = 'SCHEDULED',
  RELEASED = 'RELEASED',
  STOPPED = 'STOPPED',
  HALTED = 'HALTED',
}
registerEnumType(ReleaseState, {
  name: 'ReleaseState',
  description: 'Where a release stands.',
  valuesConfig: {
    REQUESTED: { description: 'One person asked for it; another must approve it.' },
    SCHEDULED: { description: 'Two people want it: it goes out at its instant, and may be stopped until then.' },
    RELEASED: { description: 'It went out.' },
    STOPPED: { description: 'Someone stopped it before its instant: nothing of it went out.' },
    HALTED: { description: 'At its instant what would have gone out was no longer what was approved: nothing did.' },
  },
});

@ObjectType({ description: 'Why one change of a correction was made, where it is not the reason of them all.' })
export class ChangeReason {
  @Field(() => String, { description: 'The table.' })
  table!: string;

  @Field(() => String, { description: 'The key of the row.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'The field; null for a whole row.' })
  field!: string | null;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

/**
 * One version on its way to the public: what was read, by whom it was wanted, and when it goes out. The row of its
 * edition arbitrates; the database refuses two releases under way, and an approval by whoever asked.
 */
@ObjectType({
  description: 'One version on its way to the public: wanted by two people, at an instant, until stopped.',
})
@Entity()
@Check({ name: 'release_two_people', expression: 'approved_by <> requested_by' })
@Index({
  name: 'release_one_under_way',
  expression: `create unique index "release_one_under_way" on "release" ("edition_id") where state in ('REQUESTED', 'SCHEDULED')`,
})
export class Release extends Stored {
  @ManyToOne(() => Edition, { ref: true, index: true })
  edition!: Ref<Edition>;

  @Field(() => String, { description: 'The version it makes, such as 2022.1.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => ReleaseState, { description: 'Where it stands.' })
  @Enum({ items: () => ReleaseState })
  state: Opt<ReleaseState> = ReleaseState.REQUESTED;

  @Field(() => String, { description: 'The hash of the rehearsal that was read: exactly this goes out, or nothing.' })
  @Property({ type: 'text' })
  hash!: string;

  @Field(() => Date, { nullable: true, description: 'The instant it goes out; null for as soon as it is approved.' })
  @Property({ type: 'datetime', nullable: true })
  dueAt: Date | null = null;

  @Field(() => Boolean, {
    description: 'Whether partners are told the instant once it is approved; only that of a first version.',
  })
  @Property({ type: 'boolean', default: false })
  announced: Opt<boolean> = false;

  @Field(() => String, { nullable: true, description: 'Why a version is corrected; null for a first one.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Field(() => [ChangeReason], { description: 'The reasons of single changes that have their own.' })
  @Property({ type: 'json' })
  reasons: Opt<ChangeReason[]> = [];

  @Property({ type: 'text' })
  requestedBy!: string;

  @Field(() => String, { description: 'Who asked for it.' })
  @Property({ type: 'text' })
  requestedByName!: string;

  @Field(() => Date, { description: 'When it was asked for.' })
  @Property({ type: 'datetime' })
  requestedAt!: Date;

  @Property({ type: 'text', nullable: true })
  approvedBy: string | null = null;

  @Field(() => String, { nullable: true, description: 'Who approved it.' })
  @Property({ type: 'text', nullable: true })
  approvedByName: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was approved.' })
  @Property({ type: 'datetime', nullable: true })
  approvedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Who stopped it.' })
  @Property({ type: 'text', nullable: true })
  stoppedByName: string | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was stopped.' })
  @Property({ type: 'text', nullable: true })
  stopReason: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Why nothing went out at its instant: the code of the refusal, as the errors of the contract say it.',
  })
  @Property({ type: 'text', nullable: true })
  haltCode: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When it went out, was stopped or halted; null while under way.' })
  @Property({ type: 'datetime', nullable: true })
  endedAt: Date | null = null;

  @ManyToOne(() => Dataset, { ref: true, nullable: true, deleteRule: 'no action' })
  dataset: Ref<Dataset> | null = null;

  @Field(() => Dataset, { name: 'dataset', nullable: true, description: 'The version it became; null before.' })
  async loadDataset() {
    return this.dataset?.load() ?? null;
  }

  @Field(() => Edition, { name: 'edition', description: 'The edition.' })
  loadEdition() {
    return this.edition.load();
  }
}
