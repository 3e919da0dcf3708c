import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Enrolment } from '../enrolment/enrolment.ts';
import { MovedEnrolments } from '../enrolment/state.ts';
import { type Actor, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { Code, Prose } from '../kernel/scalars.ts';
import { confirmEnrolments, returnRegistration, settleRemark } from './decision.service.ts';
import { RegistrationFormInput } from './form.input.ts';
import { formOf, updateForm } from './form.service.ts';
import { FormTexts } from './form.ts';
import { Registration } from './registration.ts';

@Resolver(() => Registration)
export class RegistrationResolver {
  @Authorized(...STAFF)
  @Query(() => Registration, { nullable: true, description: 'The form of an enrolment; null when it never had one.' })
  registrationOf(
    @Ctx() { em }: Context,
    @Arg('enrolmentId', () => ID) enrolmentId: string,
  ): Promise<Registration | null> {
    return em.findOne(Registration, { enrolment: enrolmentId });
  }

  @Authorized(...STAFF)
  @Query(() => FormTexts, { description: 'What structures are asked to accept when they register for an edition.' })
  registrationForm(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<FormTexts> {
    return formOf(em, editionId);
  }

  @Authorized(...STAFF)
  @Mutation(() => FormTexts, { description: 'Changes what the form asks; what was accepted before keeps its words.' })
  updateRegistrationForm(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => RegistrationFormInput) input: RegistrationFormInput,
  ): Promise<FormTexts> {
    return updateForm(em, editionId, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => MovedEnrolments, {
    description:
      'Confirms enrolments: their forms become theirs, and their category, population and stratum are frozen. A motive is needed for those that never submitted a form, and for those that had withdrawn.',
  })
  confirmEnrolments(
    @Ctx() { em, now, postman, seal }: Context,
    @Me() me: Actor,
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('motive', () => Prose, { nullable: true }) motive: string | null,
  ): Promise<MovedEnrolments> {
    return confirmEnrolments(em, { postman, seal }, ids, { by: me, at: now, motive });
  }

  @Authorized(...STAFF)
  @Mutation(() => Enrolment, { description: 'Sends a form back to the structure, with the reason.' })
  returnRegistration(
    @Ctx() { em, now, postman, seal }: Context,
    @Me() me: Actor,
    @Arg('enrolmentId', () => ID) enrolmentId: string,
    @Arg('motive', () => Prose) motive: string,
  ): Promise<Enrolment> {
    return returnRegistration(em, { postman, seal }, enrolmentId, { by: me, at: now, motive });
  }

  @Authorized(...STAFF)
  @Mutation(() => Registration, { description: 'Accepts, or not, what a form says is wrong in the register.' })
  settleRemark(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('enrolmentId', () => ID) enrolmentId: string,
    @Arg('field', () => Code, { description: 'Of the remark.' }) field: string,
    @Arg('accepted', () => Boolean) accepted: boolean,
  ): Promise<Registration> {
    return settleRemark(em, me, enrolmentId, field, accepted);
  }
}
