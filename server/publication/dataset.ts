import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';

@ObjectType({ description: 'One published version of one edition: immutable; a correction is the next version.' })
@Entity()
@Unique({ name: 'dataset_name_once', properties: ['name'] })
export class Dataset extends Stored {
  @ManyToOne(() => Edition, { ref: true, index: true })
  edition!: Ref<Edition>;

  @Field(() => String, { description: 'Year and number, such as 2022.1.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Int, { description: 'From 1 within the edition.' })
  @Property({ type: 'smallint' })
  number!: number;

  @Field(() => String, { description: 'SHA-256 of everything the version says.' })
  @Property({ type: 'text' })
  hash!: string;

  @Field(() => Date, { description: 'When it became public.' })
  @Property({ type: 'datetime' })
  publishedAt!: Date;

  @Property({ type: 'text' })
  publishedBy!: string;
}
