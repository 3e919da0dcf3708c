import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { oneOf } from '../kernel/page.ts';
import { Panel } from '../panel/panel.ts';
import { DeliberationRulesInput } from './mandate.input.ts';
import * as service from './mandate.service.ts';
import { Mandate } from './mandate.ts';

@Resolver(() => Mandate)
export class MandateResolver {
  @Authorized(...STAFF)
  @Query(() => Mandate, { description: 'One award entrusted to a panel.' })
  mandate(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<Mandate> {
    return oneOf(em, Mandate, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => Mandate, { description: 'Entrusts an award to a panel. An award has one panel.' })
  entrustAward(
    @Ctx() { em }: Context,
    @Arg('panelId', () => ID) panelId: string,
    @Arg('awardId', () => ID, { description: 'A category or a special prize of the edition.' }) awardId: string,
    @Arg('rules', () => DeliberationRulesInput, { defaultValue: {} }) rules: DeliberationRulesInput,
  ): Promise<Mandate> {
    return service.entrustAward(em, panelId, awardId, rules);
  }

  @Authorized(...STAFF)
  @Mutation(() => Mandate, { description: 'Declares the rules of a deliberation, until its first ballot is opened.' })
  declareRules(
    @Ctx() { em }: Context,
    @Arg('mandateId', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('rules', () => DeliberationRulesInput) rules: DeliberationRulesInput,
  ): Promise<Mandate> {
    return service.declareRules(em, id, version, rules);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Takes an award back from a panel that has not opened a ballot on it.' })
  withdrawAward(@Ctx() { em }: Context, @Arg('mandateId', () => ID) id: string): Promise<boolean> {
    return service.withdrawAward(em, id);
  }
}

/** What a panel decides on. */
@Resolver(() => Panel)
export class PanelMandatesResolver {
  @FieldResolver(() => [Mandate], { description: 'The awards entrusted to it, in the order they were.' })
  mandates(@Root() { id }: Panel, @Ctx() { em }: Context): Promise<Mandate[]> {
    return em.find(Mandate, { panel: id }, { orderBy: { createdAt: 'asc', id: 'asc' } });
  }
}
