import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import { localDayOf, territoryOf } from '../delay/calendar.rules.ts';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { turnoutOf } from './turnout.service.ts';
import { Turnout } from './turnout.ts';

@Resolver(() => Turnout)
export class TurnoutResolver {
  @Authorized(...STAFF)
  @Query(() => Turnout, { description: 'How far the registration of an edition has come, beside the edition before.' })
  turnout(@Ctx() { em, now }: Context, @Arg('editionId', () => ID) editionId: string): Promise<Turnout> {
    return turnoutOf(em, editionId, localDayOf(now.toISOString(), territoryOf(null)));
  }
}
