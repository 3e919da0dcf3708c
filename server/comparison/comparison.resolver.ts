import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { compareEditions } from './comparison.service.ts';
import { EditionComparison } from './comparison.ts';
import { evolutionOf } from './evolution.service.ts';
import { EvolutionPoint, MeanSeries } from './evolution.ts';
import { meansBy } from './means.service.ts';
import { DimensionMean, MeansDimension } from './means.ts';
import { evolutionOfMeans } from './series.service.ts';

@Resolver()
export class ComparisonResolver {
  @Authorized(...STAFF)
  @Query(() => EditionComparison, {
    description:
      'One edition compared with another: the change of its means split into what moved like for like, the grid, the ' +
      'panel and the channels tested. Both need current scores.',
  })
  comparison(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('withEditionId', () => ID, { description: 'The one it is compared with, usually the one before.' })
    withId: string,
  ): Promise<EditionComparison> {
    return compareEditions(em, editionId, withId);
  }

  @Authorized(...STAFF, Role.PARTICIPANT)
  @Query(() => [EvolutionPoint], {
    description: 'The scores of one structure over the editions; a structure reads its own, once published.',
  })
  evolution(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('enrolmentId', () => ID) enrolmentId: string,
  ): Promise<EvolutionPoint[]> {
    return evolutionOf(em, me, enrolmentId);
  }

  @Authorized(...STAFF)
  @Query(() => [MeanSeries], {
    description: 'The means of every edition, computed or reported by public sources, with the breaks of their series.',
  })
  evolutionOfMeans(@Ctx() { em }: Context): Promise<MeanSeries[]> {
    return evolutionOfMeans(em);
  }

  @Authorized(...STAFF)
  @Query(() => [DimensionMean], { description: 'The means of the latest run by one dimension.' })
  meansBy(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('dimension', () => MeansDimension) dimension: MeansDimension,
  ): Promise<DimensionMean[]> {
    return meansBy(em, editionId, dimension);
  }
}
