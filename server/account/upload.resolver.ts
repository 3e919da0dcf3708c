import { Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { matching, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Upload } from '../kernel/upload.ts';
import { Account } from './account.ts';

const UploadPage = pageType(Upload);

@Resolver(() => Upload)
export class UploadResolver {
  @Authorized(...STAFF)
  @Query(() => UploadPage, { description: 'Files sent to be imported.' })
  uploads(@Ctx() { em }: Context, @Args(() => PageArgs) args: PageArgs): Promise<Page<Upload>> {
    return pageOf(em, Upload, [matching(args.q, 'name')], args, ['createdAt', 'name', 'size', 'appliedAt']);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who sent it.' })
  async sentByName(@Root() { sentBy }: Upload, @Ctx() { em }: Context): Promise<string | null> {
    return (await em.findOne(Account, { id: sentBy }))?.name ?? null;
  }
}
