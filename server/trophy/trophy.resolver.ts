import type { FilterQuery } from '@mikro-orm/core';
import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Day } from '../kernel/scalars.ts';
import { visibleLaureates } from './trophy.policy.ts';
import { handOver } from './trophy.service.ts';
import { Award, Laureate, Trophy } from './trophy.ts';

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

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only the trophies and prizes that were handed over, or those that are still to be.',
  })
  handedOver?: boolean;
}

const handedOver = (done: boolean | undefined): FilterQuery<Laureate> =>
  done == null ? {} : { award: { $in: [Award.TROPHY, Award.PRIZE] }, handedOn: done ? { $ne: null } : null };

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
      handedOver(args.handedOver),
      matching(args.q, 'structure.name'),
    ];
    return pageOf(em, Laureate, where, args, ['trophy.edition.year', 'structure.name', 'rank', 'award', 'handedOn']);
  }

  @Authorized(...STAFF)
  @Mutation(() => Laureate, {
    description: 'Says on which day a trophy or a prize was handed over; null takes it back.',
  })
  handOver(
    @Ctx() { em }: Context,
    @Arg('laureateId', () => ID) laureateId: string,
    @Arg('on', () => Day, { nullable: true, description: 'The day, such as 2022-11-10.' }) on: string | null,
  ): Promise<Laureate> {
    return handOver(em, laureateId, on ?? null);
  }
}
