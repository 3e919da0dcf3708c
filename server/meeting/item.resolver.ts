import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Authorized, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Code, Prose } from '../kernel/scalars.ts';
import { castBallot } from './ballot.service.ts';
import * as closing from './closing.service.ts';
import { recordDecision } from './deliberation.service.ts';
import type { AgendaItem } from './item.ts';
import { BallotInput, CodeMentionInput, MotionOpinion } from './meeting.input.ts';
import * as motion from './motion.service.ts';
import * as opening from './opening.service.ts';
import type { Sealed } from './sealed.ts';
import { meetingViewOf } from './view.service.ts';
import { MeetingView } from './view.ts';

const viewAfter = (em: EntityManager, me: Actor, now: Date, { meeting }: AgendaItem): Promise<MeetingView> =>
  meetingViewOf(em, me, now, meeting.id);

/** What happens while an item is before the panel. Each answers the meeting as whoever asks may see it. */
@Resolver()
export class ItemResolver {
  @Authorized(Role.JUROR)
  @Mutation(() => MeetingView, { description: 'Opens an item: whoever presides, or the secretary. Its rules freeze.' })
  async openItem(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('itemId', () => ID) id: string,
  ): Promise<MeetingView> {
    return viewAfter(em, me, now, await opening.openItem(em, { actor: me, now }, id));
  }

  @Authorized(Role.JUROR)
  @Mutation(() => MeetingView, { description: 'Moves that the award go elsewhere than the ranking puts it.' })
  async moveMotion(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('itemId', () => ID) id: string,
    @Arg('codes', () => [Code], { description: 'Whom to give it to; none to give it to nobody.' }) codes: string[],
    @Arg('motive', () => Prose) motive: string,
  ): Promise<MeetingView> {
    return viewAfter(em, me, now, await motion.moveMotion(em, { actor: me, now }, id, codes, motive));
  }

  @Authorized(Role.JUROR)
  @Mutation(() => MeetingView, { description: 'Withdraws one’s own motion, until someone voted on it.' })
  async withdrawMotion(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('itemId', () => ID) id: string,
  ): Promise<MeetingView> {
    return viewAfter(em, me, now, await motion.withdrawMotion(em, { actor: me, now }, id));
  }

  @Authorized(Role.JUROR)
  @Mutation(() => Boolean, {
    description: 'Casts one’s ballot, sealed until the item closes. One a juror; it is not taken back.',
  })
  castBallot(
    @Ctx() { em, now, seal }: Context,
    @Me() me: Actor,
    @Arg('itemId', () => ID) id: string,
    @Arg('ballot', () => BallotInput) ballot: BallotInput,
    @Arg('asItIs', () => Boolean, {
      defaultValue: false,
      description: 'Cast it even if it would not count: it is then kept, and counted as invalid.',
    })
    asItIs: boolean,
  ): Promise<boolean> {
    return castBallot(em, seal, { actor: me, now }, id, voteIn(ballot), asItIs);
  }

  @Authorized(Role.JUROR)
  @Mutation(() => MeetingView, {
    description: 'Closes the vote: ballots are opened, counted without names, destroyed.',
  })
  async countItem(
    @Ctx() { em, now, seal }: Context,
    @Me() me: Actor,
    @Arg('itemId', () => ID) id: string,
  ): Promise<MeetingView> {
    return viewAfter(em, me, now, await closing.countItem(em, seal, { actor: me, now }, id));
  }

  @Authorized(Role.JUROR)
  @Mutation(() => MeetingView, { description: 'Opens the second ballot that equals are due, among them alone.' })
  async openSecondBallot(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('itemId', () => ID) id: string,
  ): Promise<MeetingView> {
    return viewAfter(em, me, now, await opening.openSecondBallot(em, { actor: me, now }, id));
  }

  @Authorized(Role.JUROR)
  @Mutation(() => MeetingView, { description: 'The casting vote of whoever presides: on the motion, or for an equal.' })
  async castCastingVote(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('itemId', () => ID) id: string,
    @Arg('opinion', () => MotionOpinion, { nullable: true }) opinion: MotionOpinion | null,
    @Arg('code', () => Code, { nullable: true }) code: string | null,
  ): Promise<MeetingView> {
    const asking = { actor: me, now };
    return viewAfter(em, me, now, await closing.castCastingVote(em, asking, id, opinion ?? null, code ?? null));
  }

  @Authorized(Role.JUROR)
  @Mutation(() => MeetingView, {
    description: 'Writes what one holds against what was decided, before it is recorded.',
  })
  async dissent(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('itemId', () => ID) id: string,
    @Arg('text', () => Prose) text: string,
  ): Promise<MeetingView> {
    return viewAfter(em, me, now, await motion.dissent(em, { actor: me, now }, id, text));
  }

  @Authorized(Role.JUROR)
  @Mutation(() => MeetingView, { description: 'Records the decision: the award is given, and the record chained.' })
  async recordDecision(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('itemId', () => ID) id: string,
    @Arg('motive', () => Prose, { nullable: true, description: 'Why, when it is more than reading the ranking.' })
    motive: string | null,
    @Arg('mentions', () => [CodeMentionInput], { defaultValue: [] }) mentions: CodeMentionInput[],
  ): Promise<MeetingView> {
    return viewAfter(
      em,
      me,
      now,
      await recordDecision(em, { actor: me, now }, id, { motive: motive ?? null, mentions }),
    );
  }

  @Authorized(...STAFF, Role.JUROR)
  @Mutation(() => MeetingView, {
    description: 'Breaks an item off, for a motive: sealed ballots are destroyed unread, and it can be opened again.',
  })
  async breakOffItem(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('itemId', () => ID) id: string,
    @Arg('motive', () => Prose) motive: string,
  ): Promise<MeetingView> {
    return viewAfter(em, me, now, await closing.breakOffItem(em, { actor: me, now }, id, motive));
  }
}

/** What was written on a ballot; nothing of what its mode asks for is a blank one. */
function voteIn({ mode, opinion, ranking, grades, marks }: BallotInput): Sealed {
  if (mode === 'RATIFY') return opinion ? { mode, opinion } : 'BLANK';
  if (mode === 'RANK') return { mode, ranking: ranking ?? [] };
  if (mode === 'SCORE')
    return { mode, marks: (marks ?? []).map(({ candidate, criterion, mark }) => ({ candidate, criterion, mark })) };
  return { mode, grades: (grades ?? []).map(({ candidate, grade }) => ({ candidate, grade })) };
}
