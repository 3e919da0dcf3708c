import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Stored } from '../kernel/stored.ts';
import { Measurement } from './audit.ts';

/**
 * An observation that no longer counts, because a structure contested it and was right: it leaves the denominator as
 * what does not apply, whatever the policy of absences. What was measured stays as it was; nothing takes this back.
 */
@ObjectType({ description: 'An observation that leaves the denominator, and why. What was measured stays as it was.' })
@Entity()
export class Neutralisation extends Stored {
  @ManyToOne(() => Edition, { ref: true, index: true })
  edition!: Ref<Edition>;

  @OneToOne(() => Measurement, { ref: true, unique: 'neutralisation_once', deleteRule: 'no action' })
  measurement!: Ref<Measurement>;

  @Field(() => String, { description: 'Why, as it was written to the structure.' })
  @Property({ type: 'text' })
  motive!: string;

  /** The point of the claim that it follows from: an identifier, since claims stand above tests. */
  @Property({ type: 'uuid' })
  pointId!: string;
}
