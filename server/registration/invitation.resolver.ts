import { GraphQLEmailAddress } from 'graphql-scalars';
import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { EnrolmentState } from '../enrolment/enrolment.ts';
import { StructureSelection } from '../enrolment/selection.ts';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Day } from '../kernel/scalars.ts';
import * as service from './invitation.service.ts';
import { Invitation } from './invitation.ts';
import { remind, toRemind } from './reminder.service.ts';

@ArgsType()
class InvitationsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;

  @Field(() => ID, { nullable: true, description: 'Only those of this enrolment.' })
  enrolmentId?: string;

  @Field(() => EnrolmentState, { nullable: true, description: 'Only those whose enrolment stands there.' })
  state?: EnrolmentState;
}

const InvitationPage = pageType(Invitation);

@Resolver(() => Invitation)
export class InvitationResolver {
  @Authorized(...STAFF)
  @Query(() => InvitationPage, { description: 'The personal links that were mailed.' })
  invitations(@Ctx() { em }: Context, @Args(() => InvitationsArgs) args: InvitationsArgs): Promise<Page<Invitation>> {
    const { editionId, enrolmentId: enrolment, state, q } = args;
    const where = [
      ...asked({ 'enrolment.edition': editionId, enrolment, 'enrolment.state': state }),
      matching(q, 'recipient', 'enrolment.structure.name'),
    ];
    return pageOf(em, Invitation, where, args, ['sentAt', 'enrolment.structure.name', 'expiresAt', 'recipient']);
  }

  @Authorized(...STAFF)
  @Query(() => [Invitation], { description: 'Who would be reminded now: not finished, and nothing mailed today.' })
  reminderPreview(@Ctx() { em, now }: Context, @Arg('editionId', () => ID) editionId: string): Promise<Invitation[]> {
    return toRemind(em, now, editionId);
  }

  @Authorized(...STAFF)
  @Mutation(() => Int, {
    description: 'Mails a personal link to those of a selection that can be invited, in one act.',
  })
  inviteStructures(
    @Ctx() { em, now, postman, seal }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('selection', () => StructureSelection) selection: StructureSelection,
    @Arg('expected', () => Int, { description: 'How many the preview said; SELECTION_MOVED when it is no longer so.' })
    expected: number,
    @Arg('expiresOn', () => Day, { nullable: true, description: 'Last day of the links; by default of registration.' })
    expiresOn: string | null,
  ): Promise<number> {
    const inviting = { by: me, at: now, expiresOn };
    return service.inviteSelection(em, { postman, seal }, editionId, selection, expected, inviting);
  }

  @Authorized(...STAFF)
  @Mutation(() => Invitation, { description: 'Mails a new link; those mailed before for this enrolment stop working.' })
  resendInvitation(
    @Ctx() { em, now, postman, seal }: Context,
    @Me() me: Actor,
    @Arg('enrolmentId', () => ID) enrolmentId: string,
    @Arg('email', () => GraphQLEmailAddress, { nullable: true, description: 'Another address than before.' })
    email: string | null,
    @Arg('expiresOn', () => Day, { nullable: true, description: 'Last day of the link; by default of registration.' })
    expiresOn: string | null,
  ): Promise<Invitation> {
    const inviting = { by: me, at: now, expiresOn };
    return service.resendInvitation(em, { postman, seal }, enrolmentId, email, inviting);
  }

  @Authorized(...STAFF)
  @Mutation(() => Invitation, { description: 'Makes a link useless, at once.' })
  revokeInvitation(@Ctx() { em, now }: Context, @Arg('id', () => ID) id: string): Promise<Invitation> {
    return service.revokeInvitation(em, now, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => Int, {
    description: 'Reminds those who have not finished; nobody twice the same day. Answers how many.',
  })
  sendReminders(
    @Ctx() { em, now, postman, seal }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('ids', () => [ID], { description: 'Invitations of the preview.' }) ids: string[],
  ): Promise<number> {
    return remind(em, { postman, seal }, now, editionId, ids);
  }
}
