import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, matching, oneOf, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Prose } from '../kernel/scalars.ts';
import { DraftInput, SubmissionInput } from './collect.input.ts';
import { visibleSubmissions } from './collect.policy.ts';
import { saveDraft, startAssignment } from './draft.service.ts';
import { fieldworkOf } from './fieldwork.service.ts';
import { FieldTest, Fieldwork, Receipt, SavedDraft } from './fieldwork.ts';
import { settleSubmission } from './settling.service.ts';
import { receiptsOf, submitTest } from './submission.service.ts';
import { Settlement, Submission, SubmissionOutcome } from './submission.ts';

/** What a phone asks and tells. */
@Resolver()
export class FieldworkResolver {
  @Authorized(Role.AUDITOR)
  @Query(() => Fieldwork, { description: 'My tests, and all that is needed to do them without a network.' })
  myFieldwork(@Ctx() { em, now }: Context, @Me() me: Actor): Promise<Fieldwork> {
    return fieldworkOf(em, me, now);
  }

  @Authorized(Role.AUDITOR)
  @Query(() => [Receipt], { description: 'What became of what I sent, by the keys of a device.' })
  myReceipts(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('keys', () => [ID], { description: 'At most 200.' }) keys: string[],
  ): Promise<Receipt[]> {
    return receiptsOf(em, me, keys);
  }

  @Authorized(Role.AUDITOR)
  @Mutation(() => FieldTest, { description: 'Opens a test on a device: it is under way. Opened again, it stays so.' })
  startAssignment(@Ctx() { em, now }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<FieldTest> {
    return startAssignment(em, me, now, id);
  }

  @Authorized(Role.AUDITOR)
  @Mutation(() => SavedDraft, {
    description: 'Keeps what was typed so far. What follows an older revision is refused with the one that is kept.',
  })
  saveDraft(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('input', () => DraftInput) input: DraftInput,
  ): Promise<SavedDraft> {
    return saveDraft(em, me, now, { ...input, sentAt: input.sentAt.toISOString() });
  }

  @Authorized(Role.AUDITOR)
  @Mutation(() => Receipt, {
    description: 'Sends a test. It is kept whole before it is judged; the same key again changes nothing.',
  })
  submitTest(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('input', () => SubmissionInput) input: SubmissionInput,
  ): Promise<Receipt> {
    return submitTest(em, me, now, { ...input, sentAt: input.sentAt.toISOString() });
  }
}

@ArgsType()
class SubmissionsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;

  @Field(() => SubmissionOutcome, { nullable: true, description: 'Only those this became of.' })
  outcome?: SubmissionOutcome;
}

const SubmissionPage = pageType(Submission);

/** What staff see of what was sent, and settle. */
@Resolver(() => Submission)
export class SubmissionResolver {
  @Authorized(...STAFF)
  @Query(() => SubmissionPage, { description: 'Tests as devices sent them.' })
  submissions(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Args(() => SubmissionsArgs) args: SubmissionsArgs,
  ): Promise<Page<Submission>> {
    const { editionId: edition, outcome, q } = args;
    const where = [
      visibleSubmissions(me),
      ...asked({ edition, outcome }),
      matching(q, 'assignment.reference', 'assignment.enrolment.structure.name'),
    ];
    return pageOf(em, Submission, where, args, ['receivedAt', 'outcome', 'assignment.reference']);
  }

  @Authorized(...STAFF)
  @Query(() => Submission, { description: 'One test as a device sent it.' })
  submission(@Ctx() { em }: Context, @Me() me: Actor, @Arg('id', () => ID) id: string): Promise<Submission> {
    return oneOf(em, Submission, id, visibleSubmissions(me));
  }

  @Authorized(...STAFF)
  @Mutation(() => Submission, { description: 'Says what becomes of a test that was held.' })
  settleSubmission(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('how', () => Settlement) how: Settlement,
    @Arg('motive', () => Prose, { description: 'Told to the auditor.' }) motive: string,
  ): Promise<Submission> {
    return settleSubmission(em, me, now, id, how, motive);
  }
}
