import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { Code } from '../kernel/scalars.ts';
import { delayCurves } from './delay.service.ts';
import { CurveGroup, DelayCurve } from './delay.ts';

@Resolver(() => DelayCurve)
export class DelayResolver {
  @Authorized(...STAFF)
  @Query(() => [DelayCurve], {
    description: 'How the requests of an edition were answered, day by day: all together first, then group by group.',
  })
  delayCurve(
    @Ctx() { em, now }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('criterion', () => Code, { description: 'The code of a criterion whose delay is derived, in days.' })
    criterion: string,
    @Arg('by', () => CurveGroup, { nullable: true, description: 'One more curve a group.' }) by: CurveGroup | null,
  ): Promise<DelayCurve[]> {
    return delayCurves(em, now, editionId, criterion, by ?? null);
  }
}
