import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account.ts';
import { Edition, EditionPhase } from '../edition/edition.ts';
import { Extension, PhaseMove } from '../edition/phase.ts';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { Prose } from '../kernel/scalars.ts';
import { phasesDue } from './calendar.service.ts';
import * as service from './phase.service.ts';
import { DeadlineState, PhaseChange, PhaseDue } from './phase.ts';

@Resolver(() => Edition)
export class PhaseResolver {
  @Authorized(...STAFF)
  @Query(() => PhaseChange, {
    description: 'What a change of phase would need, open and close, before anyone makes it.',
  })
  phaseChange(
    @Ctx() { em, now }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('to', () => EditionPhase) to: EditionPhase,
  ): Promise<PhaseChange> {
    return service.phaseChange(em, now, id, to);
  }

  @Authorized(...STAFF)
  @Query(() => [PhaseDue], { description: 'The editions that are not in the phase that their dates say.' })
  phasesDue(@Ctx() { em, now }: Context): Promise<PhaseDue[]> {
    return phasesDue(em, now);
  }

  @Authorized(...STAFF)
  @Mutation(() => Edition, {
    description:
      'Moves an edition to another phase. PHASE_BLOCKED lists what stands in the way; PHASE_UNCONFIRMED what must be ' +
      'confirmed first. Going back needs a motive.',
  })
  moveEdition(
    @Ctx() { em, now }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('phase', () => EditionPhase) phase: EditionPhase,
    @Arg('motive', () => Prose, { nullable: true }) motive: string | null,
    @Arg('confirmed', () => Boolean, {
      defaultValue: false,
      description: 'True once the warnings of `phaseChange` were read.',
    })
    confirmed: boolean,
  ): Promise<Edition> {
    return service.changePhase(em, now, id, phase, motive ?? null, confirmed);
  }

  @Authorized(...STAFF)
  @FieldResolver(() => [PhaseMove], { description: 'Its changes of phase, the latest first. For staff.' })
  phaseMoves(@Root() edition: Edition, @Ctx() { em }: Context): Promise<PhaseMove[]> {
    return em.find(PhaseMove, { edition }, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: 100 });
  }

  @Authorized(...STAFF)
  @FieldResolver(() => [DeadlineState], { description: 'Its deadlines, and how far each was put off. For staff.' })
  deadlines(@Root() edition: Edition, @Ctx() { em }: Context): Promise<DeadlineState[]> {
    return service.deadlinesOf(em, edition);
  }
}

@Resolver(() => PhaseMove)
export class PhaseMoveResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The name of who did it; null for the system itself.' })
  actorName(@Root() { actorId }: PhaseMove, @Ctx() { em }: Context): Promise<string | null> {
    return nameOf(em, actorId);
  }
}

@Resolver(() => Extension)
export class ExtensionResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The name of who did it; null for the system itself.' })
  actorName(@Root() { actorId }: Extension, @Ctx() { em }: Context): Promise<string | null> {
    return nameOf(em, actorId);
  }
}

const nameOf = async (em: Context['em'], id: string | null): Promise<string | null> =>
  id === null ? null : ((await em.findOne(Account, { id }))?.name ?? null);
