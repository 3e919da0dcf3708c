import { Arg, Authorized, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { type Actor, Role, STAFF } from '../kernel/actor.ts';
import { type Context, Me } from '../kernel/context.ts';
import { BriefingInput } from './auditor.input.ts';
import { ownAuditor } from './auditor.service.ts';
import * as service from './briefing.service.ts';
import { Briefing, BriefingResult } from './briefing.ts';

@ObjectType({ description: 'One question of a briefing, as it is asked.' })
export class AskedQuestion {
  @Field(() => String, { description: 'What is asked.' })
  text!: string;

  @Field(() => [String], { description: 'What may be answered.' })
  choices!: string[];
}

@ObjectType({ description: 'The briefing of an edition, as an auditor reads it.' })
export class OwnBriefing {
  @Field(() => String, { description: 'What is to be read.' })
  text!: string;

  @Field(() => [AskedQuestion], { description: 'The questions, in order.' })
  questions!: AskedQuestion[];

  @Field(() => Int, { description: 'How many right answers are needed.' })
  passMark!: number;

  @Field(() => Boolean, { description: 'Whether one has passed it.' })
  passed!: boolean;

  @Field(() => Int, { description: 'How often one has tried.' })
  attempts!: number;
}

@ObjectType({ description: 'What came of one answer.' })
export class AnswerJudged {
  @Field(() => Boolean, { description: 'Whether it was right.' })
  right!: boolean;

  @Field(() => String, { nullable: true, description: 'Why the right one is.' })
  explanation!: string | null;
}

@ObjectType({ description: 'What came of an attempt at a briefing.' })
export class BriefingOutcome {
  @Field(() => Boolean, { description: 'Whether it was enough: tests are then given.' })
  passed!: boolean;

  @Field(() => Int, { description: 'How many were right.' })
  right!: number;

  @Field(() => [AnswerJudged], { description: 'Question by question.' })
  answers!: AnswerJudged[];
}

/** The briefing of an edition: written by staff, read and answered by auditors. */
@Resolver()
export class BriefingResolver {
  @Authorized(...STAFF)
  @Query(() => Briefing, { nullable: true, description: 'The briefing of an edition; null before it was written.' })
  editionBriefing(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<Briefing | null> {
    return service.briefingOf(em, editionId);
  }

  @Authorized(...STAFF)
  @Mutation(() => Briefing, { description: 'Writes the briefing of an edition. Whoever passed it has passed it.' })
  saveBriefing(
    @Ctx() { em }: Context,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('version', () => Int, { description: '0 before the first.' }) version: number,
    @Arg('input', () => BriefingInput) input: BriefingInput,
  ): Promise<Briefing> {
    return service.saveBriefing(em, editionId, version, input);
  }

  @Authorized(...STAFF)
  @Query(() => [BriefingResult], { description: 'All attempts at the briefing of an edition, the last first.' })
  briefingResults(@Ctx() { em }: Context, @Arg('editionId', () => ID) editionId: string): Promise<BriefingResult[]> {
    const where = { briefing: { edition: editionId } };
    return em.find(BriefingResult, where, { orderBy: { answeredAt: 'desc', id: 'asc' } });
  }

  @Authorized(Role.AUDITOR)
  @Query(() => OwnBriefing, { nullable: true, description: 'The briefing of an edition; null when it has none.' })
  async briefing(
    @Ctx() { em }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
  ): Promise<OwnBriefing | null> {
    const auditor = await ownAuditor(em, me);
    const briefing = await service.briefingOf(em, editionId);
    if (!briefing) return null;
    const attempts = await service.attemptsOf(em, briefing, auditor);
    const { text, questions, passMark } = briefing;
    return { text, questions, passMark, attempts: attempts.length, passed: attempts.some(({ passed }) => passed) };
  }

  @Authorized(Role.AUDITOR)
  @Mutation(() => BriefingOutcome, {
    description: 'Answers the questions of a briefing: the choice for each, from 0. The result is kept.',
  })
  async answerBriefing(
    @Ctx() { em, now }: Context,
    @Me() me: Actor,
    @Arg('editionId', () => ID) editionId: string,
    @Arg('answers', () => [Int]) answers: number[],
  ): Promise<BriefingOutcome> {
    const auditor = await ownAuditor(em, me);
    const { passed, right, briefing } = await service.answerBriefing(em, now, auditor, editionId, answers);
    const judged = briefing.getEntity().questions.map((question, i) => ({
      ...{ right: answers[i] === question.right, explanation: question.explanation },
    }));
    return { passed, right, answers: judged };
  }
}
