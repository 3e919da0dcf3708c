import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { EditionInput } from '../edition/edition.input.ts';
import { Edition } from '../edition/edition.ts';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { ChannelCode } from '../kernel/kinds.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Day, Prose } from '../kernel/scalars.ts';
import { StructureInput } from '../structure/structure.input.ts';
import { Structure } from '../structure/structure.ts';
import { visibleAudits } from './audit.policy.ts';
import { closeAnswers, correctEdition, correctStructure } from './audit.service.ts';
import { Audit, AuditState } from './audit.ts';
import { ClosingEffect } from './closing.ts';
import { closingEffect } from './delay.service.ts';

@ArgsType()
class AuditsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;

  @Field(() => ID, { nullable: true, description: 'Only those of this enrolment.' })
  enrolmentId?: string;

  @Field(() => ChannelCode, { nullable: true, description: 'Only those on this channel.' })
  channel?: ChannelCode;

  @Field(() => AuditState, { nullable: true, description: 'Only those in this state.' })
  state?: AuditState;

  @Field(() => Boolean, { nullable: true, description: 'Only those that nobody decided on yet.' })
  undecided?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Only those rejected, or to be done again.' })
  lost?: boolean;

  @Field(() => Day, { nullable: true, description: 'Only those on or after this day.' })
  from?: string;

  @Field(() => Day, { nullable: true, description: 'Only those on or before this day.' })
  to?: string;
}

const UNDECIDED = [AuditState.SUBMITTED, AuditState.IN_CONTROL];
const LOST = [AuditState.REJECTED, AuditState.TO_REDO];

const AuditPage = pageType(Audit);

@Resolver(() => Audit)
export class AuditResolver {
  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => AuditPage, { description: 'Tests.' })
  audits(@Ctx() { em }: Context, @Me() me: Actor, @Args(() => AuditsArgs) args: AuditsArgs): Promise<Page<Audit>> {
    const { editionId: edition, enrolmentId: enrolment, channel, state, undecided, lost, from, to, q } = args;
    const where = [
      visibleAudits(me),
      ...asked({ edition, enrolment, 'channel.code': channel, state }),
      ...asked({ 'state.$in': undecided ? UNDECIDED : undefined }),
      ...asked({ 'state.$in': lost ? LOST : undefined }),
      ...asked({ 'performedOn.$gte': from }),
      ...asked({ 'performedOn.$lte': to }),
      matching(q, 'reference', 'enrolment.structure.name'),
    ];
    return pageOf(em, Audit, where, args, [
      'performedOn',
      'reference',
      'state',
      'enrolment.structure.name',
      'channel.position',
    ]);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Query(() => Audit, { description: 'One test.' })
  audit(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<Audit> {
    return oneOf(em, Audit, id, visibleAudits(me));
  }

  @Authorized(...STAFF)
  @Mutation(() => Edition, {
    description:
      'Corrects what is said of an edition that is not published, and derives every delay again when answers close on another day.',
  })
  updateEdition(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => EditionInput) input: EditionInput,
  ): Promise<Edition> {
    return correctEdition(em, id, version, input);
  }

  @Authorized(...STAFF)
  @Mutation(() => Structure, {
    description:
      'Corrects a structure; what its enrolments froze does not move. When it lies elsewhere, its delays are derived ' +
      'again on the clock and the holidays of the place, in every edition whose tests are still decided.',
  })
  updateStructure(
    @Ctx() { em }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => StructureInput) input: StructureInput,
  ): Promise<Structure> {
    return correctStructure(em, id, version, input);
  }

  @Authorized(...STAFF)
  @Query(() => ClosingEffect, { description: 'What closing answers on another day would change.' })
  async closingEffect(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('on', () => Day, { nullable: true, description: 'Null for the last day of fieldwork.' }) on: string | null,
  ): Promise<ClosingEffect> {
    return closingEffect(em, await em.findOneOrFail(Edition, { id: editionId }), on ?? null);
  }

  @Authorized(...STAFF)
  @Mutation(() => Int, {
    description:
      'Sets the last day on which an answer counts, and derives every delay again. Answers how many measurements changed.',
  })
  closeAnswers(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('on', () => Day, { nullable: true, description: 'Null for the last day of fieldwork.' }) on: string | null,
    @Arg('motive', () => Prose, { nullable: true, description: 'Why a day that was announced is put off.' })
    motive: string | null,
  ): Promise<number> {
    return closeAnswers(em, editionId, on ?? null, motive ?? null);
  }
}
