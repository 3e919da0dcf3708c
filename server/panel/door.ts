import { Field, ObjectType } from 'type-graphql';
import { Office, SeatState } from './juror.ts';

@ObjectType({ description: 'Where the personal link to a seat leads. Asking changes nothing.' })
export class SeatDoor {
  @Field(() => SeatState, { description: 'Where the seat stands: the link works while it is INVITED.' })
  state!: SeatState;

  @Field(() => String, { description: 'Whom it invites.' })
  name!: string;

  @Field(() => String, { description: 'The panel.' })
  panel!: string;

  @Field(() => String, { description: 'The edition, by its name that year.' })
  edition!: string;

  @Field(() => Office, { description: 'What they would do on the panel.' })
  office!: Office;

  @Field(() => String, { nullable: true, description: 'What one accepts with the seat; null once the link is used.' })
  terms!: string | null;

  @Field(() => Date, { description: 'Until when the link works.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'What follows the acceptance of a seat.' })
export class SeatAccepted {
  @Field(() => String, { description: 'The address to sign in with.' })
  email!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What opens the choice of a first password (#/choose-password?token=); null for who has one.',
  })
  passwordToken!: string | null;

  @Field(() => Boolean, { description: 'Whether a second factor is still to be set up after signing in.' })
  secondFactorDue!: boolean;
}
