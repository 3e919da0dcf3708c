import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Stored } from '../kernel/stored.ts';

/**
 * A personal link to the registration form of one enrolment. The link itself is kept nowhere: it follows from `seed`
 * and the secret of the installation, and the table holds its hash. Each browser that proved itself holds a key.
 */
@ObjectType({ description: 'A personal link, mailed to one address, to the registration form of one structure.' })
@Entity()
@Unique({ name: 'invitation_token_once', properties: ['tokenHash'] })
export class Invitation extends Stored {
  @ManyToOne(() => Enrolment, { ref: true, deleteRule: 'cascade', index: true })
  enrolment!: Ref<Enrolment>;

  @Field(() => String, { description: 'The address it was mailed to.' })
  @Property({ type: 'text' })
  recipient!: string;

  @Property({ type: 'text' })
  seed!: string;

  @Property({ type: 'text' })
  tokenHash!: string;

  @Field(() => Date, { description: 'When it was mailed.' })
  @Property({ type: 'datetime' })
  sentAt!: Date;

  @Field(() => Date, { description: 'Until when the link opens the form.' })
  @Property({ type: 'datetime' })
  expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When someone first began the form with it; null before.' })
  @Property({ type: 'datetime', nullable: true })
  openedAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When staff made it useless; null while it works.' })
  @Property({ type: 'datetime', nullable: true })
  revokedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'The day of the last reminder, in Paris.' })
  @Property({ type: 'date', nullable: true })
  remindedOn: string | null = null;

  @Field(() => Int, { description: 'How many reminders were mailed.' })
  @Property({ type: 'smallint' })
  reminders: Opt<number> = 0;

  @Property({ type: 'array' })
  keys: Opt<string[]> = [];

  /** Of the code mailed last, together with the link: without the link, six digits would be guessed from their hash. */
  @Property({ type: 'text', nullable: true })
  codeHash: string | null = null;

  @Property({ type: 'datetime', nullable: true })
  codeUntil: Date | null = null;

  @Property({ type: 'smallint' })
  codeTries: Opt<number> = 0;

  @Property({ type: 'smallint' })
  codesSent: Opt<number> = 0;

  @Property({ type: 'datetime', nullable: true })
  codesSince: Date | null = null;

  @Field(() => Enrolment, { name: 'enrolment', description: 'What it invites to complete.' })
  loadEnrolment() {
    return this.enrolment.load();
  }
}
