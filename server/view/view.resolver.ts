import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account.ts';
import type { Actor } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Code } from '../kernel/scalars.ts';
import { ViewInput } from './view.input.ts';
import { mayChange, visibleViews } from './view.policy.ts';
import * as service from './view.service.ts';
import { SavedView } from './view.ts';

/** More views of one list than anyone can tell apart. */
const MOST = 200;

@Resolver(() => SavedView)
export class ViewResolver {
  @Authorized()
  @Query(() => [SavedView], { description: 'The views of a list: one’s own and, for the team, those it shares.' })
  savedViews(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('resource', () => Code, { description: 'The list, such as structure.' }) resource: string,
  ): Promise<SavedView[]> {
    const where = { $and: [{ resource }, visibleViews(me)] };
    return em.find(SavedView, where, { orderBy: { shared: 'desc', label: 'asc', id: 'asc' }, limit: MOST });
  }

  @Authorized()
  @Mutation(() => SavedView, { description: 'Keeps a view of a list.' })
  createSavedView(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('resource', () => Code, { description: 'The list, such as structure.' }) resource: string,
    @Arg('input', () => ViewInput) input: ViewInput,
  ): Promise<SavedView> {
    return service.createView(em, me, resource, input);
  }

  @Authorized()
  @Mutation(() => SavedView, { description: 'Renames, replaces, shares or unshares a view.' })
  updateSavedView(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => ViewInput) input: ViewInput,
  ): Promise<SavedView> {
    return service.updateView(em, me, id, version, input);
  }

  @Authorized()
  @Mutation(() => Boolean, { description: 'Removes a view; the list itself loses nothing.' })
  removeSavedView(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.removeView(em, me, id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the person who asks may rename, replace or remove it.' })
  changeable(@Root() view: SavedView, @Me() me: Actor): boolean {
    return mayChange(me, view);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The name of its owner; null when the account is gone.' })
  async ownerName(@Root() { ownerId }: SavedView, @Ctx() { em }: Context): Promise<string | null> {
    return (await em.findOne(Account, { id: ownerId }))?.name ?? null;
  }
}
