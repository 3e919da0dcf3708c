import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Stored } from '../kernel/stored.ts';
import { Audit } from './audit.ts';

/** What happens between a mystery citizen and a structure; the same words as in `delay/delay.rules.ts`. */
export enum EventKind {
  SENT = 'SENT',
  ACKNOWLEDGED = 'ACKNOWLEDGED',
  ANSWERED = 'ANSWERED',
  ATTEMPTED = 'ATTEMPTED',
  RANG = 'RANG',
  CONNECTED = 'CONNECTED',
}
registerEnumType(EventKind, {
  name: 'EventKind',
  description: 'What happens between a mystery citizen and a structure.',
  valuesConfig: {
    SENT: { description: 'The request left.' },
    ACKNOWLEDGED: { description: 'It was acknowledged, by a machine or by a person, without an answer.' },
    ANSWERED: { description: 'It was answered.' },
    ATTEMPTED: { description: 'The number was dialled.' },
    RANG: { description: 'It rang.' },
    CONNECTED: { description: 'Someone picked up.' },
  },
});

@ObjectType({ description: 'Something that happened during a test, and when: delays are derived from it.' })
@Entity()
@Unique({ name: 'audit_event_once', properties: ['audit', 'kind', 'at'] })
export class AuditEvent extends Stored {
  @ManyToOne(() => Audit, { ref: true, deleteRule: 'cascade' })
  audit!: Ref<Audit>;

  @Field(() => EventKind, { description: 'What happened.' })
  @Enum({ items: () => EventKind })
  kind!: EventKind;

  @Field(() => Date, { description: 'When, to the second.' })
  @Property({ type: 'datetime' })
  at!: Date;
}
