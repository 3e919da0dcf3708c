import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { SpecialPrizeInput } from './prize.input.ts';
import * as service from './prize.service.ts';
import { SpecialPrize } from './prize.ts';

@ArgsType()
class SpecialPrizesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

const SpecialPrizePage = pageType(SpecialPrize);

@Resolver(() => SpecialPrize)
export class PrizeResolver {
  @Authorized(...STAFF)
  @Query(() => SpecialPrizePage, { description: 'Special prizes, in their order.' })
  specialPrizes(
    @Ctx() { em }: Context,
    @Args(() => SpecialPrizesArgs) args: SpecialPrizesArgs,
  ): Promise<Page<SpecialPrize>> {
    const where = [...asked({ edition: args.editionId }), matching(args.q, 'label', 'code')];
    return pageOf(em, SpecialPrize, where, args, ['position', 'label', 'code']);
  }

  @Authorized(...STAFF)
  @Query(() => SpecialPrize, { description: 'One special prize.' })
  specialPrize(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<SpecialPrize> {
    return oneOf(em, SpecialPrize, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => SpecialPrize, { description: 'Adds a special prize to an edition that is being prepared.' })
  createSpecialPrize(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('input', () => SpecialPrizeInput) input: SpecialPrizeInput,
  ): Promise<SpecialPrize> {
    return service.createPrize(em, editionId, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => SpecialPrize, { description: 'Corrects a special prize of an edition that is being prepared.' })
  updateSpecialPrize(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => SpecialPrizeInput) input: SpecialPrizeInput,
  ): Promise<SpecialPrize> {
    return service.updatePrize(em, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Removes a special prize nobody received.' })
  removeSpecialPrize(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.removePrize(em, id);
  }
}
