import type { Condition } from '../../../server/score/condition.rules.ts';
import { isAsked } from '../../../server/score/condition.rules.ts';
import { type CriterionKind, refusalOf, type Scale } from '../../../server/score/scale.rules.ts';

/** A question of the form an auditor fills in, as its grid says it. */
export interface Question {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly guidance: string | null;
  readonly kind: CriterionKind;
  readonly unit: string | null;
  readonly scale: Scale;
  readonly conditions: readonly Condition[];
  /** How it is worked out from events; the auditor then types no value. */
  readonly delay: object | null;
  readonly bonus: boolean;
}

export const absences = ['NOT_APPLICABLE', 'NOT_OFFERED', 'NOT_OBSERVED', 'REFUSED'] as const;
export type Absence = (typeof absences)[number];

/** What was answered to a question: a value, or why there is none. */
export type Answer = { readonly value: string } | { readonly absence: Absence };
export type Answers = Readonly<Record<string, Answer>>;

/** The questions that are asked, given the answers so far; an absent value meets no condition. */
export function askedOf<Q extends Question>(questions: readonly Q[], answers: Answers): readonly Q[] {
  const known = new Map<string, string | null>();
  return questions.filter((question) => {
    const asked = isAsked(question, (code) => known.get(code) ?? null);
    const answer = answers[question.code];
    known.set(
      question.code,
      asked && answer && 'value' in answer && isRight(question, answer.value) ? answer.value : null,
    );
    return asked;
  });
}

/** Whether a value can stand for the answer to a question. */
export const isRight = ({ kind, scale }: Question, value: string): boolean => refusalOf(kind, scale, value) === null;

/** How many of the questions that are asked have an answer. */
export const answeredOf = (asked: readonly Question[], answers: Answers): number =>
  asked.filter((question) => {
    const answer = answers[question.code];
    return (
      question.delay !== null || (answer !== undefined && ('absence' in answer || isRight(question, answer.value)))
    );
  }).length;
