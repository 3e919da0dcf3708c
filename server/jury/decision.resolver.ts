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
import { Prose } from '../kernel/scalars.ts';
import { Trophy } from '../trophy/trophy.ts';
import { awardTrophy } from './decision.service.ts';
import { Decision } from './decision.ts';

@InputType({ description: 'What is decided of one category.' })
class AwardInput {
  @Field(() => [ID], { description: 'The structures that receive it: one, several ex æquo, or none.' })
  structureIds!: string[];

  @Field(() => Prose, { nullable: true, description: 'What made the laureate stand out.' })
  pointRemarquable?: string | null;

  @Field(() => Prose, { nullable: true, description: 'Why, when the choice departs from the ranking.' })
  motive?: string | null;
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

  @FieldResolver(() => String, { nullable: true, description: 'Who took it.' })
  async decidedByName(@Root() { decidedBy }: Decision, @Ctx() { em }: Context): Promise<string | null> {
    return (await em.findOne(Account, { id: decidedBy }))?.name ?? null;
  }

  @Authorized(...STAFF)
  @Mutation(() => Trophy, {
    description: 'Awards the trophy of a category. A new decision follows an earlier one; nothing is erased.',
  })
  awardTrophy(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('categoryId', () => ID) categoryId: string,
    @Arg('input', () => AwardInput) { structureIds, pointRemarquable, motive }: AwardInput,
  ): Promise<Trophy> {
    const choice = { structureIds, pointRemarquable: pointRemarquable ?? null, motive: motive ?? null };
    return awardTrophy(em, me, now, categoryId, choice);
  }
}
