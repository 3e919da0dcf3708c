import type { EntityManager } from '@mikro-orm/postgresql';
import { Measurement } from '../audit/audit.ts';
import { type Actor, Role } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { oneOf } from '../kernel/page.ts';
import { visibleQuestions } from './control.policy.ts';
import { heldAudit, touch } from './held.ts';
import { Question, QuestionState } from './question.ts';

/** Asks about one criterion of a test that was read at a version. */
export function askQuestion(
  em: EntityManager,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  said: { readonly auditId: string; readonly version: number; readonly criterionId: string; readonly text: string },
): Promise<Question> {
  return em.transactional(async (em) => {
    const audit = await heldAudit(em, actor, said.auditId, said.version);
    const { criterion } = await em.findOneOrFail(Measurement, { audit, criterion: said.criterionId });
    await touch(em, audit);
    const question = em.create(Question, { audit, criterion, asked: said.text, askedBy: actor.id, askedAt: now });
    await em.flush();
    return question;
  });
}

/** Answers a question: the auditor who made the test, or whoever answers for the agency that did. */
export function answerQuestion(
  em: EntityManager,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  id: string,
  text: string,
): Promise<Question> {
  return em.transactional(async (em) => {
    const question = await heldQuestion(em, actor, id);
    if (question.state !== QuestionState.OPEN) throw new Refusal('QUESTION_STATE', { state: question.state });
    Object.assign(question, { state: QuestionState.ANSWERED, answer: text, answeredBy: actor.id, answeredAt: now });
    await em.flush();
    return question;
  });
}

/** Closes a question, answered or not, with what is concluded from it. Whoever answered does not conclude. */
export function closeQuestion(
  em: EntityManager,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  id: string,
  text: string,
): Promise<Question> {
  return em.transactional(async (em) => {
    const question = await heldQuestion(em, actor, id);
    if (question.state === QuestionState.CLOSED) throw new Refusal('QUESTION_STATE', { state: question.state });
    if (question.answeredBy === actor.id) throw new Refusal('QUESTION_OWN');
    Object.assign(question, { state: QuestionState.CLOSED, conclusion: text, closedBy: actor.id, closedAt: now });
    await em.flush();
    return question;
  });
}

/** A question one may see, on a test that nobody else touches meanwhile. */
async function heldQuestion(em: EntityManager, actor: Actor, id: string): Promise<Question> {
  const question = await oneOf(em, Question, id, visibleQuestions(actor));
  // An auditor sees the question, and not the test.
  const seen = actor.role === Role.AUDITOR ? { ...actor, role: Role.CONTROLLER } : actor;
  await touch(em, await heldAudit(em, seen, question.audit.id, null));
  return em.refreshOrFail(question);
}
