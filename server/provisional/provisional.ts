import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, OneToMany, OneToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Stored } from '../kernel/stored.ts';
import { ScoreRun } from '../ranking/score.ts';
import { ShownResult } from './shown.ts';

/**
 * What one structure was sent of its results before they are final. What it was shown never changes, whatever is
 * computed since (a trigger refuses it): what it contested can be read again. The link itself is kept nowhere: it
 * follows from `seed` and the secret of the installation, and the table holds its hash.
 */
@ObjectType({
  description: 'The provisional results of one structure, as they were frozen, and the link that opens them.',
})
@Entity()
@Unique({ name: 'provisional_token_once', properties: ['tokenHash'] })
export class Provisional extends Stored {
  @ManyToOne(() => Edition, { ref: true, index: true })
  edition!: Ref<Edition>;

  @OneToOne(() => Enrolment, { ref: true, unique: 'provisional_once', deleteRule: 'no action' })
  enrolment!: Ref<Enrolment>;

  @ManyToOne(() => ScoreRun, { ref: true, deleteRule: 'no action' })
  scoreRun!: Ref<ScoreRun>;

  @Field(() => ShownResult, { description: 'What the structure reads.' })
  @Property({ type: 'json' })
  shown!: ShownResult;

  @Field(() => String, {
    nullable: true,
    description: 'Where the link was mailed; null while nobody could be written to.',
  })
  @Property({ type: 'text', nullable: true })
  recipient: string | null = null;

  @Property({ type: 'text', nullable: true })
  seed: string | null = null;

  @Property({ type: 'text', nullable: true })
  tokenHash: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When the link was first mailed; null before.' })
  @Property({ type: 'datetime', nullable: true })
  sentAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'The day of the last reminder, in Paris; null before.' })
  @Property({ type: 'date', nullable: true })
  remindedOn: string | null = null;

  @OneToMany(
    () => ProvisionalRead,
    (read) => read.provisional,
  )
  reads = new Collection<ProvisionalRead>(this);

  @Field(() => Enrolment, { name: 'enrolment', description: 'The structure in its edition.' })
  loadEnrolment() {
    return this.enrolment.load();
  }
}

/** How provisional results were read. */
export enum ReadingMeans {
  LINK = 'LINK',
  SPACE = 'SPACE',
}
registerEnumType(ReadingMeans, {
  name: 'ReadingMeans',
  description: 'How provisional results were read.',
  valuesConfig: {
    LINK: { description: 'By the link that was mailed: whoever holds it.' },
    SPACE: { description: 'In the space of the structure, by a signed-in person.' },
  },
});

@ObjectType({ description: 'One reading of provisional results: nothing changes or removes it.' })
@Entity()
export class ProvisionalRead extends Stored {
  @ManyToOne(() => Provisional, { ref: true, index: true, deleteRule: 'no action' })
  provisional!: Ref<Provisional>;

  @Field(() => ReadingMeans, { description: 'How.' })
  @Enum({ items: () => ReadingMeans })
  means!: ReadingMeans;

  @Field(() => String, { description: 'Who: the address the link was mailed to, or the name of the account.' })
  @Property({ type: 'text' })
  reader!: string;

  @Field(() => Date, { description: 'When, by the clock of the server.' })
  @Property({ type: 'datetime' })
  at!: Date;
}
