import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { todayOf } from '../phase/facts.ts';
import { progressOf } from './cockpit.service.ts';
import { FieldworkProgress } from './cockpit.ts';
import { remindAuditors } from './reminder.service.ts';

@Resolver(() => FieldworkProgress)
export class CockpitResolver {
  @Authorized(...STAFF)
  @Query(() => FieldworkProgress, { description: 'Where the fieldwork of an edition stands today, in Paris.' })
  fieldworkProgress(
    @Ctx() { em, now }: Context,
    @Arg('editionId', () => ID) editionId: string,
  ): Promise<FieldworkProgress> {
    return progressOf(em, editionId, todayOf(now));
  }

  @Authorized(...STAFF)
  @Mutation(() => Int, {
    description: 'Reminds by mail the auditors whose tests are late, once a day at most each. Answers how many were.',
  })
  remindAuditors(@Ctx() { em, now, postman }: Context, @Arg('editionId', () => ID) editionId: string): Promise<number> {
    return remindAuditors(em, postman, editionId, todayOf(now));
  }
}
