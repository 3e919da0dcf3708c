import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Panel } from '../panel/panel.ts';
import { MeetingInput } from './meeting.input.ts';
import * as service from './meeting.service.ts';
import { meetingLinesOf, meetingViewOf } from './view.service.ts';
import { MeetingLine, MeetingView } from './view.ts';

/** What is planned of a meeting, and who comes in and goes out. Each answers the meeting as whoever asks may see it. */
@Resolver(() => Panel)
export class MeetingResolver {
  @FieldResolver(() => [MeetingLine], { description: 'Its meetings, the earliest first.' })
  meetings(@Root() { id }: Panel, @Ctx() { em }: Context, @Me() me: Actor): Promise<MeetingLine[]> {
    return meetingLinesOf(em, me, [id]);
  }

  @Authorized(...STAFF, Role.JUROR)
  @Query(() => MeetingView, { description: 'A meeting, as whoever asks may see it.' })
  meeting(@Ctx() { em, now }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<MeetingView> {
    return meetingViewOf(em, me, now, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => MeetingView, { description: 'Plans a meeting of a panel.' })
  async planMeeting(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('panelId', () => ID) panelId: string,
    @Arg('input', () => MeetingInput) input: MeetingInput,
  ): Promise<MeetingView> {
    return meetingViewOf(em, me, now, (await service.planMeeting(em, panelId, input)).id);
  }

  @Authorized(...STAFF)
  @Mutation(() => MeetingView, { description: 'Corrects a meeting, until it is opened.' })
  async updateMeeting(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => MeetingInput) input: MeetingInput,
  ): Promise<MeetingView> {
    await service.updateMeeting(em, id, version, input);
    return meetingViewOf(em, me, now, id);
  }

  @Authorized(...STAFF)
  @Mutation(() => MeetingView, {
    description: 'Puts awards on the agenda: in the order given, or in that in which recused jurors leave least often.',
  })
  async arrangeAgenda(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('meetingId', () => ID) id: string,
    @Arg('mandateIds', () => [ID], { nullable: true, description: 'In their order; without, all the panel has left.' })
    order: string[] | null,
  ): Promise<MeetingView> {
    await service.arrangeAgenda(em, now, id, order ?? null);
    return meetingViewOf(em, me, now, id);
  }

  @Authorized(Role.JUROR)
  @Mutation(() => MeetingView, { description: 'Opens a meeting: the chair, the deputy or the secretary does.' })
  async openMeeting(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
  ): Promise<MeetingView> {
    await service.openMeeting(em, { actor: me, now }, id);
    return meetingViewOf(em, me, now, id);
  }

  @Authorized(Role.JUROR)
  @Mutation(() => MeetingView, { description: 'Closes a meeting: what was not opened waits for another.' })
  async closeMeeting(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
  ): Promise<MeetingView> {
    await service.closeMeeting(em, { actor: me, now }, id);
    return meetingViewOf(em, me, now, id);
  }

  @Authorized(Role.JUROR)
  @Mutation(() => MeetingView, {
    description: 'Says that one is in the room or has left it; of somebody else, the chair, deputy or secretary does.',
  })
  async markPresence(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('meetingId', () => ID) id: string,
    @Arg('here', () => Boolean) here: boolean,
    @Arg('jurorId', () => ID, { nullable: true, description: 'Of whom; without, of oneself.' }) jurorId: string | null,
  ): Promise<MeetingView> {
    await service.markPresence(em, { actor: me, now }, id, jurorId ?? null, here);
    return meetingViewOf(em, me, now, id);
  }
}
