import { Arg, Args, ArgsType, Authorized, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Order, type Page, PageArgs, pageType } from '../kernel/page.ts';
import { Removal } from './removal.ts';
import { obstacleTo, removalsOf } from './trash.service.ts';

@ArgsType()
class RemovalsArgs extends PageArgs {
  @Field(() => Order, { defaultValue: Order.DESC, description: 'By when they were removed: the latest first.' })
  override order: Order = Order.DESC;

  @Field(() => String, { nullable: true, description: 'Only this kind of record, such as structure.' })
  noun?: string | null;
}

const RemovalPage = pageType(Removal);

@Resolver(() => Removal)
export class TrashResolver {
  @Authorized(...STAFF)
  @Query(() => RemovalPage, { description: 'The trash: records that were removed and have not come back.' })
  removals(@Ctx() { em }: Context, @Args(() => RemovalsArgs) args: RemovalsArgs): Promise<Page<Removal>> {
    return removalsOf(em, args);
  }

  @Authorized(...STAFF)
  @Query(() => Removal, { nullable: true, description: 'How a record went; null when it is there, or never was.' })
  async removal(
    @Ctx() { em }: Context,
    @Arg('noun', () => String, { description: 'Its table, such as structure.' }) noun: string,
    @Arg('recordId', () => ID) recordId: string,
  ): Promise<Removal | null> {
    const { items } = await removalsOf(em, { page: 1, perPage: 1, order: Order.DESC, noun, recordId });
    return items[0] ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it could not come back now: the code of the refusal; null when nothing stands in the way.',
  })
  obstacle(@Root() { act }: Removal, @Ctx() { em }: Context, @Me() me: Actor): Promise<string | null> {
    return obstacleTo(em, me, act);
  }
}
