import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Stored } from './stored.ts';

/** A mail as it was written. Without SMTP it stays here, in the outbox that administrators can read. */
@ObjectType({ description: 'A mail that left, or that waits in the outbox because no SMTP server is configured.' })
@Entity()
export class Mail extends Stored {
  @Field(() => String, { description: 'Who it is for.' })
  @Property({ type: 'text' })
  recipient!: string;

  @Field(() => String, { description: 'Its subject.' })
  @Property({ type: 'text' })
  subject!: string;

  @Field(() => String, { description: 'Its text.' })
  @Property({ type: 'text' })
  body!: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When the SMTP server took it; null while it waits in the outbox.',
  })
  @Property({ type: 'datetime', nullable: true })
  sentAt: Date | null = null;
}
