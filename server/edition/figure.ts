import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DecimalText } from '../kernel/scalars.ts';
import { Stored } from '../kernel/stored.ts';
import { Edition } from './edition.ts';

/** How far a reported fact can be relied on. */
export enum Confidence {
  HIGH = 'HIGH',
  MEDIUM = 'MEDIUM',
  LOW = 'LOW',
}
registerEnumType(Confidence, { name: 'Confidence', description: 'How far a reported fact can be relied on.' });

/** What a figure is counted in. */
export enum Unit {
  SHARE = 'SHARE',
  COUNT = 'COUNT',
  RINGS = 'RINGS',
  DAYS = 'DAYS',
  SCORE = 'SCORE',
}
registerEnumType(Unit, {
  name: 'Unit',
  description: 'What a figure is counted in.',
  valuesConfig: {
    SHARE: { description: 'From 0 to 1.' },
    RINGS: { description: 'Telephone rings.' },
    SCORE: { description: 'Points out of 100.' },
  },
});

@ObjectType({ description: 'A figure that a public source reported of an edition: never computed by us.' })
@Entity()
@Unique({ name: 'figure_once', properties: ['edition', 'code'] })
export class Figure extends Stored {
  @ManyToOne(() => Edition, { ref: true, deleteRule: 'cascade' })
  edition!: Ref<Edition>;

  @Field(() => String, { description: 'Such as structures, global_score, channel.PHONE.score.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'What it is, in French.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => DecimalText, { description: 'As printed by the source.' })
  @Property({ type: 'decimal', precision: 12, scale: 4 })
  value!: string;

  @Field(() => Unit, { description: 'What it is counted in.' })
  @Enum({ items: () => Unit })
  unit!: Unit;

  @Field(() => Boolean, { description: 'The source itself says "about".' })
  @Property({ type: 'boolean' })
  approximate: Opt<boolean> = false;

  @Field(() => Confidence, { description: 'How far it can be relied on.' })
  @Enum({ items: () => Confidence })
  confidence!: Confidence;

  @Field(() => [String], { description: 'Where it can be read.' })
  @Property({ type: 'array' })
  sources!: string[];

  @Field(() => String, { nullable: true, description: 'What a reader must know of it.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;
}
