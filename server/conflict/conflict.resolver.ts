import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Prose } from '../kernel/scalars.ts';
import { Juror } from '../panel/juror.ts';
import { Affiliation } from './affiliation.ts';
import * as service from './conflict.service.ts';
import { AwardVerdict, ConflictCase, OwnTie } from './conflict.ts';
import { DeclaredTieInput, TieInput } from './tie.input.ts';
import * as ties from './tie.service.ts';

const key = (jurorId: string, affiliationId: string | null, structureId: string): service.ConflictKey => ({
  ...{ jurorId, affiliationId, structureId },
});

@Resolver(() => Juror)
export class ConflictResolver {
  @FieldResolver(() => [Affiliation], { description: 'What ties them to bodies, in the order it was said.' })
  affiliations(@Root() { id }: Juror, @Ctx() { em }: Context): Promise<Affiliation[]> {
    return em.find(Affiliation, { juror: id }, { orderBy: { createdAt: 'asc', id: 'asc' } });
  }

  @Authorized(...STAFF)
  @Query(() => [ConflictCase], { description: 'The conflicts of a panel, tie by tie and structure by structure.' })
  conflicts(@Ctx() { em, now }: Context, @Arg('panelId', () => ID) panelId: string): Promise<ConflictCase[]> {
    return service.conflictCasesOf(em, panelId, now);
  }

  @Authorized(...STAFF)
  @Query(() => [AwardVerdict], { description: 'Who is recused from which award of a panel, and why.' })
  awardVerdicts(@Ctx() { em, now }: Context, @Arg('panelId', () => ID) panelId: string): Promise<AwardVerdict[]> {
    return service.awardVerdictsOf(em, panelId, now);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Sets a conflict aside, for a motive. A certain one cannot be.' })
  async dismissConflict(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('jurorId', () => ID) jurorId: string,
    @Arg('affiliationId', () => ID, { nullable: true, description: 'Null for what may be missing from the ties.' })
    affiliationId: string | null,
    @Arg('structureId', () => ID) structureId: string,
    @Arg('motive', () => Prose) motive: string,
  ): Promise<boolean> {
    await service.dismissConflict(em, me, now, key(jurorId, affiliationId ?? null, structureId), motive);
    return true;
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Confirms a conflict that a verified tie may lead to: it then is certain.' })
  confirmConflict(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('jurorId', () => ID) jurorId: string,
    @Arg('affiliationId', () => ID) affiliationId: string,
    @Arg('structureId', () => ID) structureId: string,
  ): Promise<boolean> {
    return service.confirmConflict(em, me, now, key(jurorId, affiliationId, structureId));
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, {
    description: 'Takes back what was said of a conflict: it recuses again, or is to be confirmed again.',
  })
  restoreConflict(
    @Ctx() { em }: Context,
    @Arg('jurorId', () => ID) jurorId: string,
    @Arg('affiliationId', () => ID, { nullable: true }) affiliationId: string | null,
    @Arg('structureId', () => ID) structureId: string,
  ): Promise<boolean> {
    return service.restoreConflict(em, key(jurorId, affiliationId ?? null, structureId));
  }
}

@Resolver(() => Affiliation)
export class TieResolver {
  @Authorized(...STAFF)
  @Mutation(() => Affiliation, { description: 'Records a tie of a juror.' })
  recordTie(
    @Ctx() { em }: Context,
    @Arg('jurorId', () => ID) jurorId: string,
    @Arg('input', () => TieInput) input: TieInput,
  ): Promise<Affiliation> {
    return ties.recordTie(em, jurorId, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Affiliation, { description: 'Corrects a tie: its body, its end, what it was verified against.' })
  updateTie(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => TieInput) input: TieInput,
  ): Promise<Affiliation> {
    return ties.updateTie(em, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Removes a tie that does not exist after all.' })
  removeTie(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return ties.removeTie(em, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => Juror, {
    description: 'Says whether no tie of a juror is missing. Until then they are recused everywhere.',
  })
  checkTies(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('jurorId', () => ID) jurorId: string,
    @Arg('checked', () => Boolean) checked: boolean,
  ): Promise<Juror> {
    return ties.checkTies(em, me, now, jurorId, checked);
  }

  @Authorized(Role.JUROR)
  @Query(() => [OwnTie], { description: 'One’s own ties, as they are known to a panel.' })
  ownTies(@Ctx() { em }: Context, @Me() me: Actor, @Arg('panelId', () => ID) panelId: string): Promise<OwnTie[]> {
    return ties.ownTiesOf(em, me, panelId);
  }

  @Authorized(Role.JUROR)
  @Mutation(() => OwnTie, { description: 'Declares a tie of one’s own: one is recused where it leads.' })
  declareTie(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('panelId', () => ID) panelId: string,
    @Arg('input', () => DeclaredTieInput) input: DeclaredTieInput,
  ): Promise<OwnTie> {
    return ties.declareTie(em, me, panelId, input);
  }

  @Authorized(Role.JUROR)
  @Mutation(() => Boolean, { description: 'Says that all one’s ties are declared.' })
  async closeTies(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('panelId', () => ID) panelId: string,
  ): Promise<boolean> {
    await ties.closeTies(em, me, now, panelId);
    return true;
  }

  @Authorized(Role.JUROR)
  @Mutation(() => Boolean, {
    description: 'Steps aside from an award, for a motive of one’s own. It is not taken back.',
  })
  async stepAside(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('mandateId', () => ID) mandateId: string,
    @Arg('motive', () => Prose) motive: string,
  ): Promise<boolean> {
    await ties.stepAside(em, me, mandateId, motive);
    return true;
  }
}
