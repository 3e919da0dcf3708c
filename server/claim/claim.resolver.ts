import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Enrolment } from '../enrolment/enrolment.ts';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Prose } from '../kernel/scalars.ts';
import { Contradictory } from '../provisional/contradictory.ts';
import type { Provisional } from '../provisional/provisional.ts';
import { ShownCriterion } from '../provisional/shown.ts';
import { ClaimBar } from './bench.ts';
import { RulingInput } from './claim.input.ts';
import { visibleClaims } from './claim.policy.ts';
import { outcomeOf } from './claim.rules.ts';
import { Claim, ClaimPoint, ClaimState } from './claim.ts';
import { claimEffect } from './effect.service.ts';
import { ClaimEffect } from './effect.ts';
import { barAgainst, decideClaim } from './judge.service.ts';
import { observationsOf } from './observation.service.ts';
import { ClaimObservation } from './observation.ts';
import { ClaimOutcome } from './own.ts';
import { remindProvisionals } from './reminder.service.ts';

@ArgsType()
class ClaimsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;

  @Field(() => ClaimState, { nullable: true, description: 'Only those in this state.' })
  state?: ClaimState;
}

const ClaimPage = pageType(Claim);

/** What those who answer structures read and do. */
@Resolver(() => Claim)
export class ClaimResolver {
  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => ClaimPage, { description: 'What structures contest: all but drafts.' })
  claims(@Ctx() { em }: Context, @Me() me: Actor, @Args(() => ClaimsArgs) args: ClaimsArgs): Promise<Page<Claim>> {
    const { editionId, state, q } = args;
    const where = [
      visibleClaims(me),
      ...asked({ 'provisional.edition': editionId, state }),
      matching(q, 'provisional.enrolment.structure.name', 'authorName'),
    ];
    return pageOf(em, Claim, where, args, [
      'submittedAt',
      'state',
      'decidedAt',
      'provisional.enrolment.structure.name',
    ]);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => Claim, { description: 'One claim.' })
  claim(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<Claim> {
    return oneOf(em, Claim, id, visibleClaims(me));
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => ClaimEffect, {
    description: 'What accepting a claim would do to the score and the rank of its structure. Writes nothing.',
  })
  claimEffect(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('pointIds', () => [ID], { nullable: true, description: 'Only these points; null for all.' })
    pointIds: string[] | null,
    @Arg('measurementIds', () => [ID], { nullable: true, description: 'Only these observations; null for all.' })
    measurementIds: string[] | null,
  ): Promise<ClaimEffect> {
    return claimEffect(em, id, { pointIds: pointIds ?? null, measurementIds: measurementIds ?? null });
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Mutation(() => Claim, {
    description:
      'Decides a claim and answers the structure by mail. Accepted, an observation no longer counts and scores are to be ' +
      'computed again. Closed to whoever wrote it, or handled a test that it speaks of.',
  })
  decideClaim(
    @Ctx() { em, postman, seal, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('rulings', () => [RulingInput], { description: 'One for each point.' }) rulings: RulingInput[],
    @Arg('reply', () => Prose, { description: 'What the structure is answered.' }) reply: string,
  ): Promise<Claim> {
    return decideClaim(em, { postman, seal }, me, now, { id, version }, rulings, reply);
  }

  @Authorized(...STAFF)
  @Mutation(() => Int, {
    description: 'Reminds structures that contested nothing yet of their deadline; none twice the same day.',
  })
  remindProvisionals(
    @Ctx() { em, postman, seal, now }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('ids', () => [ID]) ids: string[],
  ): Promise<number> {
    return remindProvisionals(em, { postman, seal }, now, editionId, ids);
  }

  @FieldResolver(() => Enrolment, { description: 'The structure that contests, in its edition.' })
  async enrolment(@Root() { provisional }: Claim): Promise<Enrolment> {
    return (await provisional.loadOrFail()).enrolment.loadOrFail();
  }

  @FieldResolver(() => [ClaimPoint], { description: 'What it contests, in the order it was written.' })
  points(@Root() { points }: Claim): Promise<ClaimPoint[]> {
    return points.loadItems();
  }

  @FieldResolver(() => ClaimOutcome, { nullable: true, description: 'What it came to; null before it is decided.' })
  async outcome(@Root() { points }: Claim): Promise<ClaimOutcome | null> {
    const outcome = outcomeOf((await points.loadItems()).map(({ verdict }) => verdict));
    return outcome && ClaimOutcome[outcome];
  }

  @FieldResolver(() => ClaimBar, {
    nullable: true,
    description: 'Why whoever asks may not decide it; null when they may.',
  })
  async bar(@Root() claim: Claim, @Ctx() { em }: Context, @Me() me: Actor): Promise<ClaimBar | null> {
    const bar = await barAgainst(em, me, claim);
    return bar && ClaimBar[bar];
  }
}

@Resolver(() => ClaimPoint)
export class ClaimPointResolver {
  @Authorized(...STAFF, Role.CONTROLLER)
  @FieldResolver(() => [ClaimObservation], {
    description: 'The observations it speaks of. Never told to the structure.',
  })
  observations(@Root() point: ClaimPoint, @Ctx() { em }: Context): Promise<ClaimObservation[]> {
    return observationsOf(em, point);
  }

  @FieldResolver(() => ShownCriterion, { description: 'What the structure was shown of it.' })
  async shown(@Root() { criterion, claim }: ClaimPoint): Promise<ShownCriterion | null> {
    const { provisional } = await claim.loadOrFail();
    const { code } = await criterion.loadOrFail();
    const { shown }: Provisional = await provisional.loadOrFail();
    return shown.channels.flatMap(({ criteria }) => criteria).find((each) => each.code === code) ?? null;
  }
}

/** How many claims are open, beside how far the phase is. */
@Resolver(() => Contradictory)
export class ContradictoryResolver {
  @FieldResolver(() => Int, { description: 'Claims still to decide.' })
  claimsOpen(@Root() { editionId }: Contradictory, @Ctx() { em }: Context): Promise<number> {
    return em.count(Claim, { provisional: { edition: editionId }, state: ClaimState.SUBMITTED });
  }

  @FieldResolver(() => Int, { description: 'Claims that were decided.' })
  claimsDecided(@Root() { editionId }: Contradictory, @Ctx() { em }: Context): Promise<number> {
    return em.count(Claim, { provisional: { edition: editionId }, state: ClaimState.DECIDED });
  }
}
