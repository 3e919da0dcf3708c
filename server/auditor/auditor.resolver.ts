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
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Prose } from '../kernel/scalars.ts';
import { AuditorInput, InviteAuditorInput } from './auditor.input.ts';
import { visibleAuditors } from './auditor.policy.ts';
import * as service from './auditor.service.ts';
import { Auditor, AuditorConflict } from './auditor.ts';

@ArgsType()
class AuditorsArgs extends PageArgs {
  @Field(() => ChannelCode, { nullable: true, description: 'Only those who test this channel.' })
  channel?: ChannelCode;

  @Field(() => Boolean, { nullable: true, description: 'Only those who left, or only those who did not.' })
  left?: boolean;
}

const AuditorPage = pageType(Auditor);

/** Mystery citizens, as staff see them. */
@Resolver(() => Auditor)
export class AuditorResolver {
  @Authorized(...STAFF)
  @Query(() => AuditorPage, { description: 'Mystery citizens.' })
  auditors(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Args(() => AuditorsArgs) args: AuditorsArgs,
  ): Promise<Page<Auditor>> {
    const { channel, left, q } = args;
    const where = [
      visibleAuditors(me),
      ...asked({ 'channels.$contains': channel && [channel] }),
      ...(left === undefined || left === null ? [] : [{ leftAt: left ? { $ne: null } : null }]),
      matching(q, 'name', 'code', 'email'),
    ];
    return pageOf(em, Auditor, where, args, ['name', 'code', 'createdAt']);
  }

  @Authorized(...STAFF)
  @Query(() => Auditor, { description: 'One mystery citizen.' })
  auditor(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<Auditor> {
    return oneOf(em, Auditor, id, visibleAuditors(me));
  }

  @Authorized(...STAFF)
  @Mutation(() => Auditor, {
    description: 'Makes someone an auditor, and mails whoever has no password yet a link to choose one.',
  })
  inviteAuditor(
    @Ctx() { em, postman, now }: Context,
    @Arg('input', () => InviteAuditorInput) input: InviteAuditorInput,
  ): Promise<Auditor> {
    return service.inviteAuditor(em, postman, now, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Auditor, { description: 'Corrects what is said of an auditor.' })
  updateAuditor(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => AuditorInput) input: AuditorInput,
  ): Promise<Auditor> {
    return service.updateAuditor(em, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Auditor, {
    description: 'Says that an auditor left. What they have goes to others when the plan is mended.',
  })
  removeAuditor(
    @Ctx() { em, now }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('motive', () => Prose) motive: string,
  ): Promise<Auditor> {
    return service.removeAuditor(em, now, id, motive);
  }

  @Authorized(...STAFF)
  @Mutation(() => Auditor, { description: 'Takes back an auditor who had left.' })
  readmitAuditor(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<Auditor> {
    return service.readmitAuditor(em, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => AuditorConflict, { description: 'Records what ties an auditor to a structure.' })
  recordAuditorConflict(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('auditorId', () => ID) auditorId: string,
    @Arg('structureId', () => ID) structureId: string,
    @Arg('reason', () => Prose) reason: string,
  ): Promise<AuditorConflict> {
    return service.recordTie(em, me, now, auditorId, structureId, reason);
  }

  @Authorized(...STAFF)
  @Mutation(() => Boolean, { description: 'Takes back a tie that was recorded by mistake.' })
  removeAuditorConflict(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return service.removeTie(em, id);
  }

  @FieldResolver(() => [AuditorConflict], { description: 'The structures they do not test, the last declared first.' })
  conflicts(@Root() auditor: Auditor, @Ctx() { em }: Context): Promise<AuditorConflict[]> {
    return em.find(AuditorConflict, { auditor }, { orderBy: { declaredAt: 'desc', id: 'asc' } });
  }
}
