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
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { oneOf, type Page, PageArgs, pageAmong, pageOf, pageType } from '../kernel/page.ts';
import { Title } from '../kernel/scalars.ts';
import { applyDraw, changesOf } from './applying.ts';
import { PlanDraw } from './draw.ts';
import { beginDraw, stopDraw } from './drawing.ts';
import { planFigures } from './figures.service.ts';
import { PlanFigures } from './figures.ts';
import { PlanRulesInput } from './plan.input.ts';
import * as service from './plan.service.ts';
import { HourBand, type PlanRules, RuleCost, TestPrice, TestTarget } from './plan.ts';
import { DrawChange } from './report.ts';

@ObjectType({ description: 'What the plan of an edition obeys today: what staff said, or what is customary before.' })
export class PlanRulesNow implements Omit<PlanRules, 'id' | 'createdAt' | 'edition'> {
  @Field(() => Int, {
    description: 'Send it back with a change: an older one is refused as STALE. 0 before the first.',
  })
  version!: number;

  @Field(() => [TestTarget], { description: 'How many tests, by channel and category.' })
  targets!: TestTarget[];

  @Field(() => [HourBand], { description: 'When, by channel.' })
  bands!: HourBand[];

  @Field(() => [String], { description: 'Days without tests, beside weekends and holidays.' })
  closedDays!: string[];

  @Field(() => Int, { description: 'The most tests a week of one auditor.' })
  weekMost!: number;

  @Field(() => Int, { description: 'The most tests of one structure by one auditor.' })
  structureShare!: number;

  @Field(() => Int, { description: 'Least days from one test of a structure to the next.' })
  structureGap!: number;

  @Field(() => Int, { description: 'Editions during which an auditor does not come back to a structure.' })
  auditorLockOut!: number;

  @Field(() => Int, { description: 'Editions, this one included, in which a scenario comes to a structure once.' })
  scenarioLockOut!: number;

  @Field(() => Int, { description: 'The same for a persona on one channel.' })
  personaLockOut!: number;

  @Field(() => Int, { nullable: true, description: 'Percent a week may have above its share; null for no such rule.' })
  weekExcess!: number | null;

  @Field(() => [RuleCost], { description: 'What it costs to bend a rule, for those that may.' })
  costs!: RuleCost[];

  @Field(() => [TestPrice], { description: 'What tests cost, for channels where it is said.' })
  prices!: TestPrice[];

  @Field(() => Int, { nullable: true, description: 'What all tests may cost, in cents of a euro; null when unsaid.' })
  budget!: number | null;
}

@ArgsType()
class DrawsArgs extends PageArgs {
  @Field(() => ID, { description: 'Those of this edition.' })
  editionId!: string;
}

@ArgsType()
class ChangesArgs extends PageArgs {
  @Field(() => ID, { description: 'The draw.' })
  drawId!: string;
}

const PlanDrawPage = pageType(PlanDraw);
const DrawChangePage = pageType(DrawChange);

/** The plan of an edition: its rules, its draws, its figures. */
@Resolver(() => PlanDraw)
export class PlanResolver {
  @Authorized(...STAFF)
  @Query(() => PlanRulesNow, { description: 'What the plan of an edition obeys.' })
  planRules(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<PlanRulesNow> {
    return service.rulesOf(em, editionId) as Promise<PlanRulesNow>;
  }

  @Authorized(...STAFF)
  @Mutation(() => PlanRulesNow, {
    description: 'Writes the rules of an edition. Its plan stays as it is until it is drawn again or mended.',
  })
  savePlanRules(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('version', () => Int, { description: '0 before the first.' }) version: number,
    @Arg('input', () => PlanRulesInput) input: PlanRulesInput,
  ): Promise<PlanRulesNow> {
    return service.saveRules(em, editionId, version, input) as Promise<PlanRulesNow>;
  }

  @Authorized(...STAFF)
  @Query(() => PlanDrawPage, { description: 'The draws of an edition.' })
  planDraws(@Ctx() { em }: Context, @Args(() => DrawsArgs) args: DrawsArgs): Promise<Page<PlanDraw>> {
    return pageOf(em, PlanDraw, [{ edition: args.editionId }], args, ['number']);
  }

  @Authorized(...STAFF)
  @Query(() => PlanDraw, { description: 'One draw.' })
  planDraw(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<PlanDraw> {
    return oneOf(em, PlanDraw, id);
  }

  @Authorized(...STAFF)
  @Query(() => DrawChangePage, { description: 'What a draw that waits would change of the plan.' })
  async drawChanges(@Ctx() { em }: Context, @Args(() => ChangesArgs) args: ChangesArgs): Promise<Page<DrawChange>> {
    return pageAmong(em, await changesOf(em, args.drawId), args);
  }

  @Authorized(...STAFF)
  @Query(() => PlanFigures, {
    description: 'The plan of an edition in figures, and where it departs from what is wanted.',
  })
  planFigures(@Ctx() { em, now }: Context, @Arg('editionId', () => ID) editionId: string): Promise<PlanFigures> {
    return planFigures(em, editionId, now);
  }

  @Authorized(...STAFF)
  @Mutation(() => PlanDraw, {
    description: 'Begins to draw the plan of an edition; nothing is planned until the draw is applied.',
  })
  drawPlan(
    @Ctx() { em, jobs, now }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('mend', () => Boolean, {
      defaultValue: false,
      description: 'Whether tests stay where they may, and as few as possible move.',
    })
    mend: boolean,
    @Arg('without', () => ID, { nullable: true, description: 'An auditor to do without.' }) without: string | null,
    @Arg('seed', () => Title, { nullable: true, description: 'What chance is drawn from; drawn itself when left out.' })
    seed: string | null,
  ): Promise<PlanDraw> {
    return beginDraw(em, jobs, me, now, { editionId, mend, without: without ?? null, seed: seed ?? null });
  }

  @Authorized(...STAFF)
  @Mutation(() => PlanDraw, { description: 'Stops a draw: nothing comes of it.' })
  stopDraw(@Ctx() { em, jobs }: Context, @Arg('id', () => ID) id: string): Promise<PlanDraw> {
    return stopDraw(em, jobs, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => PlanDraw, {
    description: 'Makes a draw the plan. Refused when anything it was drawn from has changed since.',
  })
  applyDraw(@Ctx() { em, now }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<PlanDraw> {
    return applyDraw(em, me, now, id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many tests it has looked at, while it goes on here; null otherwise.',
  })
  done(@Root() { id }: PlanDraw, @Ctx() { jobs }: Context): number | null {
    return jobs.doneOf(id);
  }
}
