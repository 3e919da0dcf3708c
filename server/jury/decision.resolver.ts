import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Account } from '../account/account.ts';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Prose, Title } from '../kernel/scalars.ts';
import { latestRun } from '../ranking/score.service.ts';
import { survivorsOf } from '../structure/structure.service.ts';
import { Trophy } from '../trophy/trophy.ts';
import { DecisionChain, decisionChainOf } from './chain.service.ts';
import { awardPrize, awardTrophy, type Choice } from './decision.service.ts';
import { Decision } from './decision.ts';
import { awardCases } from './standing.service.ts';
import { AwardCase } from './standing.ts';

@InputType({ description: 'A mention that a laureate receives with an award.' })
class MentionInput {
  @Field(() => ID, { description: 'Which laureate.' })
  structureId!: string;

  @Field(() => Title, { description: 'What it says, such as "numérique".' })
  mention!: string;
}

@InputType({ description: 'What is decided of one award.' })
class AwardInput {
  @Field(() => [ID], { description: 'The structures that receive it: one, several ex æquo, or none.' })
  structureIds!: string[];

  @Field(() => Prose, { nullable: true, description: 'What made the laureate stand out.' })
  pointRemarquable?: string | null;

  @Field(() => Prose, { nullable: true, description: 'Why, when the choice is more than reading the ranking.' })
  motive?: string | null;

  @Field(() => [MentionInput], { defaultValue: [], description: 'The mentions laureates receive with it.' })
  mentions!: MentionInput[];
}

@ArgsType()
class DecisionsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those on this trophy.' })
  trophyId?: string;

  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

const DecisionPage = pageType(Decision);

@Resolver(() => Decision)
export class DecisionResolver {
  @Authorized(...STAFF)
  @Query(() => DecisionPage, { description: 'Decisions, each with the scores it rested on.' })
  decisions(@Ctx() { em }: Context, @Args(() => DecisionsArgs) args: DecisionsArgs): Promise<Page<Decision>> {
    const where = asked({ trophy: args.trophyId, 'trophy.edition': args.editionId });
    return pageOf(em, Decision, where, args, ['decidedAt', 'createdAt']);
  }

  /** A decision stands for ever, and names what a merge may since have brought into another structure. */
  @FieldResolver()
  structureIds(@Root() { structureIds }: Decision, @Ctx() { em }: Context): Promise<string[]> {
    return survivorsOf(em, structureIds);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who took it.' })
  async decidedByName(@Root() { decidedBy }: Decision, @Ctx() { em }: Context): Promise<string | null> {
    return (await em.findOne(Account, { id: decidedBy }))?.name ?? null;
  }

  @FieldResolver(() => String, {
    description: 'The Ed25519 signature of "barometre decision <hash>" by this installation: see certificateKey.',
  })
  signature(@Root() { hash }: Decision, @Ctx() { seal }: Context): string {
    return seal.sign(`barometre decision ${hash}`);
  }

  @Authorized(...STAFF)
  @Query(() => DecisionChain, { description: 'Whether the decisions of an edition still say what they said.' })
  decisionChain(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<DecisionChain> {
    return decisionChainOf(em, editionId);
  }

  @Authorized(...STAFF)
  @Mutation(() => Trophy, {
    description:
      'Records a decision taken outside on the trophy of a category. A new one cites the first; nothing is erased.',
  })
  awardTrophy(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('categoryId', () => ID) categoryId: string,
    @Arg('input', () => AwardInput) input: AwardInput,
  ): Promise<Trophy> {
    return awardTrophy(em, me, now, categoryId, choiceIn(input));
  }

  @Authorized(...STAFF)
  @Mutation(() => Trophy, { description: 'Records a decision taken outside on a special prize, in the same way.' })
  awardPrize(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('prizeId', () => ID) prizeId: string,
    @Arg('input', () => AwardInput) input: AwardInput,
  ): Promise<Trophy> {
    return awardPrize(em, me, now, prizeId, choiceIn(input));
  }

  @Authorized(...STAFF)
  @Query(() => [AwardCase], { description: 'Every award of an edition, with who could receive it by the latest run.' })
  async awardCases(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<AwardCase[]> {
    return awardCases(em, editionId, await latestRun(em, editionId));
  }
}

const choiceIn = ({ structureIds, pointRemarquable, motive, mentions }: AwardInput): Choice => ({
  ...{ structureIds, mentions, pointRemarquable: pointRemarquable ?? null, motive: motive ?? null },
});
