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
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Prose } from '../kernel/scalars.ts';
import { Category } from './category.ts';
import { CategoryInput, EditionInput, FigureInput } from './edition.input.ts';
import { visibleEditions } from './edition.policy.ts';
import { phases, reachableFrom, rightsOf } from './edition.rules.ts';
import * as service from './edition.service.ts';
import { Edition, EditionPhase, PhaseStep, Provenance } from './edition.ts';

@ArgsType()
class EditionsArgs extends PageArgs {
  @Field(() => EditionPhase, { nullable: true, description: 'Only those in this phase.' })
  phase?: EditionPhase;

  @Field(() => Provenance, { nullable: true, description: 'Only those whose figures come from there.' })
  provenance?: Provenance;
}

@ArgsType()
class CategoriesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

const EditionPage = pageType(Edition);
const CategoryPage = pageType(Category);

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
      return { phase, rights: rightsOf(phase), reachable: reachable.includes(phase) };
    });
  }

  @FieldResolver(() => [String], {
    description: 'What its phase lets people do: CONFIGURE, ENROL, IMPORT, CONTROL, SCORE, AWARD, PUBLISH.',
  })
  rights(@Root() edition: Edition): string[] {
    return rightsOf(edition.phase);
  }

  @Authorized(...STAFF)
  @Mutation(() => Edition, { description: 'Opens a new edition, in preparation.' })
  createEdition(@Ctx() { em }: Context, @Arg('input', () => EditionInput) input: EditionInput): Promise<Edition> {
    return service.createEdition(em, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Edition, { description: 'Moves an edition to another phase; going back needs a motive.' })
  moveEdition(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('phase', () => EditionPhase) phase: EditionPhase,
    @Arg('motive', () => Prose, { nullable: true }) motive: string | null,
  ): Promise<Edition> {
    return service.moveEdition(em, id, phase, motive ?? null);
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

@Resolver(() => Category)
export class CategoryResolver {
  @Authorized()
  @Query(() => CategoryPage, { description: 'Categories, in the order of the palmarès.' })
  categories(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Args(() => CategoriesArgs) args: CategoriesArgs,
  ): Promise<Page<Category>> {
    const where = [
      { edition: visibleEditions(me) },
      ...asked({ edition: args.editionId }),
      matching(args.q, 'label', 'code'),
    ];
    return pageOf(em, Category, where, args, ['position', 'label', 'code']);
  }

  @Authorized()
  @Query(() => Category, { description: 'One category.' })
  category(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<Category> {
    return oneOf(em, Category, id, { edition: visibleEditions(me) });
  }

  @Authorized(...STAFF)
  @Mutation(() => Category, { description: 'Adds a category to an edition that is being prepared.' })
  createCategory(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('input', () => CategoryInput) input: CategoryInput,
  ): Promise<Category> {
    return service.createCategory(em, editionId, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Category, { description: 'Corrects a category of an edition that is being prepared.' })
  updateCategory(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => CategoryInput) input: CategoryInput,
  ): Promise<Category> {
    return service.updateCategory(em, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Removes a category nobody is enrolled in.' })
  removeCategory(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.removeCategory(em, id);
  }
}
