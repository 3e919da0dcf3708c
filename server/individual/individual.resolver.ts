import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { ScoreRun } from '../ranking/score.ts';
import * as service from './individual.service.ts';
import { ReportRun } from './individual.ts';
import { makeReports, stopReports } from './making.ts';

/** Individual reports in bulk: begun, watched, stopped, gone on with. */
@Resolver(() => ReportRun)
export class ReportRunResolver {
  @Authorized(...STAFF)
  @Query(() => [ReportRun], { description: 'The individual reports of an edition, those of the latest scores first.' })
  reportRuns(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<ReportRun[]> {
    return service.reportRunsOf(em, editionId);
  }

  @Authorized(...STAFF)
  @Mutation(() => ReportRun, {
    description: 'Makes the individual reports of an edition from its current scores, or goes on where it stopped.',
  })
  makeReports(
    @Ctx() { em, jobs, now }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
  ): Promise<ReportRun> {
    return makeReports(em, jobs, me, now, editionId);
  }

  @Authorized(...STAFF)
  @Mutation(() => ReportRun, { description: 'Stops the making of reports: those that are made are kept.' })
  stopReports(@Ctx() { em, jobs }: Context, @Arg('id', () => ID) id: string): Promise<ReportRun> {
    return stopReports(em, jobs, id);
  }

  @FieldResolver(() => Int, { description: 'How many are made.' })
  made(@Root() { id }: ReportRun, @Ctx() { em }: Context): Promise<number> {
    return service.madeIn(em, id);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether they say the scores of now; otherwise no structure reads them.',
  })
  current(@Root() run: ReportRun, @Ctx() { em }: Context): Promise<boolean> {
    return service.isCurrent(em, run);
  }

  @FieldResolver(() => ScoreRun, { description: 'The computation they are made from.' })
  scoreRun(@Root() { scoreRun }: ReportRun): Promise<ScoreRun> {
    return scoreRun.loadOrFail();
  }
}
