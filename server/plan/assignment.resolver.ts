import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { localDayOf, territoryOf } from '../delay/calendar.rules.ts';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Day, Prose } from '../kernel/scalars.ts';
import { visibleAssignments } from './assignment.policy.ts';
import { declareConflict, restoreAssignment, withdrawAssignment } from './assignment.service.ts';
import { Assignment, AssignmentState } from './assignment.ts';
import { choicesFor, giveAssignment } from './giving.service.ts';
import { AssignmentChoices, GiveAssignmentInput } from './giving.ts';

@ArgsType()
class AssignmentsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;

  @Field(() => ID, { nullable: true, description: 'Only those of this enrolment.' })
  enrolmentId?: string;

  @Field(() => ID, { nullable: true, description: 'Only those of this auditor.' })
  auditorId?: string;

  @Field(() => ChannelCode, { nullable: true, description: 'Only those on this channel.' })
  channel?: ChannelCode;

  @Field(() => AssignmentState, { nullable: true, description: 'Only those in this state.' })
  state?: AssignmentState;

  @Field(() => Boolean, { nullable: true, description: 'Only those of a day that is past in Paris, and not sent.' })
  late?: boolean;

  @Field(() => Day, { nullable: true, description: 'Only those on or after this day.' })
  from?: string;

  @Field(() => Day, { nullable: true, description: 'Only those on or before this day.' })
  to?: string;
}

/** Those that nobody sent yet. */
const OPEN = [AssignmentState.PLANNED, AssignmentState.ASSIGNED, AssignmentState.UNDER_WAY];

const AssignmentPage = pageType(Assignment);

/** The tests that are planned. */
@Resolver(() => Assignment)
export class AssignmentResolver {
  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => AssignmentPage, { description: 'Planned tests.' })
  assignments(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Args(() => AssignmentsArgs) args: AssignmentsArgs,
  ): Promise<Page<Assignment>> {
    const { editionId: edition, enrolmentId: enrolment, auditorId: auditor, channel, state, late, from, to, q } = args;
    const before = late ? localDayOf(now.toISOString(), territoryOf(null)) : undefined;
    const where = [
      visibleAssignments(me),
      ...asked({ edition, enrolment, auditor, channel, state }),
      ...asked({ 'state.$in': late ? OPEN : undefined }),
      ...asked({ 'onDay.$lt': before }),
      ...asked({ 'onDay.$gte': from }),
      ...asked({ 'onDay.$lte': to }),
      matching(q, 'reference', 'enrolment.structure.name'),
    ];
    return pageOf(em, Assignment, where, args, ['onDay', 'reference', 'state', 'enrolment.structure.name', 'channel']);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => Assignment, { description: 'One planned test.' })
  assignment(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<Assignment> {
    return oneOf(em, Assignment, id, visibleAssignments(me));
  }

  @Authorized(...STAFF)
  @Mutation(() => Assignment, { description: 'Takes a test that was not sent out of the plan, with a reason.' })
  withdrawAssignment(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => Prose) reason: string,
  ): Promise<Assignment> {
    return withdrawAssignment(em, id, reason);
  }

  @Authorized(...STAFF)
  @Mutation(() => Assignment, {
    description: 'Puts a withdrawn test back where it was; without an auditor when whoever had it can no longer do it.',
  })
  restoreAssignment(@Ctx() { em }: Context, @Arg('id', () => ID) id: string): Promise<Assignment> {
    return restoreAssignment(em, id);
  }

  @Authorized(...STAFF)
  @Query(() => AssignmentChoices, {
    description: 'To whom a test could be given on a day, and which rules of the plan would be broken.',
  })
  assignmentChoices(
    @Ctx() { em, now }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('onDay', () => Day) onDay: string,
  ): Promise<AssignmentChoices> {
    return choicesFor(em, now, id, onDay);
  }

  @Authorized(...STAFF)
  @Mutation(() => Assignment, {
    description: 'Gives a test by hand. Rules it breaks are named and need a reason; a tie is never passed over.',
  })
  giveAssignment(
    @Ctx() { em, now }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => GiveAssignmentInput) input: GiveAssignmentInput,
  ): Promise<Assignment> {
    return giveAssignment(em, now, id, version, input);
  }

  @Authorized(Role.AUDITOR)
  @Mutation(() => Int, {
    description: 'Says that a tie forbids one to do a test. Those of that structure go to others; answers how many.',
  })
  declareConflict(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('assignmentId', () => ID) assignmentId: string,
    @Arg('reason', () => Prose) reason: string,
  ): Promise<number> {
    return declareConflict(em, me, now, assignmentId, reason);
  }
}
