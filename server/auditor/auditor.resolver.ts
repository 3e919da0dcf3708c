import { Args, ArgsType, Authorized, Ctx, Field, Query, Resolver } from 'type-graphql';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { asked, matching, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { visibleAuditors } from './auditor.policy.ts';
import { Auditor } from './auditor.ts';

@ArgsType()
class AuditorsArgs extends PageArgs {
  @Field(() => ChannelCode, { nullable: true, description: 'Only those who test this channel.' })
  channel?: ChannelCode;

  @Field(() => Boolean, { nullable: true, description: 'Only those who left, or only those who did not.' })
  left?: boolean;
}

const AuditorPage = pageType(Auditor);

/** Mystery citizens, as staff see them. */
@Resolver(() => Auditor)
export class AuditorResolver {
  @Authorized(...STAFF)
  @Query(() => AuditorPage, { description: 'Mystery citizens.' })
  auditors(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Args(() => AuditorsArgs) args: AuditorsArgs,
  ): Promise<Page<Auditor>> {
    const { channel, left, q } = args;
    const where = [
      visibleAuditors(me),
      ...asked({ 'channels.$contains': channel && [channel] }),
      ...(left === undefined || left === null ? [] : [{ leftAt: left ? { $ne: null } : null }]),
      matching(q, 'name', 'code', 'email'),
    ];
    return pageOf(em, Auditor, where, args, ['name', 'code', 'createdAt']);
  }
}
