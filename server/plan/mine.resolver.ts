import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type Actor, Role } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Prose } from '../kernel/scalars.ts';
import { declareConflict, ownAssignments } from './mine.service.ts';
import { OwnAssignment } from './mine.ts';

/** The side of the auditor: their own tests, and nothing of anybody else's. */
@Resolver()
export class OwnAssignmentResolver {
  @Authorized(Role.AUDITOR)
  @Query(() => [OwnAssignment], {
    description: 'The tests an edition gives to whoever asks, by day; none before they passed its briefing.',
  })
  myAssignments(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
  ): Promise<OwnAssignment[]> {
    return ownAssignments(em, me, editionId);
  }

  @Authorized(Role.AUDITOR)
  @Mutation(() => Int, {
    description: 'Says that a tie forbids one to do a test. Those of that structure go to others; answers how many.',
  })
  declareConflict(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('assignmentId', () => ID) assignmentId: string,
    @Arg('reason', () => Prose) reason: string,
  ): Promise<number> {
    return declareConflict(em, me, now, assignmentId, reason);
  }
}
