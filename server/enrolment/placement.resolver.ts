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
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Prose } from '../kernel/scalars.ts';
import * as service from './placement.service.ts';
import { Placement } from './placement.ts';

@ArgsType()
class PlacementsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;

  @Field(() => ID, { nullable: true, description: 'Only those of this structure.' })
  structureId?: string;
}

const PlacementPage = pageType(Placement);

@Resolver(() => Placement)
export class PlacementResolver {
  @Authorized(...STAFF)
  @Query(() => PlacementPage, { description: 'Structures placed in a category by hand.' })
  placements(@Ctx() { em }: Context, @Args(() => PlacementsArgs) args: PlacementsArgs): Promise<Page<Placement>> {
    const where = [
      ...asked({ edition: args.editionId, structure: args.structureId }),
      matching(args.q, 'structure.name', 'motive'),
    ];
    return pageOf(em, Placement, where, args, ['structure.name', 'createdAt']);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who placed it.' })
  async placedByName(@Root() { placedBy }: Placement, @Ctx() { em }: Context): Promise<string | null> {
    return placedBy && ((await em.findOne(Account, { id: placedBy }))?.name ?? null);
  }

  @Authorized(...STAFF)
  @Mutation(() => Placement, {
    description: 'Places a structure in a category by hand, whatever the rules say; its enrolment follows.',
  })
  placeStructure(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('categoryId', () => ID) categoryId: string,
    @Arg('structureId', () => ID) structureId: string,
    @Arg('motive', () => Prose, { description: 'Why, for whoever asks later.' }) motive: string,
  ): Promise<Placement> {
    return service.placeStructure(em, me, categoryId, structureId, motive);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Gives a structure back to the rules of the categories.' })
  unplaceStructure(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.unplaceStructure(em, id);
  }
}
