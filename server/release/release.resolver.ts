import { GraphQLDateTimeISO } from 'graphql-scalars';
import {
  Arg,
  Args,
  ArgsType,
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
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Prose } from '../kernel/scalars.ts';
import * as service from './release.service.ts';
import { Release, ReleaseState } from './release.ts';

@ArgsType()
class ReleasesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;

  @Field(() => [ReleaseState], { nullable: true, description: 'Only those that stand there.' })
  states?: ReleaseState[];
}

@InputType({ description: 'Why one change of a correction was made, where it is not the reason of them all.' })
class ChangeReasonInput {
  @Field(() => String, { description: 'The table.' })
  table!: string;

  @Field(() => String, { description: 'The key of the row.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'The field; null for a whole row.' })
  field!: string | null;

  @Field(() => Prose, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'What is to go out, and when.' })
class ReleaseInput {
  @Field(() => String, { description: 'The hash of the rehearsal that was read.' })
  hash!: string;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'The instant, by the clock of the server; null for as soon as it is approved.',
  })
  dueAt!: Date | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether partners are told the instant, once approved. A correction, or no instant, has none to tell.',
  })
  announced!: boolean;

  @Field(() => Prose, { nullable: true, description: 'Why the version before is corrected; due when there is one.' })
  reason!: string | null;

  @Field(() => [ChangeReasonInput], { defaultValue: [], description: 'The reasons of single changes.' })
  reasons!: ChangeReasonInput[];
}

const ReleasePage = pageType(Release);

@Resolver(() => Release)
export class ReleaseResolver {
  @Authorized(...STAFF)
  @Query(() => ReleasePage, { description: 'Versions on their way to the public, and what became of them.' })
  releases(@Ctx() { em }: Context, @Args(() => ReleasesArgs) args: ReleasesArgs): Promise<Page<Release>> {
    const states = args.states && { $in: args.states };
    return pageOf(em, Release, asked({ edition: args.editionId, state: states }), args, ['requestedAt', 'dueAt']);
  }

  @Authorized(...STAFF)
  @Query(() => Release, { description: 'One of them.' })
  release(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<Release> {
    return oneOf(em, Release, id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Milliseconds until its instant, by the clock of the server, 0 once past; null without one, or when over.',
  })
  dueIn(@Root() { state, dueAt }: Release, @Ctx() { now }: Context): number | null {
    if (!service.underWay.includes(state) || !dueAt) return null;
    return Math.min(Math.max(dueAt.getTime() - now.getTime(), 0), 2 ** 31 - 1);
  }

  @FieldResolver(() => Boolean, { description: 'Whether whoever asks is the one who requested it: another approves.' })
  own(@Root() { requestedBy }: Release, @Me() me: Actor): boolean {
    return requestedBy === me.id;
  }

  @Authorized(...STAFF)
  @Mutation(() => Release, { description: 'Asks for a release of exactly what was read. Someone else approves it.' })
  requestRelease(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('input', () => ReleaseInput) input: ReleaseInput,
  ): Promise<Release> {
    const { hash, dueAt = null, announced, reason = null, reasons } = input;
    const own = reasons.map(({ table, key, field = null, reason }) => ({ table, key, field, reason }));
    return service.requestRelease(em, me, now, editionId, { hash, dueAt, announced, reason, reasons: own });
  }

  @Authorized(...STAFF)
  @Mutation(() => Release, {
    description: 'Approves a release that someone else asked for. It goes out at its instant, or at once without one.',
  })
  approveRelease(
    @Ctx() { em, now, seal }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('hash', () => String, { description: 'The hash of the rehearsal that was read.' }) hash: string,
  ): Promise<Release> {
    return service.approveRelease(em, me, now, seal, id, hash);
  }

  @Authorized(...STAFF)
  @Mutation(() => Release, { description: 'Stops a release before its instant. It may be asked for again.' })
  stopRelease(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => Prose) reason: string,
  ): Promise<Release> {
    return service.stopRelease(em, me, now, id, reason);
  }
}
