import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { PartnerAccess } from '../access/access.ts';
import { Stored } from '../kernel/stored.ts';

/**
 * Where a partner is told of what is published after it was named. Its secret is kept nowhere: it follows from the secret of this
 * installation and `generation`, which grows when the partner asks for another.
 */
@ObjectType({ description: 'An address of a partner that is written to when something is published.' })
@Entity()
export class Webhook extends Stored {
  @ManyToOne(() => PartnerAccess, { ref: true, index: true, deleteRule: 'cascade' })
  access!: Ref<PartnerAccess>;

  @Field(() => String, { description: 'The address, https or http, on its usual port.' })
  @Property({ type: 'text' })
  url!: string;

  @Field(() => [String], { description: 'What it is told of: edition.published, edition.corrected, trophy.awarded.' })
  @Property({ type: 'array' })
  kinds!: string[];

  @Property({ type: 'smallint' })
  generation: Opt<number> = 1;

  @Field(() => Date, { nullable: true, description: 'When its secret was last replaced: both sign for a week.' })
  @Property({ type: 'datetime', nullable: true })
  rotatedAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'Since when nothing is sent to it; what it misses then follows.' })
  @Property({ type: 'datetime', nullable: true })
  pausedAt: Date | null = null;
}
