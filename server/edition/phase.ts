import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Day, Prose } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { Edition, EditionPhase } from './edition.ts';

@ObjectType({ description: 'One change of phase of an edition: the log of its life. Nothing corrects it.' })
@Entity()
export class PhaseMove extends Stored {
  /** Not when its transaction began: of two that waited for one another, the log must tell the order. */
  @Property({ type: 'datetime', defaultRaw: 'clock_timestamp()' })
  override createdAt!: Opt<Date>;

  @ManyToOne(() => Edition, { ref: true, index: true })
  edition!: Ref<Edition>;

  @Field(() => EditionPhase, { description: 'Where it stood.' })
  @Enum({ items: () => EditionPhase })
  fromPhase!: EditionPhase;

  @Field(() => EditionPhase, { description: 'Where it went.' })
  @Enum({ items: () => EditionPhase })
  toPhase!: EditionPhase;

  @Field(() => String, { nullable: true, description: 'Why, when it went back.' })
  @Property({ type: 'text', nullable: true })
  motive: string | null = null;

  @Field(() => Boolean, { description: 'Whether its dates moved it; otherwise someone did.' })
  @Property({ type: 'boolean', default: false })
  byDate: Opt<boolean> = false;

  @Property({ type: 'text', nullable: true })
  actorId: string | null = null;
}

/** The last days that an edition announces, and may put off. */
export enum Deadline {
  REGISTRATION_TO = 'REGISTRATION_TO',
  FIELDWORK_TO = 'FIELDWORK_TO',
  ANSWERS_UNTIL = 'ANSWERS_UNTIL',
  CONTRADICTORY_TO = 'CONTRADICTORY_TO',
}
registerEnumType(Deadline, {
  name: 'Deadline',
  description: 'The last days that an edition announces, and may put off.',
  valuesConfig: {
    REGISTRATION_TO: { description: 'The last day of registration.' },
    FIELDWORK_TO: { description: 'The last day on which a test counts.' },
    ANSWERS_UNTIL: { description: 'The last day on which an answer counts.' },
    CONTRADICTORY_TO: { description: 'The last day on which a structure may contest a finding.' },
  },
});

@ObjectType({ description: 'A deadline put off once the edition had begun: the day it was, the day it became, why.' })
@Entity()
@Check({ name: 'extension_later', expression: 'to_day > from_day' })
export class Extension extends Stored {
  @ManyToOne(() => Edition, { ref: true, index: true })
  edition!: Ref<Edition>;

  @Field(() => Deadline, { description: 'Which deadline.' })
  @Enum({ items: () => Deadline })
  deadline!: Deadline;

  @Field(() => Day, { description: 'The last day, before.' })
  @Property({ type: 'date' })
  fromDay!: string;

  @Field(() => Day, { description: 'The last day, since.' })
  @Property({ type: 'date' })
  toDay!: string;

  @Field(() => Prose, { description: 'Why it was put off.' })
  @Property({ type: 'text' })
  motive!: string;

  @Property({ type: 'text', nullable: true })
  actorId: string | null = null;
}
