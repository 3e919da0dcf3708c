import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Stored } from '../kernel/stored.ts';
import { Panel } from '../panel/panel.ts';

/** One sitting of a panel. Its row arbitrates: whatever happens in the room takes it first. */
@ObjectType({ description: 'One sitting of a panel.' })
@Entity()
export class Meeting extends Stored {
  @ManyToOne(() => Panel, { ref: true, index: true })
  panel!: Ref<Panel>;

  @Field(() => String, { description: 'Its name, as in the minutes.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Where it is held.' })
  @Property({ type: 'text', nullable: true })
  place: string | null = null;

  @Field(() => Date, { description: 'When it is due to begin.' })
  @Property({ type: 'datetime' })
  startsAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was opened; null before.' })
  @Property({ type: 'datetime', nullable: true })
  openedAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was closed; null before.' })
  @Property({ type: 'datetime', nullable: true })
  closedAt: Date | null = null;

  /** The jurors in the room now, by id. */
  @Property({ type: 'array' })
  present: Opt<string[]> = [];

  @Field(() => Panel, { name: 'panel', description: 'The panel that sits.' })
  loadPanel() {
    return this.panel.load();
  }
}
