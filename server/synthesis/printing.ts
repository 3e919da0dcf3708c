import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';
import { PAPERS } from '../partner/paper.ts';
import { Manuscript, TextKind } from './manuscript.ts';

@ObjectType({
  description: 'A text that was given to the public with one version: the same bytes at one address, or gone for ever.',
})
@Entity()
@Unique({ name: 'printing_once', properties: ['name', 'kind'] })
export class Printing extends Stored {
  @ManyToOne(() => Edition, { ref: true, index: true })
  edition!: Ref<Edition>;

  @ManyToOne(() => Manuscript, { ref: true, index: true })
  manuscript!: Ref<Manuscript>;

  @Field(() => TextKind, { description: 'Which text.' })
  @Enum({ items: () => TextKind })
  kind!: TextKind;

  @Field(() => String, { description: 'The version it tells of, such as 2022.1.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Int, { description: 'The number of the state that was printed.' })
  @Property({ type: 'smallint' })
  number!: number;

  @Field(() => String, { description: 'SHA-256 of its bytes, in hexadecimal.' })
  @Property({ type: 'text' })
  sha256!: string;

  @Field(() => Int, { description: 'Its length, in bytes.' })
  @Property({ type: 'integer' })
  size!: number;

  @Field(() => Date, { description: 'When it was given to the public.' })
  @Property({ type: 'datetime' })
  publishedAt!: Date;

  @Field(() => String, { description: 'Who gave it.' })
  @Property({ type: 'text' })
  publishedByName!: string;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn; null while it is there.' })
  @Property({ type: 'datetime', nullable: true })
  withdrawnAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Who withdrew it.' })
  @Property({ type: 'text', nullable: true })
  withdrawnByName: string | null = null;

  @Field(() => String, { nullable: true, description: 'Why, as its address says since.' })
  @Property({ type: 'text', nullable: true })
  withdrawnReason: string | null = null;

  @Field(() => String, { name: 'path', description: 'Where anyone reads it, on this server.' })
  path(): string {
    return `/donnees/${this.name}/${PAPERS[this.kind]}`;
  }
}
