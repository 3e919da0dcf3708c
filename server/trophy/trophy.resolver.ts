import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { visibleLaureates } from './trophy.policy.ts';
import { Laureate, Trophy } from './trophy.ts';

@ArgsType()
class TrophiesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

@ArgsType()
class LaureatesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;

  @Field(() => ID, { nullable: true, description: 'Only what this structure received.' })
  structureId?: string;
}

const TrophyPage = pageType(Trophy);
const LaureatePage = pageType(Laureate);

@Resolver(() => Trophy)
export class TrophyResolver {
  @Authorized(...STAFF)
  @Query(() => TrophyPage, { description: 'Trophies, given or left without a laureate.' })
  trophies(@Ctx() { em }: Context, @Args(() => TrophiesArgs) args: TrophiesArgs): Promise<Page<Trophy>> {
    const where = [...asked({ edition: args.editionId }), matching(args.q, 'category.label')];
    return pageOf(em, Trophy, where, args, ['category.position', 'edition.year', 'createdAt']);
  }

  @Authorized(...STAFF)
  @Query(() => Trophy, { description: 'One trophy.' })
  trophy(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<Trophy> {
    return oneOf(em, Trophy, id);
  }

  @Authorized(...STAFF, Role.PARTICIPANT)
  @Query(() => LaureatePage, {
    description:
      'The palmarès of all editions, line by line. A structure reads what it received itself, once published.',
  })
  laureates(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Args(() => LaureatesArgs) args: LaureatesArgs,
  ): Promise<Page<Laureate>> {
    const where = [
      visibleLaureates(me),
      ...asked({ 'trophy.edition': args.editionId, structure: args.structureId }),
      matching(args.q, 'structure.name'),
    ];
    return pageOf(em, Laureate, where, args, ['trophy.edition.year', 'structure.name', 'rank', 'award']);
  }
}
