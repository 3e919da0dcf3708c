import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';

/**
 * Someone who may read a version before all others. The link itself is kept nowhere: it follows from `seed` and the
 * secret of the installation, and the table holds its hash.
 */
@ObjectType({ description: 'A named person who reads a version under embargo, by a personal link.' })
@Entity()
@Unique({ name: 'early_access_token_once', properties: ['tokenHash'] })
export class EarlyAccess extends Stored {
  @ManyToOne(() => Edition, { ref: true, index: true })
  edition!: Ref<Edition>;

  @Field(() => String, { description: 'The version it opens, and no other.' })
  @Property({ type: 'text' })
  datasetName!: string;

  @Field(() => String, { description: 'Who.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'For whom they read: a newspaper, an agency, a ministry.' })
  @Property({ type: 'text' })
  body!: string;

  @Field(() => String, { description: 'Where the link was mailed.' })
  @Property({ type: 'text' })
  email!: string;

  @Field(() => Date, { description: 'From when the link opens; until the release.' })
  @Property({ type: 'datetime' })
  fromAt!: Date;

  @Property({ type: 'text' })
  seed!: string;

  @Property({ type: 'text' })
  tokenHash!: string;

  @Field(() => String, { description: 'Who gave it.' })
  @Property({ type: 'text' })
  grantedByName!: string;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn; null while it stands.' })
  @Property({ type: 'datetime', nullable: true })
  revokedAt: Date | null = null;
}

/** How someone read under embargo. */
export enum EarlyMeans {
  PAGE = 'PAGE',
  PDF = 'PDF',
  API = 'API',
}
registerEnumType(EarlyMeans, {
  name: 'EarlyMeans',
  description: 'How someone read under embargo.',
  valuesConfig: {
    PAGE: { description: 'On the page of their link.' },
    PDF: { description: 'As a document.' },
    API: { description: 'With a token, over the published contract.' },
  },
});

/** One reading under embargo. Nothing changes or removes it: it is what a leak is looked for in. */
@ObjectType({ description: 'One reading under embargo: who, when, from where, what.' })
@Entity()
@Index({ properties: ['edition', 'at'] })
export class EarlyRead extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  /** The link it was read by; none for a token. */
  @ManyToOne(() => EarlyAccess, { ref: true, nullable: true, index: true, deleteRule: 'no action' })
  access: Ref<EarlyAccess> | null = null;

  @Field(() => String, { description: 'Who read, and for whom.' })
  @Property({ type: 'text' })
  reader!: string;

  @Field(() => EarlyMeans, { description: 'How.' })
  @Enum({ items: () => EarlyMeans })
  means!: EarlyMeans;

  @Field(() => String, { description: 'What: the version, or the operation asked for.' })
  @Property({ type: 'text' })
  subject!: string;

  @Field(() => Date, { description: 'When, by the clock of the server.' })
  @Property({ type: 'datetime' })
  at!: Date;

  @Field(() => String, { description: 'The address the request came from.' })
  @Property({ type: 'text' })
  address!: string;
}
