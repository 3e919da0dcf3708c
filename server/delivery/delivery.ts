import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** How far a delivery has come. */
export enum DeliveryState {
  WAITING = 'WAITING',
  DELIVERED = 'DELIVERED',
  DEAD = 'DEAD',
}
registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'How far a delivery has come.',
  valuesConfig: {
    WAITING: { description: 'It is sent at `dueAt`, for the first time or again.' },
    DELIVERED: { description: 'The address answered 2xx.' },
    DEAD: { description: 'Nobody took it over three days: it waits to be replayed.' },
  },
});

@ObjectType({ description: 'One time that a delivery was sent.' })
export class DeliveryAttempt {
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => Int, { nullable: true, description: 'What the address answered; null when it did not.' })
  status!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it failed: PRIVATE_ADDRESS, NO_SUCH_HOST, UNREACHABLE, TIMEOUT, REDIRECTED or REFUSED; null if not.',
  })
  failure!: string | null;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  ms!: number;
}

/** Not a noun of the history: a delivery is a journal itself, and each attempt would be written down twice. */
@ObjectType({ description: 'One event on its way to one address.' })
export class Delivery {
  @Field(() => ID, { description: 'Sent as `Barometre-Delivery`: the same each time it is sent again.' })
  id!: string;

  @Field(() => String, { description: 'What it tells of; `test` for a test.' })
  kind!: string;

  @Field(() => String, { description: 'What is sent: JSON.' })
  body!: string;

  @Field(() => DeliveryState, { description: 'How far it has come.' })
  state!: DeliveryState;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it is sent, for the first time or again.' })
  dueAt!: Date | null;

  @Field(() => [DeliveryAttempt], { description: 'Each time it was sent, the latest first.' })
  attempts!: DeliveryAttempt[];
}
