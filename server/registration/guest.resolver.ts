import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type Context, Guest, INVITED, type Invited } from '../kernel/context.ts';
import { Draft, Prose } from '../kernel/scalars.ts';
import { AnswersInput } from './answers.input.ts';
import { doorstepOf, guestFormOf } from './door.service.ts';
import * as guest from './guest.service.ts';
import { Doorstep, GuestForm } from './guest.ts';
import * as service from './registration.service.ts';

/** What someone without an account does with a personal link: open to its holder, and to nobody else. */
@Resolver()
export class GuestResolver {
  @Authorized(INVITED)
  @Query(() => Doorstep, { description: 'Where the personal link leads. Asking changes nothing.' })
  doorstep(@Ctx() { em, now }: Context, @Guest() invited: Invited): Promise<Doorstep> {
    return doorstepOf(em, invited, now);
  }

  @Authorized(INVITED)
  @Query(() => GuestForm, { description: 'The form, in the browser that proved itself.' })
  async guestForm(@Ctx() { em, now }: Context, @Guest() invited: Invited): Promise<GuestForm> {
    return guestFormOf(em, await service.openRegistration(em, invited, now));
  }

  @Authorized(INVITED)
  @Mutation(() => String, {
    description: 'Begins the form in this browser. Answers its key, to send along from then on.',
  })
  beginRegistration(@Ctx() { em, now }: Context, @Guest() invited: Invited): Promise<string> {
    return guest.begin(em, invited, now);
  }

  @Authorized(INVITED)
  @Mutation(() => Boolean, { description: 'Mails a code to the address of the invitation, if it is the one typed.' })
  askRegistrationCode(
    @Ctx() { em, now, postman, seal }: Context,
    @Guest() invited: Invited,
    @Arg('email', () => Draft) email: string,
  ): Promise<boolean> {
    return guest.askCode(em, { postman, seal }, invited, now, email);
  }

  @Authorized(INVITED)
  @Mutation(() => String, {
    description: 'Opens the form in this browser with the code that was mailed; answers its key.',
  })
  enterRegistrationCode(
    @Ctx() { em, now }: Context,
    @Guest() invited: Invited,
    @Arg('code', () => Draft) code: string,
  ): Promise<string> {
    return guest.enterCode(em, invited, now, code);
  }

  @Authorized(INVITED)
  @Mutation(() => Boolean, {
    description: 'Mails a new link in place of one that expired, to its address if it is typed.',
  })
  askNewLink(
    @Ctx() { em, now, postman, seal }: Context,
    @Guest() invited: Invited,
    @Arg('email', () => Draft) email: string,
  ): Promise<boolean> {
    return guest.askNewLink(em, { postman, seal }, invited, now, email);
  }

  @Authorized(INVITED)
  @Mutation(() => GuestForm, { description: 'Keeps what was typed so far.' })
  async saveRegistration(
    @Ctx() { em, now }: Context,
    @Guest() invited: Invited,
    @Arg('version', () => Int) version: number,
    @Arg('answers', () => AnswersInput) answers: AnswersInput,
  ): Promise<GuestForm> {
    return guestFormOf(em, await service.saveRegistration(em, invited, now, version, answers));
  }

  @Authorized(INVITED)
  @Mutation(() => GuestForm, { description: 'Submits the form; acknowledged by mail, and confirmed later by staff.' })
  async submitRegistration(
    @Ctx() { em, now, postman, seal }: Context,
    @Guest() invited: Invited,
    @Arg('version', () => Int) version: number,
    @Arg('answers', () => AnswersInput) answers: AnswersInput,
  ): Promise<GuestForm> {
    const sender = { postman, seal };
    return guestFormOf(em, await service.submitRegistration(em, sender, invited, now, version, answers));
  }

  @Authorized(INVITED)
  @Mutation(() => Boolean, { description: 'The structure says that it does not take part, and why if it wishes.' })
  declineInvitation(
    @Ctx() { em, now }: Context,
    @Guest() invited: Invited,
    @Arg('motive', () => Prose, { nullable: true }) motive: string | null,
  ): Promise<boolean> {
    return service.declineInvitation(em, invited, now, motive);
  }
}
