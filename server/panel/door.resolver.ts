import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type Context, Guest, INVITED, type Invited } from '../kernel/context.ts';
import { Prose } from '../kernel/scalars.ts';
import { acceptSeat, declineSeat, seatDoorOf } from './door.service.ts';
import { SeatAccepted, SeatDoor } from './door.ts';

/** What someone does with the personal link to a seat: open to its holder, and to nobody else. */
@Resolver()
export class SeatDoorResolver {
  @Authorized(INVITED)
  @Query(() => SeatDoor, { description: 'Where the personal link to a seat leads. Asking changes nothing.' })
  seatDoor(@Ctx() { em, now }: Context, @Guest() invited: Invited): Promise<SeatDoor> {
    return seatDoorOf(em, invited, now);
  }

  @Authorized(INVITED)
  @Mutation(() => SeatAccepted, { description: 'Accepts the seat with its terms. The link works once.' })
  acceptSeat(
    @Ctx() { em, now }: Context,
    @Guest() invited: Invited,
    @Arg('terms', () => Boolean, { description: 'That the terms are accepted: a seat is not taken without.' })
    terms: boolean,
  ): Promise<SeatAccepted> {
    return acceptSeat(em, invited, now, terms);
  }

  @Authorized(INVITED)
  @Mutation(() => Boolean, { description: 'Declines the seat, with a word if one wishes.' })
  declineSeat(
    @Ctx() { em, now }: Context,
    @Guest() invited: Invited,
    @Arg('motive', () => Prose, { nullable: true }) motive: string | null,
  ): Promise<boolean> {
    return declineSeat(em, invited, now, motive);
  }
}
