import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type Context, Guest, INVITED, type Invited } from '../kernel/context.ts';
import { PartnerAccess } from './access.ts';
import { accessBehind } from './link.service.ts';
import { issueToken, revokeToken } from './token.service.ts';
import { PartnerToken } from './token.ts';

/** What a partner does on its own page, which its personal link opens and nobody else's. */
@Resolver()
export class OwnAccessResolver {
  @Authorized(INVITED)
  @Query(() => PartnerAccess, { description: 'The access behind the personal link. Asking changes nothing.' })
  ownAccess(@Ctx() { em, now }: Context, @Guest() invited: Invited): Promise<PartnerAccess> {
    return accessBehind(em, invited, now);
  }

  @Authorized(INVITED)
  @Mutation(() => String, {
    description: 'Makes a token and answers it, this once. The one before goes on working for seven days.',
  })
  async issueOwnToken(@Ctx() { em, now }: Context, @Guest() invited: Invited): Promise<string> {
    return issueToken(em, now, (await accessBehind(em, invited, now)).id);
  }

  @Authorized(INVITED)
  @Mutation(() => PartnerToken, { description: 'Makes one token useless at once.' })
  async revokeOwnToken(
    @Ctx() { em, now }: Context,
    @Guest() invited: Invited,
    @Arg('id', () => ID) id: string,
  ): Promise<PartnerToken> {
    return revokeToken(em, now, (await accessBehind(em, invited, now)).id, id);
  }
}
