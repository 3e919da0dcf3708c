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
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { asked, type Page, PageArgs, pageOf, pageType } from '../kernel/page.ts';
import { Prose } from '../kernel/scalars.ts';
import { visibleQuestions } from './control.policy.ts';
import { calledBy } from './people.ts';
import { answerQuestion, askQuestion, closeQuestion } from './question.service.ts';
import { Question, QuestionState } from './question.ts';

@ArgsType()
class QuestionsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this edition.' })
  editionId?: string;

  @Field(() => QuestionState, { nullable: true, description: 'Only those in this state.' })
  state?: QuestionState;
}

const QuestionPage = pageType(Question);

@Resolver(() => Question)
export class QuestionResolver {
  @FieldResolver(() => String, { description: 'The number of its test.' })
  async reference(@Root() { audit }: Question): Promise<string> {
    return (await audit.loadOrFail()).reference;
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The planned test it is on; null for what a file brought.' })
  async assignmentId(@Root() { audit }: Question): Promise<string | null> {
    return (await audit.loadOrFail()).assignment?.id ?? null;
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @FieldResolver(() => String, { nullable: true, description: 'Who asked.' })
  async askedByName(@Root() { askedBy }: Question, @Ctx() { em }: Context): Promise<string | null> {
    return (await calledBy(em, [askedBy])).get(askedBy) ?? null;
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @FieldResolver(() => String, { nullable: true, description: 'Who answered: an auditor by their code.' })
  async answeredByName(@Root() { answeredBy }: Question, @Ctx() { em }: Context): Promise<string | null> {
    return answeredBy === null ? null : ((await calledBy(em, [answeredBy])).get(answeredBy) ?? null);
  }

  @Authorized(...STAFF, Role.CONTROLLER, Role.AUDITOR)
  @Query(() => QuestionPage, { description: 'Questions on tests; for an auditor, those on their own.' })
  questions(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Args(() => QuestionsArgs) args: QuestionsArgs,
  ): Promise<Page<Question>> {
    const { editionId, state } = args;
    const where = [visibleQuestions(me), ...asked({ 'audit.edition': editionId, state })];
    return pageOf(em, Question, where, args, ['askedAt', 'state']);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Mutation(() => Question, {
    description: 'Asks about one criterion of a test: until it is closed, it is not validated.',
  })
  askQuestion(
    @Ctx() { em, now }: Context,
    @Me() actor: Actor,
    @Arg('auditId', () => ID) auditId: string,
    @Arg('version', () => Int) version: number,
    @Arg('criterionId', () => ID) criterionId: string,
    @Arg('text', () => Prose) text: string,
  ): Promise<Question> {
    return askQuestion(em, { actor, now }, { auditId, version, criterionId, text });
  }

  @Authorized(...STAFF, Role.CONTROLLER, Role.AUDITOR)
  @Mutation(() => Question, { description: 'Answers a question: its auditor, or whoever answers for the agency.' })
  answerQuestion(
    @Ctx() { em, now }: Context,
    @Me() actor: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('text', () => Prose) text: string,
  ): Promise<Question> {
    return answerQuestion(em, { actor, now }, id, text);
  }

  @Authorized(...STAFF, Role.CONTROLLER)
  @Mutation(() => Question, { description: 'Closes a question with what is concluded; whoever answered does not.' })
  closeQuestion(
    @Ctx() { em, now }: Context,
    @Me() actor: Actor,
    @Arg('id', () => ID) id: string,
    @Arg('text', () => Prose) text: string,
  ): Promise<Question> {
    return closeQuestion(em, { actor, now }, id, text);
  }
}
