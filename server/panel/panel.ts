import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { Day } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';

/**
 * Those who deliberate on some awards of an edition. Its row arbitrates: whoever changes its seats, their ties, or what
 * happens in the room takes it first, so that all wait in one order.
 */
@ObjectType({ description: 'Those who deliberate on some awards of an edition.' })
@Entity()
@Check({ name: 'panel_tie_years_positive', expression: 'tie_years >= 0' })
export class Panel extends Stored {
  @ManyToOne(() => Edition, { ref: true, index: true })
  edition!: Ref<Edition>;

  @Field(() => String, { description: 'Its name, as it is printed in the minutes.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => String, {
    description:
      'What its jurors accept: confidentiality, conflicts of interest, image. It no longer changes once one did.',
  })
  @Property({ type: 'text' })
  terms!: string;

  @Field(() => Day, {
    nullable: true,
    description: 'The day it meets: ties are judged as of that day; null for the day one looks.',
  })
  @Property({ type: 'date', nullable: true })
  meetsOn: string | null = null;

  @Field(() => Int, { description: 'Years during which a tie that ended is still a conflict, from 0.' })
  @Property({ type: 'smallint' })
  tieYears: Opt<number> = 3;

  @Field(() => Boolean, {
    description: 'Whether its jurors need a second factor. Without one, whoever learns a password reads the files.',
  })
  @Property({ type: 'boolean', default: true })
  secondFactor: Opt<boolean> = true;

  @Field(() => Boolean, {
    description: 'Whether an item is before it: meanwhile nobody comes, goes or changes office.',
  })
  @Property({ type: 'boolean', default: false })
  deliberating: Opt<boolean> = false;

  @Field(() => Edition, { name: 'edition', description: 'The edition.' })
  loadEdition() {
    return this.edition.load();
  }
}
