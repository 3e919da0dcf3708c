import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Role, STAFF } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import * as correction from './correction.service.ts';
import { Criterion } from './criterion.ts';
import { ChannelInput, CriterionInput, GridInput } from './grid.input.ts';
import * as service from './grid.service.ts';
import { Channel, Grid } from './grid.ts';

@ArgsType()
class GridsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;
}

@ArgsType()
class CriteriaArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this grid.' })
  gridId?: string;

  @Field(() => ChannelCode, { nullable: true, description: 'Only those of this channel.' })
  channel?: ChannelCode;
}

const GridPage = pageType(Grid);
const CriterionPage = pageType(Criterion);

@Resolver(() => Grid)
export class GridResolver {
  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => GridPage, { description: 'Grids, the latest of an edition first.' })
  grids(@Ctx() { em }: Context, @Args(() => GridsArgs) args: GridsArgs): Promise<Page<Grid>> {
    // A version in preparation is taken for the grid nowhere: it is read by its identifier.
    const where = [...asked({ edition: args.editionId }), args.ids ? {} : { draft: false }];
    return pageOf(em, Grid, where, args, ['number', 'createdAt']);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => Grid, { description: 'One grid.' })
  grid(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<Grid> {
    return oneOf(em, Grid, id);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => GraphQLJSONObject, {
    description: 'A grid as readable data, to keep in a file or give to another edition.',
  })
  gridConfiguration(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<object> {
    return service.configurationOf(em, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, { description: 'Gives an edition its grid, or replaces it as long as nothing was measured.' })
  configureGrid(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('configuration', () => GraphQLJSONObject) configuration: object,
  ): Promise<Grid> {
    return service.configureGrid(em, editionId, configuration);
  }

  @Authorized(...STAFF)
  @Mutation(() => Grid, {
    description: 'Corrects a grid that is not frozen: its least share, the weights of its steps.',
  })
  updateGrid(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => GridInput) input: GridInput,
  ): Promise<Grid> {
    return correction.updateGrid(em, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Channel, { description: 'Corrects a channel of a grid that is not frozen.' })
  updateChannel(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => ChannelInput) input: ChannelInput,
  ): Promise<Channel> {
    return correction.updateChannel(em, id, version, input);
  }
}

@Resolver(() => Criterion)
export class CriterionResolver {
  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => CriterionPage, { description: 'Criteria, in the order of the form.' })
  criteria(@Ctx() { em }: Context, @Args(() => CriteriaArgs) args: CriteriaArgs): Promise<Page<Criterion>> {
    const where = [
      ...asked({ 'channel.grid': args.gridId, 'channel.code': args.channel }),
      args.gridId || args.ids ? {} : { channel: { grid: { draft: false } } },
      matching(args.q, 'label', 'code', 'guidance'),
    ];
    return pageOf(em, Criterion, where, args, ['position', 'label', 'code', 'weight', 'kind']);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => Criterion, { description: 'One criterion.' })
  criterion(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<Criterion> {
    return oneOf(em, Criterion, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => Criterion, { description: 'Corrects a criterion of a grid that is not frozen.' })
  updateCriterion(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => CriterionInput) input: CriterionInput,
  ): Promise<Criterion> {
    return correction.updateCriterion(em, id, version, input);
  }
}
