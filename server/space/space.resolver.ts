import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PointRemarquable } from '../jury/point.ts';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { answerPoint, askConsent, askedAtOf } from './consent.service.ts';
import { spaceOf } from './space.service.ts';
import { SpaceEdition } from './space.ts';

/** What a structure finds of its own, and what it is asked. */
@Resolver(() => PointRemarquable)
export class SpaceResolver {
  @Authorized(Role.PARTICIPANT)
  @Query(() => [SpaceEdition], {
    description: 'What the editions hold for the structures of whoever asks, the latest first; nothing of any other.',
  })
  mySpace(@Ctx() { em }: Context, @Me() me: Actor): Promise<SpaceEdition[]> {
    return spaceOf(em, me);
  }

  @Authorized(Role.PARTICIPANT)
  @Mutation(() => Boolean, { description: 'A laureate says whether its point remarquable may be published.' })
  answerPoint(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('given', () => Boolean) given: boolean,
  ): Promise<boolean> {
    return answerPoint(em, me, now, id, given);
  }

  @Authorized(...STAFF)
  @Mutation(() => PointRemarquable, {
    description: 'Asks a laureate, in its space, to agree to its point remarquable: it then learns that it is one.',
  })
  askConsent(
    @Ctx() { em, now, postman }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
  ): Promise<PointRemarquable> {
    return askConsent(em, postman, me, now, id);
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When its laureate was asked in its space to agree to this very text; null when it was not.',
  })
  askedAt(@Root() point: PointRemarquable, @Ctx() { em }: Context): Promise<Date | null> {
    return askedAtOf(em, point);
  }
}
