import type { Opt } from '@mikro-orm/core';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Stored } from './stored.ts';

/** A file someone sent to be imported, kept as it came so that any record can be traced back to it. */
@ObjectType({ description: 'A file sent to be imported, kept as it came.' })
@Entity()
export class Upload extends Stored {
  @Field(() => String, { description: 'The name the file had on the computer it came from.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Int, { description: 'In bytes.' })
  @Property({ type: 'integer' })
  size!: number;

  @Field(() => String, { description: 'SHA-256 of the content, in hexadecimal: the same file always has the same.' })
  @Property({ type: 'text' })
  sha256!: string;

  @Property({ type: 'blob', lazy: true })
  content!: Buffer;

  @Field(() => Date, { nullable: true, description: 'When it was applied; null while it has only been looked at.' })
  @Property({ type: 'datetime', nullable: true })
  appliedAt: Opt<Date> | null = null;

  @Property({ type: 'text' })
  sentBy!: string;
}
