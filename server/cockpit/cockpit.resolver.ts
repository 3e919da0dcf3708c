import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { todayOf } from '../phase/facts.ts';
import { fieldworkOf } from './cockpit.service.ts';
import { Fieldwork } from './cockpit.ts';
import { remindAuditors } from './reminder.service.ts';

@Resolver(() => Fieldwork)
export class CockpitResolver {
  @Authorized(...STAFF)
  @Query(() => Fieldwork, { description: 'Where the fieldwork of an edition stands today, in Paris.' })
  fieldwork(@Ctx() { em, now }: Context, @Arg('editionId', () => ID) editionId: string): Promise<Fieldwork> {
    return fieldworkOf(em, editionId, todayOf(now));
  }

  @Authorized(...STAFF)
  @Mutation(() => Int, {
    description: 'Reminds by mail the auditors whose tests are late, once a day at most each. Answers how many were.',
  })
  remindAuditors(@Ctx() { em, now, postman }: Context, @Arg('editionId', () => ID) editionId: string): Promise<number> {
    return remindAuditors(em, postman, editionId, todayOf(now));
  }
}
