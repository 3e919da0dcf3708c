import { GraphQLJSONObject } from 'graphql-scalars';
import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Account } from '../account/account.ts';
import { Absence } from '../audit/audit.ts';
import type { Fate } from '../grid/version.rules.ts';
import * as service from '../grid/version.service.ts';
import { GridVersion } from '../grid/version.ts';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Code, Prose, Title } from '../kernel/scalars.ts';
import { fateLinesOf } from './fate.service.ts';
import { adoptVersion, proposedEffect, versionEffect } from './version.service.ts';
import { FateLine, VersionEffect } from './version.ts';

@InputType({ description: 'What one answer of the earlier criterion becomes: an answer, or an absence.' })
class AnswerFateInput {
  @Field(() => Title, { description: 'As it was given: 1 or 0 for yes or no, or the code of a choice.' })
  from!: string;

  @Field(() => Title, { nullable: true, description: 'The answer it counts as.' })
  to?: string | null;

  @Field(() => Absence, { nullable: true, description: 'The absence it counts as, when it counts as no answer.' })
  absence?: Absence | null;
}

@InputType({
  description:
    'What becomes of the measurements of one criterion. Kept: source and target. Converted: with answers or a factor. Set aside: a source and a motive. New: a target and an absence.',
})
class FateInput {
  @Field(() => Code, { nullable: true, description: 'The criterion of the earlier version, by its code.' })
  source?: string | null;

  @Field(() => Code, { nullable: true, description: 'The criterion of the new version, by its code.' })
  target?: string | null;

  @Field(() => [AnswerFateInput], { nullable: true, description: 'Answer by answer: every answer must be named.' })
  answers?: AnswerFateInput[] | null;

  @Field(() => Title, { nullable: true, description: 'By what amounts are multiplied: "24", "0.5", "1/60".' })
  factor?: string | null;

  @Field(() => Absence, { nullable: true, description: 'NOT_APPLICABLE or NOT_OBSERVED, for a new criterion.' })
  absence?: Absence | null;

  @Field(() => Prose, { nullable: true, description: 'Why measurements are set aside.' })
  motive?: string | null;
}

/** What was sent, with nothing left out. */
const fatesIn = (inputs: readonly FateInput[]): Fate[] =>
  inputs.map(({ source, target, answers, factor, absence, motive }) => ({
    ...{ source: source ?? null, target: target ?? null, factor: factor ?? null, motive: motive ?? null },
    absence: absence === 'NOT_APPLICABLE' || absence === 'NOT_OBSERVED' ? absence : null,
    answers: answers?.map(({ from, to, absence }) => ({ from, to: to ?? null, absence: absence ?? null })) ?? null,
  }));

@Resolver(() => GridVersion)
export class GridVersionResolver {
  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => [GridVersion], {
    description: 'How the grid of an edition changed since it froze, the latest first: a draft, then those adopted.',
  })
  gridVersions(@Ctx() { em }: Context, @Arg('editionId', () => ID) edition: string): Promise<GridVersion[]> {
    return em.find(GridVersion, { grid: { edition } }, { orderBy: { grid: { number: 'desc' } } });
  }

  @Authorized(...STAFF)
  @Query(() => VersionEffect, {
    description: 'What adopting a version in preparation would change: measurements, scores and ranks.',
  })
  gridVersionEffect(@Ctx() { em, now }: Context, @Arg('id', () => ID) id: string): Promise<VersionEffect> {
    return versionEffect(em, now, id);
  }

  @Authorized(...STAFF)
  @Query(() => VersionEffect, {
    description: 'The same of a configuration and fates given here: nothing is prepared, nothing stays.',
  })
  proposeGridVersion(
    @Ctx() { em, now }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('configuration', () => GraphQLJSONObject) configuration: object,
    @Arg('fates', () => [FateInput]) fates: FateInput[],
  ): Promise<VersionEffect> {
    return proposedEffect(em, now, editionId, configuration, fatesIn(fates));
  }

  @Authorized(...STAFF)
  @Mutation(() => GridVersion, {
    description:
      'Prepares the next version of a frozen grid: a copy of the one in force, or a configuration, which replaces a draft.',
  })
  prepareGridVersion(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('configuration', () => GraphQLJSONObject, { nullable: true }) configuration: object | null,
  ): Promise<GridVersion> {
    return service.prepareVersion(em, editionId, configuration ?? null);
  }

  @Authorized(...STAFF)
  @Mutation(() => GridVersion, {
    description: 'Declares what becomes of the measurements of some criteria; the others keep their usual fate.',
  })
  declareFates(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('fates', () => [FateInput]) fates: FateInput[],
  ): Promise<GridVersion> {
    return service.declareFates(em, id, version, fatesIn(fates));
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Gives up a version in preparation.' })
  discardGridVersion(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.discardVersion(em, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => GridVersion, {
    description:
      'Puts a version in force for good: nothing measured changes, scores become stale, earlier runs keep their grid.',
  })
  adoptGridVersion(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('hash', () => String, { description: 'That of the effect that was read.' }) hash: string,
    @Arg('motive', () => Prose, { description: 'Why the grid changes.' }) motive: string,
  ): Promise<GridVersion> {
    return adoptVersion(em, me, now, id, hash, motive);
  }

  @FieldResolver(() => [FateLine], { description: 'What becomes of the measurements of every criterion.' })
  fates(@Root() version: GridVersion, @Ctx() { em }: Context): Promise<FateLine[]> {
    return fateLinesOf(em, version);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who adopted it.' })
  async adoptedByName(@Root() { adoptedBy }: GridVersion, @Ctx() { em }: Context): Promise<string | null> {
    return adoptedBy === null ? null : ((await em.findOne(Account, { id: adoptedBy }))?.name ?? null);
  }
}
