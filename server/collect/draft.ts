import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Stored } from '../kernel/stored.ts';
import { Assignment } from '../plan/assignment.ts';

/** What an auditor typed in a test that is not sent yet. Nobody else's: whoever is given the test next begins anew. */
@ObjectType({ description: 'What an auditor typed in a test that is not sent yet.' })
@Entity()
@Unique({ name: 'audit_draft_once', properties: ['assignment', 'accountId'] })
export class AuditDraft extends Stored {
  @ManyToOne(() => Assignment, { ref: true })
  assignment!: Ref<Assignment>;

  @Property({ type: 'uuid' })
  accountId!: string;

  @Field(() => Int, { description: 'Grows with each save: one that follows an older revision is refused.' })
  @Property({ type: 'integer' })
  revision!: number;

  @Field(() => GraphQLJSONObject, { description: 'As the device wrote it, see `collect/content.rules.ts`.' })
  @Property({ type: 'json' })
  content!: Record<string, unknown>;

  @Field(() => String, { description: 'The device it was last typed on, in a word.' })
  @Property({ type: 'text' })
  device!: string;

  @Field(() => Date, { description: 'When it came.' })
  @Property({ type: 'datetime' })
  savedAt!: Date;

  @Field(() => Int, { description: 'By how many milliseconds the clock of the device was behind, when it came.' })
  @Property({ type: 'integer' })
  skew!: number;
}
