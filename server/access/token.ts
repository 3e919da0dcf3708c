import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Stored } from '../kernel/stored.ts';
import { PartnerAccess } from './access.ts';

/**
 * What a program shows to be let in. It was shown once, to its holder; the table keeps its hash and its first
 * characters. One that was replaced goes on working until `until`, so that programs are changed without a gap.
 */
@ObjectType({ description: 'A token of the published API: shown once, known here by its first characters.' })
@Entity()
@Unique({ name: 'partner_token_once', properties: ['hash'] })
export class PartnerToken extends Stored {
  @ManyToOne(() => PartnerAccess, { ref: true, index: true })
  access!: Ref<PartnerAccess>;

  @Field(() => String, { description: 'Its first characters, by which its holder knows it. Example: bar_x7Kq2f.' })
  @Property({ type: 'text' })
  prefix!: string;

  @Property({ type: 'text' })
  hash!: string;

  @Field(() => Date, { nullable: true, description: 'Until when it works, once replaced; null for the one in force.' })
  @Property({ type: 'datetime', nullable: true })
  until: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was made useless; null while it works.' })
  @Property({ type: 'datetime', nullable: true })
  revokedAt: Date | null = null;
}
