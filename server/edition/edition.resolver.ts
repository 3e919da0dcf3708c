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
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { EditionInput, FigureInput } from './edition.input.ts';
import { visibleEditions } from './edition.policy.ts';
import { audiences, phases, reachableFrom, rightsFor, rightsOf } from './edition.rules.ts';
import * as service from './edition.service.ts';
import { Edition, EditionPhase, type PhaseGrant, PhaseStep, Provenance } from './edition.ts';

@ArgsType()
class EditionsArgs extends PageArgs {
  @Field(() => EditionPhase, { nullable: true, description: 'Only those in this phase.' })
  phase?: EditionPhase;

  @Field(() => Provenance, { nullable: true, description: 'Only those whose figures come from there.' })
  provenance?: Provenance;
}

const EditionPage = pageType(Edition);

@Resolver(() => Edition)
export class EditionResolver {
  @Authorized()
  @Query(() => EditionPage, { description: 'Editions, the latest first.' })
  editions(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Args(() => EditionsArgs) args: EditionsArgs,
  ): Promise<Page<Edition>> {
    const { phase, provenance, q } = args;
    const where = [visibleEditions(me), ...asked({ phase, provenance }), matching(q, 'label')];
    return pageOf(em, Edition, where, args, ['year', 'ordinal', 'label', 'phase', 'publishedAt']);
  }

  @Authorized()
  @Query(() => Edition, { description: 'One edition.' })
  edition(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<Edition> {
    return oneOf(em, Edition, id, visibleEditions(me));
  }

  @FieldResolver(() => [EditionPhase], { description: 'The phases it may go to from where it is.' })
  reachablePhases(@Root() edition: Edition): EditionPhase[] {
    return reachableFrom(edition.phase);
  }

  @FieldResolver(() => [PhaseStep], { description: 'All the phases in order, each with what it lets people do.' })
  phases(@Root() edition: Edition): PhaseStep[] {
    const reachable = reachableFrom(edition.phase);
    return phases.map((name) => {
      const phase = EditionPhase[name];
      const granted = audiences.map((audience) => ({ audience, rights: rightsFor(phase, audience) }));
      return { phase, rights: rightsOf(phase), grants: granted as PhaseGrant[], reachable: reachable.includes(phase) };
    });
  }

  @FieldResolver(() => [String], {
    description:
      'What its phase lets those who run the barometer do: CONFIGURE, ENROL, IMPORT, CONTROL, SCORE, POLICY, AWARD, PUBLISH.',
  })
  rights(@Root() edition: Edition): string[] {
    return rightsOf(edition.phase);
  }

  @Authorized(...STAFF)
  @Mutation(() => Edition, { description: 'Opens a new edition, in preparation.' })
  createEdition(@Ctx() { em }: Context, @Arg('input', () => EditionInput) input: EditionInput): Promise<Edition> {
    return service.createEdition(em, input);
  }

  @Authorized(Role.ADMINISTRATOR, Role.MANAGER)
  @Mutation(() => Edition, { description: 'Records what public sources reported of an edition.' })
  async recordFigures(
    @Ctx() context: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('figures', () => [FigureInput]) figures: FigureInput[],
  ): Promise<Edition> {
    const edition = await this.edition(context, me, editionId);
    await service.recordFigures(context.em, editionId, figures);
    return edition;
  }
}
