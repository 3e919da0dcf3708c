import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type Actor, Role } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { InviteAccountInput, UpdateAccountInput } from './account.input.ts';
import * as service from './account.service.ts';
import { Account } from './account.ts';

@ArgsType()
class AccountsArgs extends PageArgs {
  @Field(() => Role, { nullable: true, description: 'Only those who are here for that.' })
  role?: Role;

  @Field(() => Boolean, { nullable: true, description: 'Only the closed ones, or only the open ones.' })
  closed?: boolean;
}

const AccountPage = pageType(Account);

@Resolver(() => Account)
export class AccountResolver {
  @Authorized()
  @Query(() => Account, { description: 'The person who is asking.' })
  me(@Ctx() { em }: Context, @Me() me: Actor): Promise<Account> {
    return oneOf(em, Account, me.id);
  }

  @Authorized(Role.ADMINISTRATOR)
  @Query(() => AccountPage, { description: 'The people who may sign in, and those who no longer may.' })
  accounts(@Ctx() { em }: Context, @Args(() => AccountsArgs) args: AccountsArgs): Promise<Page<Account>> {
    const { role, closed, q } = args;
    const open = closed === undefined || closed === null ? [] : [{ closedAt: closed ? { $ne: null } : null }];
    const where = [...asked({ role }), ...open, matching(q, 'name', 'email')];
    return pageOf(em, Account, where, args, ['name', 'email', 'role', 'createdAt', 'closedAt']);
  }

  @Authorized(Role.ADMINISTRATOR)
  @Query(() => Account, { description: 'One person.' })
  account(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<Account> {
    return oneOf(em, Account, id);
  }

  @Authorized(Role.ADMINISTRATOR)
  @Mutation(() => Account, { description: 'Creates a person and mails a link, good for 7 days, to choose a password.' })
  inviteAccount(
    @Ctx() { em, postman, now }: Context,
    @Arg('input', () => InviteAccountInput) input: InviteAccountInput,
  ): Promise<Account> {
    return service.inviteAccount(em, postman, now, input);
  }

  @Authorized(Role.ADMINISTRATOR)
  @Mutation(() => Account, { description: 'Mails a new link to someone who has not chosen a password yet.' })
  reinviteAccount(@Ctx() { em, postman, now }: Context, @Arg('id', () => ID) id: string): Promise<Account> {
    return service.reinviteAccount(em, postman, now, id);
  }

  @Authorized(Role.ADMINISTRATOR)
  @Mutation(() => Account, { description: 'Changes the name, the role or the structure of a person.' })
  updateAccount(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateAccountInput) input: UpdateAccountInput,
  ): Promise<Account> {
    return service.updateAccount(em, me, id, input);
  }

  @Authorized(Role.ADMINISTRATOR)
  @Mutation(() => Account, { description: 'Closes an account; the person is signed out at once.' })
  closeAccount(@Ctx() { em, now }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<Account> {
    return service.closeAccount(em, me, now, id);
  }

  @Authorized(Role.ADMINISTRATOR)
  @Mutation(() => Account, { description: 'Opens a closed account again.' })
  reopenAccount(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<Account> {
    return service.reopenAccount(em, me, id);
  }
}
