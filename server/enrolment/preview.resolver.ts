import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { StructureKind } from '../kernel/kinds.ts';
import { behind, previewOf } from './preview.service.ts';
import { CategoryDraftInput, CategoryPreview, FallenPage } from './preview.ts';

@ArgsType()
class BehindArgs {
  @Field(() => ID, { description: 'The edition whose rules are read.' })
  editionId!: string;

  @Field(() => CategoryDraftInput, { nullable: true, description: 'The category being edited; none for none.' })
  draft?: CategoryDraftInput | null;

  @Field(() => ID, { nullable: true, description: 'Where they are as saved: a category, NONE or SEVERAL.' })
  before?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where they are as edited: a category, NEW, NONE or SEVERAL.' })
  after?: string | null;

  @Field(() => StructureKind, { nullable: true, description: 'Only those of this kind.' })
  kind?: StructureKind | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Only those the edit moves.' })
  moved: boolean = false;

  @Field(() => Boolean, { defaultValue: false, description: 'Only those placed by hand.' })
  placed: boolean = false;

  @Field(() => Boolean, { defaultValue: false, description: 'Only those enrolled elsewhere than the rules would put.' })
  elsewhere: boolean = false;

  @Field(() => Int, { defaultValue: 1, description: 'From 1.' })
  page: number = 1;

  @Field(() => Int, { defaultValue: 25, description: 'Rows a page, 1 to 100.' })
  perPage: number = 25;
}

@Resolver()
export class PreviewResolver {
  @Authorized(...STAFF)
  @Query(() => CategoryPreview, {
    description: 'Where the rules of an edition put the structures of the register, now and after an edit.',
  })
  categoryPreview(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('draft', () => CategoryDraftInput, { nullable: true }) draft: CategoryDraftInput | null,
  ): Promise<CategoryPreview> {
    return previewOf(em, editionId, draft ?? null);
  }

  @Authorized(...STAFF)
  @Query(() => FallenPage, { description: 'The structures behind a number of the preview.' })
  categoryStructures(@Ctx() { em }: Context, @Args(() => BehindArgs) args: BehindArgs): Promise<FallenPage> {
    const { editionId, draft, before, after, kind, moved, placed, elsewhere } = args;
    const which = { before: before ?? null, after: after ?? null, kind: kind ?? null, moved, placed, elsewhere };
    return behind(em, editionId, draft ?? null, which, args);
  }
}
