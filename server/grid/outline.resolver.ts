import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Role, STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { matching, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import * as criterion from './criterion.service.ts';
import { recordFrame } from './frame.service.ts';
import { Frame } from './frame.ts';
import { ChannelInput } from './grid.input.ts';
import { Grid } from './grid.ts';
import * as input from './outline.input.ts';
import * as outline from './outline.service.ts';

const FramePage = pageType(Frame);
const AFTER = 'The one it follows; null: first. Left out: last.';

/** What people do to the outline of a grid that is not frozen. Each answers the whole grid as it then stands. */
@Resolver(() => Grid)
export class OutlineResolver {
  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Adds a criterion to a grid that is not frozen.' })
  createCriterion(
    @Ctx() { em }: Context,
    @Arg('place', () => input.CriterionPlace) place: input.CriterionPlace,
    @Arg('input', () => input.NewCriterion) given: input.NewCriterion,
  ): Promise<Grid> {
    return criterion.createCriterion(em, place, given);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Copies criteria of one grid, each right after its original.' })
  duplicateCriteria(@Ctx() { em }: Context, @Arg('ids', () => [ID]) ids: string[]): Promise<Grid> {
    return criterion.duplicateCriteria(em, ids);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Moves criteria of one grid together, within their channel or to another.' })
  moveCriteria(
    @Ctx() { em }: Context,
    @Arg('criteria', () => [input.ReadRecord]) read: input.ReadRecord[],
    @Arg('place', () => input.CriterionPlace) place: input.CriterionPlace,
  ): Promise<Grid> {
    return criterion.moveCriteria(em, read, place);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Corrects several criteria of one grid alike, all or none.' })
  updateCriteria(
    @Ctx() { em }: Context,
    @Arg('criteria', () => [input.ReadRecord]) read: input.ReadRecord[],
    @Arg('input', () => input.CriteriaInput) given: input.CriteriaInput,
  ): Promise<Grid> {
    return criterion.updateCriteria(em, read, given);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Removes criteria of one grid on which nothing was measured.' })
  removeCriteria(
    @Ctx() { em }: Context,
    @Arg('criteria', () => [input.ReadRecord]) read: input.ReadRecord[],
  ): Promise<Grid> {
    return criterion.removeCriteria(em, read);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Adds a channel, with its first criterion, to a grid that is not frozen.' })
  createChannel(
    @Ctx() { em }: Context,
    @Arg('gridId', () => ID) gridId: string,
    @Arg('input', () => input.NewChannel) given: input.NewChannel,
    @Arg('afterId', () => ID, { nullable: true, description: AFTER }) after?: string | null,
  ): Promise<Grid> {
    return outline.createChannel(em, gridId, given, after);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Corrects several channels of one grid alike, all or none.' })
  updateChannels(
    @Ctx() { em }: Context,
    @Arg('channels', () => [input.ReadRecord]) read: input.ReadRecord[],
    @Arg('input', () => ChannelInput) given: ChannelInput,
  ): Promise<Grid> {
    return outline.updateChannels(em, read, given);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Puts a channel of a grid that is not frozen after another.' })
  moveChannel(
    @Ctx() { em }: Context,
    @Arg('channel', () => input.ReadRecord) read: input.ReadRecord,
    @Arg('afterId', () => ID, { nullable: true, description: 'The one it follows; null: first.' }) after?: string,
  ): Promise<Grid> {
    return outline.moveChannel(em, read, after);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Removes a channel on which nothing was measured, with its criteria.' })
  removeChannel(@Ctx() { em }: Context, @Arg('channel', () => input.ReadRecord) read: input.ReadRecord): Promise<Grid> {
    return outline.removeChannel(em, read);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Adds a step to the journey of a grid that is not frozen.' })
  createStep(
    @Ctx() { em }: Context,
    @Arg('gridId', () => ID) gridId: string,
    @Arg('input', () => input.StepInput) given: input.StepInput,
    @Arg('afterId', () => ID, { nullable: true, description: AFTER }) after?: string | null,
  ): Promise<Grid> {
    return outline.createStep(em, gridId, given, after);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Corrects the name or the weight of a step; its code stays.' })
  updateStep(
    @Ctx() { em }: Context,
    @Arg('step', () => input.ReadRecord) read: input.ReadRecord,
    @Arg('input', () => input.StepInput) given: input.StepInput,
  ): Promise<Grid> {
    return outline.updateStep(em, read, given);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Puts a step of the journey after another: the forms follow.' })
  moveStep(
    @Ctx() { em }: Context,
    @Arg('step', () => input.ReadRecord) read: input.ReadRecord,
    @Arg('afterId', () => ID, { nullable: true, description: 'The one it follows; null: first.' }) after?: string,
  ): Promise<Grid> {
    return outline.moveStep(em, read, after);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Removes a step of the journey; its criteria go to another.' })
  removeStep(
    @Ctx() { em }: Context,
    @Arg('step', () => input.ReadRecord) read: input.ReadRecord,
    @Arg('intoId', () => ID, { nullable: true, description: 'The step its criteria go to, when it has some.' })
    into?: string,
  ): Promise<Grid> {
    return outline.removeStep(em, read, into);
  }
}

@Resolver(() => Frame)
export class FrameResolver {
  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => FramePage, { description: 'Reference frames, each in its versions, with their clauses.' })
  frames(@Ctx() { em }: Context, @Args(() => PageArgs) args: PageArgs): Promise<Page<Frame>> {
    return pageOf(em, Frame, [matching(args.q, 'label', 'code', 'release')], args, ['code', 'release', 'label']);
  }

  @Authorized(...STAFF)
  @Mutation(() => Frame, {
    description: 'Records a version of a reference frame; one already known gets any clause it lacks.',
  })
  recordFrame(@Ctx() { em }: Context, @Arg('input', () => input.FrameInput) given: input.FrameInput): Promise<Frame> {
    return recordFrame(em, given);
  }
}
