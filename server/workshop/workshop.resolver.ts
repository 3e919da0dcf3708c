import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Account } from '../account/account.ts';
import { choosePolicy } from '../grid/policy.service.ts';
import { PolicyRulesScalar, ScoringPolicy } from '../grid/policy.ts';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { DecimalText, Prose } from '../kernel/scalars.ts';
import type { PolicyRules } from '../score/policy.rules.ts';
import { policyOutcome, policyOutcomes, workshopOf } from './workshop.service.ts';
import { PolicyOutcome, PolicyPodium, Workshop } from './workshop.ts';

@ArgsType()
class PoliciesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

const PolicyPage = pageType(ScoringPolicy);

@Resolver(() => ScoringPolicy)
export class WorkshopResolver {
  @Authorized(...STAFF)
  @Query(() => PolicyPage, { description: 'The policies of absence chosen for an edition: the latest is in force.' })
  scoringPolicies(@Ctx() { em }: Context, @Args(() => PoliciesArgs) args: PoliciesArgs): Promise<Page<ScoringPolicy>> {
    return pageOf(em, ScoringPolicy, asked({ edition: args.editionId }), args, ['number', 'createdAt']);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who chose it.' })
  async chosenByName(@Root() { chosenBy }: ScoringPolicy, @Ctx() { em }: Context): Promise<string | null> {
    return (await em.findOne(Account, { id: chosenBy }))?.name ?? null;
  }

  @Authorized(...STAFF)
  @Query(() => Workshop, { description: 'What a simulation of weights and policies needs, from the latest run.' })
  workshop(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<Workshop> {
    return workshopOf(em, editionId);
  }

  @Authorized(...STAFF)
  @Query(() => [PolicyOutcome], {
    description: 'The palmarès under each policy of absence, applied to every channel: who moves, and by how much.',
  })
  policyOutcomes(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('floor', () => DecimalText, { defaultValue: '20', description: 'What FLOOR counts, on 100.' }) floor: string,
  ): Promise<PolicyOutcome[]> {
    return policyOutcomes(em, editionId, floor);
  }

  @Authorized(...STAFF)
  @Query(() => [PolicyPodium], { description: 'The palmarès under one policy that staff are about to choose.' })
  policyOutcome(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('rules', () => PolicyRulesScalar) rules: PolicyRules,
  ): Promise<PolicyPodium[]> {
    return policyOutcome(em, editionId, rules);
  }

  @Authorized(...STAFF)
  @Mutation(() => ScoringPolicy, {
    description:
      'Chooses what absences do in an edition. The choice is signed and motivated; scores must be recomputed.',
  })
  choosePolicy(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('rules', () => PolicyRulesScalar) rules: PolicyRules,
    @Arg('motive', () => Prose) motive: string,
  ): Promise<ScoringPolicy> {
    return choosePolicy(em, me, editionId, rules, motive);
  }
}
