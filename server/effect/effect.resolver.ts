import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { auditorEffects } from './effect.service.ts';
import { AuditorEffects } from './effect.ts';

@Resolver()
export class EffectResolver {
  @Authorized(...STAFF)
  @Query(() => AuditorEffects, {
    description: 'What each auditor adds to the scores of an edition, and the podiums that would change without it.',
  })
  auditorEffects(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<AuditorEffects> {
    return auditorEffects(em, editionId);
  }
}
