import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Prose } from '../kernel/scalars.ts';
import { GrantInput, PartnerInput } from './access.input.ts';
import * as service from './access.service.ts';
import { AccessState, PartnerAccess } from './access.ts';
import { mailLink } from './link.service.ts';
import { revokeToken } from './token.service.ts';
import { PartnerToken } from './token.ts';

@ArgsType()
class AccessArgs extends PageArgs {
  @Field(() => AccessState, { nullable: true, description: 'Only those that have come so far.' })
  state?: AccessState;
}

const AccessPage = pageType(PartnerAccess);

/** Who reads the published API under a name, and what they may: decided by staff. */
@Resolver(() => PartnerAccess)
export class AccessResolver {
  @Authorized(...STAFF)
  @Query(() => AccessPage, { description: 'Accesses to the published API, asked for, granted and closed.' })
  partnerAccesses(@Ctx() { em }: Context, @Args(() => AccessArgs) args: AccessArgs): Promise<Page<PartnerAccess>> {
    const where = [...asked({ state: args.state }), matching(args.q, 'organisation', 'name', 'email')];
    return pageOf(em, PartnerAccess, where, args, ['createdAt', 'organisation', 'state', 'expiresOn', 'decidedAt']);
  }

  @Authorized(...STAFF)
  @Query(() => PartnerAccess, { description: 'One access.' })
  partnerAccess(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<PartnerAccess> {
    return oneOf(em, PartnerAccess, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => PartnerAccess, { description: 'Lets a partner in that did not ask; mails it a personal link.' })
  invitePartner(
    @Ctx() { em, now, postman }: Context,
    @Me() me: Actor,
    @Arg('input', () => PartnerInput) input: PartnerInput,
  ): Promise<PartnerAccess> {
    return service.invitePartner(em, postman, me, now, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => PartnerAccess, { description: 'Grants an access, or corrects what was granted.' })
  grantAccess(
    @Ctx() { em, now, postman }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => GrantInput) input: GrantInput,
  ): Promise<PartnerAccess> {
    return service.grantAccess(em, postman, me, now, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => PartnerAccess, { description: 'Refuses a request, or takes an access back with its tokens.' })
  closeAccess(
    @Ctx() { em, now, postman }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('motive', () => Prose, { description: 'Why, as the partner will read it.' }) motive: string,
  ): Promise<PartnerAccess> {
    return service.closeAccess(em, postman, me, now, id, motive);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Mails the personal link anew; the one before stops working.' })
  async resendAccessLink(@Ctx() { em, now, postman }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    await mailLink(em, postman, now, await oneOf(em, PartnerAccess, id));
    return true;
  }

  @Authorized(...STAFF)
  @Mutation(() => PartnerToken, { description: 'Makes one token useless at once.' })
  async revokeAccessToken(
    @Ctx() { em, now }: Context,
    @Arg('accessId', () => ID) accessId: string,
    @Arg('id', () => ID) id: string,
  ): Promise<PartnerToken> {
    return revokeToken(em, now, accessId, id);
  }
}
