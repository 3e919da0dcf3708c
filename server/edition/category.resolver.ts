import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { CategoryInput } from './category.input.ts';
import * as service from './category.service.ts';
import { Category } from './category.ts';
import { visibleEditions } from './edition.policy.ts';

@ArgsType()
class CategoriesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

const CategoryPage = pageType(Category);

@Resolver(() => Category)
export class CategoryResolver {
  @Authorized()
  @Query(() => CategoryPage, { description: 'Categories, in the order of the palmarès.' })
  categories(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Args(() => CategoriesArgs) args: CategoriesArgs,
  ): Promise<Page<Category>> {
    const where = [
      { edition: visibleEditions(me) },
      ...asked({ edition: args.editionId }),
      matching(args.q, 'label', 'code'),
    ];
    return pageOf(em, Category, where, args, ['position', 'label', 'code']);
  }

  @Authorized()
  @Query(() => Category, { description: 'One category.' })
  category(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<Category> {
    return oneOf(em, Category, id, { edition: visibleEditions(me) });
  }

  @Authorized(...STAFF)
  @Mutation(() => Category, { description: 'Adds a category to an edition that is being prepared.' })
  createCategory(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('input', () => CategoryInput) input: CategoryInput,
  ): Promise<Category> {
    return service.createCategory(em, editionId, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Category, { description: 'Corrects a category of an edition that is being prepared.' })
  updateCategory(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => CategoryInput) input: CategoryInput,
  ): Promise<Category> {
    return service.updateCategory(em, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Removes a category nobody is enrolled in.' })
  removeCategory(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.removeCategory(em, id);
  }
}
