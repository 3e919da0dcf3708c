import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Edition } from '../edition/edition.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { Stored } from '../kernel/stored.ts';
import { servedBy } from '../planner/persona.rules.ts';

/** What an auditor asks for in a test. The same code in two editions is the same scenario. */
@ObjectType({ description: 'What an auditor asks for in a test.' })
@Entity()
@Unique({ name: 'scenario_code_once', properties: ['edition', 'code'] })
export class Scenario extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Field(() => ChannelCode, { description: 'The channel it is played on.' })
  @Enum({ items: () => ChannelCode })
  channel!: ChannelCode;

  @Field(() => String, { description: 'Stable key: the same one in another edition is the same scenario.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'What it is about.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => String, { description: 'What the auditor does and says.' })
  @Property({ type: 'text' })
  instructions!: string;
}

/** Who an auditor says they are in a test. The same code in two editions is the same persona. */
@ObjectType({ description: 'Who an auditor says they are in a test, and where they are answered.' })
@Entity()
@Unique({ name: 'persona_code_once', properties: ['edition', 'code'] })
export class Persona extends Stored {
  @ManyToOne(() => Edition, { ref: true })
  edition!: Ref<Edition>;

  @Field(() => String, { description: 'Stable key: the same one in another edition is the same persona.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'The name they go by.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'The mailbox they write from; without one, no e-mail.' })
  @Property({ type: 'text', nullable: true })
  mailbox: string | null = null;

  @Field(() => String, { nullable: true, description: 'The line they call from; without one, no call.' })
  @Property({ type: 'text', nullable: true })
  phoneLine: string | null = null;

  @Field(() => String, { nullable: true, description: 'The address they write from; without one, no letter.' })
  @Property({ type: 'text', nullable: true })
  address: string | null = null;

  @Field(() => [ChannelCode], { name: 'channels', description: 'The channels they can be used on.' })
  loadChannels(): ChannelCode[] {
    return Object.values(ChannelCode).filter((channel) => servedBy(this, channel));
  }
}
