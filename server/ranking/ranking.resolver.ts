import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Account } from '../account/account.ts';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { refusalIn } from '../kernel/constraints.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { previewScores } from './preview.service.ts';
import { ScorePreview } from './preview.ts';
import { rankingsOf } from './ranking.service.ts';
import { CategoryRanking } from './ranking.ts';
import { computeAndStudy } from './robustness.service.ts';
import { currentRun } from './score.service.ts';
import { ScoreRun } from './score.ts';

@ArgsType()
class ScoreRunsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

const ScoreRunPage = pageType(ScoreRun);

@Resolver(() => ScoreRun)
export class RankingResolver {
  @Authorized(...STAFF)
  @Query(() => ScoreRunPage, { description: 'Computations of scores, one line each.' })
  scoreRuns(@Ctx() { em }: Context, @Args(() => ScoreRunsArgs) args: ScoreRunsArgs): Promise<Page<ScoreRun>> {
    return pageOf(em, ScoreRun, asked({ edition: args.editionId }), args, ['createdAt', 'number']);
  }

  @Authorized(...STAFF)
  @Query(() => ScoreRun, { description: 'One computation of scores.' })
  scoreRun(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<ScoreRun> {
    return oneOf(em, ScoreRun, id);
  }

  @Authorized(...STAFF)
  @FieldResolver(() => Boolean, {
    description: 'Whether it still says what the validated tests say; false when it must be computed again.',
  })
  async current(@Ctx() { em }: Context, @Root() run: ScoreRun): Promise<boolean> {
    try {
      return (await currentRun(em, run.edition.id)).id === run.id;
    } catch (error) {
      if (refusalIn(error)) return false;
      throw error;
    }
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who asked for it.' })
  async computedByName(@Root() { computedBy }: ScoreRun, @Ctx() { em }: Context): Promise<string | null> {
    return computedBy === null ? null : ((await em.findOne(Account, { id: computedBy }))?.name ?? null);
  }

  @Authorized(...STAFF)
  @Query(() => [CategoryRanking], {
    description: 'The ranking of each category, from the latest run; empty before the first.',
  })
  ranking(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<CategoryRanking[]> {
    return rankingsOf(em, editionId);
  }

  @Authorized(...STAFF)
  @Mutation(() => ScoreRun, {
    description:
      'Computes all scores of an edition as a new immutable run; answers the latest one when nothing changed. When ' +
      'scores or ranks would change, asks for the hash of the preview that was read.',
  })
  async computeScores(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('inputsHash', () => String, { nullable: true, description: 'As ScorePreview gave it.' }) hash: string | null,
  ): Promise<ScoreRun> {
    return computeAndStudy(em, me, editionId, hash ?? null);
  }

  @Authorized(...STAFF)
  @Query(() => ScorePreview, { description: 'Every score and rank that computing now would change.' })
  scorePreview(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<ScorePreview> {
    return previewScores(em, editionId);
  }
}
