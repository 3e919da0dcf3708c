import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { undoAct } from './undo.service.ts';
import { Undone } from './undone.ts';

@Resolver(() => Undone)
export class UndoResolver {
  @Authorized(...STAFF)
  @Query(() => [Undone], { description: 'Those of these acts that were taken back.' })
  undoneActs(@Ctx() { em }: Context, @Arg('acts', () => [ID]) acts: string[]): Promise<Undone[]> {
    return em.find(Undone, { act: { $in: acts.slice(0, 100) } });
  }

  @Authorized(...STAFF)
  @Mutation(() => Undone, {
    description:
      'Takes back everything one act did (an import, a merge, a removal…), or nothing. UNDO_MOVED when something was done to what it touched since. `extensions.acts` of each mutation tells its acts.',
  })
  undoAct(@Ctx() { em }: Context, @Me() me: Actor, @Arg('act', () => ID) act: string): Promise<Undone> {
    return undoAct(em, me, act);
  }
}
