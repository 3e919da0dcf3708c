import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Prose } from '../kernel/scalars.ts';
import { juryFilesOf } from './file.service.ts';
import { FileGiveaway, JuryFile } from './file.ts';
import { giveawaysOf } from './identity.service.ts';
import { giveOpinion, keepNote } from './note.service.ts';
import { ownSeatsOf, progressOf } from './progress.service.ts';
import { JurorProgress, OwnSeat } from './progress.ts';
import { remindJurors } from './reminder.service.ts';

/** What jurors read before they meet, and how far they have come. */
@Resolver()
export class DossierResolver {
  @Authorized(Role.JUROR)
  @Query(() => [OwnSeat], { description: 'The seats one holds, what they open, and what is left to do.' })
  ownSeats(@Ctx() { em, now }: Context, @Me() me: Actor): Promise<OwnSeat[]> {
    return ownSeatsOf(em, me, now);
  }

  @Authorized(...STAFF, Role.JUROR)
  @Query(() => [JuryFile], {
    description:
      'The files of the short list of an award, by code. Staff read them as jurors would, without their notes.',
  })
  juryFiles(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('mandateId', () => ID) mandateId: string,
  ): Promise<JuryFile[]> {
    return juryFilesOf(em, me, now, mandateId);
  }

  @Authorized(Role.JUROR)
  @Mutation(() => Boolean, { description: 'Keeps one’s note of a file, for nobody else; an empty one goes.' })
  keepNote(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('candidateId', () => ID) candidateId: string,
    @Arg('text', () => Prose, { nullable: true }) text: string | null,
  ): Promise<boolean> {
    return keepNote(em, me, now, candidateId, text ?? null);
  }

  @Authorized(Role.JUROR)
  @Mutation(() => Boolean, {
    description: 'Gives one’s opinion of a file to the panel: corrected at will, not taken back.',
  })
  giveOpinion(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('candidateId', () => ID) candidateId: string,
    @Arg('text', () => Prose) text: string,
  ): Promise<boolean> {
    return giveOpinion(em, me, now, candidateId, text);
  }

  @Authorized(...STAFF)
  @Query(() => [FileGiveaway], { description: 'What would say whose files they are, in what jurors would read.' })
  giveaways(@Ctx() { em }: Context, @Arg('mandateId', () => ID) mandateId: string): Promise<FileGiveaway[]> {
    return giveawaysOf(em, mandateId);
  }

  @Authorized(...STAFF)
  @Query(() => [JurorProgress], { description: 'How far each juror of a panel has come.' })
  jurorProgress(@Ctx() { em, now }: Context, @Arg('panelId', () => ID) panelId: string): Promise<JurorProgress[]> {
    return progressOf(em, panelId, now);
  }

  @Authorized(...STAFF)
  @Mutation(() => Int, { description: 'Reminds jurors of what is left for them to do; nobody twice the same day.' })
  remindJurors(
    @Ctx() { em, postman, seal, now }: Context,
    @Arg('panelId', () => ID) panelId: string,
    @Arg('jurorIds', () => [ID]) ids: string[],
  ): Promise<number> {
    return remindJurors(em, { postman, seal, now }, panelId, ids);
  }
}
