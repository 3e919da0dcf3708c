import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { PersonaInput, ScenarioInput } from './plan.input.ts';
import * as service from './plan.service.ts';
import { Persona, Scenario } from './scenario.ts';

@ArgsType()
class ScenariosArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;

  @Field(() => ChannelCode, { nullable: true, description: 'Only those on this channel.' })
  channel?: ChannelCode;
}

@ArgsType()
class PersonasArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

const ScenarioPage = pageType(Scenario);
const PersonaPage = pageType(Persona);

/** What auditors play, and who they say they are. */
@Resolver()
export class ScenarioResolver {
  @Authorized(...STAFF)
  @Query(() => ScenarioPage, { description: 'Scenarios.' })
  scenarios(@Ctx() { em }: Context, @Args(() => ScenariosArgs) args: ScenariosArgs): Promise<Page<Scenario>> {
    const { editionId: edition, channel, q } = args;
    return pageOf(em, Scenario, [...asked({ edition, channel }), matching(q, 'label', 'code')], args, [
      ...['channel', 'code', 'label'],
    ]);
  }

  @Authorized(...STAFF)
  @Query(() => Scenario, { description: 'One scenario.' })
  scenario(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<Scenario> {
    return oneOf(em, Scenario, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => Scenario, { description: 'Adds a scenario to an edition.' })
  createScenario(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('input', () => ScenarioInput) input: ScenarioInput,
  ): Promise<Scenario> {
    return service.createScenario(em, editionId, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Scenario, { description: 'Corrects a scenario.' })
  updateScenario(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => ScenarioInput) input: ScenarioInput,
  ): Promise<Scenario> {
    return service.correct(em, Scenario, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Removes a scenario that no test is planned with.' })
  removeScenario(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.discard(em, Scenario, id);
  }

  @Authorized(...STAFF)
  @Query(() => PersonaPage, { description: 'Personas.' })
  personas(@Ctx() { em }: Context, @Args(() => PersonasArgs) args: PersonasArgs): Promise<Page<Persona>> {
    const where = [...asked({ edition: args.editionId }), matching(args.q, 'label', 'code')];
    return pageOf(em, Persona, where, args, ['code', 'label']);
  }

  @Authorized(...STAFF)
  @Query(() => Persona, { description: 'One persona.' })
  persona(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<Persona> {
    return oneOf(em, Persona, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => Persona, { description: 'Adds a persona to an edition.' })
  createPersona(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('input', () => PersonaInput) input: PersonaInput,
  ): Promise<Persona> {
    return service.createPersona(em, editionId, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Persona, { description: 'Corrects a persona.' })
  updatePersona(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => PersonaInput) input: PersonaInput,
  ): Promise<Persona> {
    return service.correct(em, Persona, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Removes a persona that no test is planned with.' })
  removePersona(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.discard(em, Persona, id);
  }
}
