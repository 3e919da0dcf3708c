import { Args, ArgsType, Authorized, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { Change } from '../kernel/history.ts';
import { asked, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Account } from './account.ts';

@ArgsType()
class ChangesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only changes of this kind of record, such as structure.' })
  noun?: string;

  @Field(() => ID, { nullable: true, description: 'Only changes of this record.' })
  recordId?: string;

  @Field(() => ID, { nullable: true, description: 'Only what this person did.' })
  actorId?: string;
}

const ChangePage = pageType(Change);

@Resolver(() => Change)
export class ChangeResolver {
  @Authorized(...STAFF)
  @Query(() => ChangePage, { description: 'The history of changes.' })
  changes(@Ctx() { em }: Context, @Args(() => ChangesArgs) args: ChangesArgs): Promise<Page<Change>> {
    const { noun, recordId, actorId } = args;
    return pageOf(em, Change, asked({ noun, recordId, actorId }), args, ['id', 'at', 'noun']);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The name of who did it; null for the system itself.' })
  async actorName(@Root() { actorId }: Change, @Ctx() { em }: Context): Promise<string | null> {
    return actorId === null ? null : ((await em.findOne(Account, { id: actorId }))?.name ?? null);
  }
}
