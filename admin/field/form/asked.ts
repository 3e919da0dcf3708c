import type { Content, RecordedEvent } from '../../../server/collect/content.rules.ts';
import { knownOf } from '../../../server/privacy/known.rules.ts';
import { identifiersIn } from '../../../server/privacy/privacy.rules.ts';
import type { Identifier } from '../../../server/privacy/span.rules.ts';
import { askedOf, isRight } from '../../kernel/form/form.ts';
import type { Form, Question, Test } from '../net/field.graphql.ts';

/** What happens on each channel, in the order in which it does. */
const events: Readonly<Record<Test['channel'], readonly RecordedEvent['kind'][]>> = {
  PHONE: ['ATTEMPTED', 'RANG', 'CONNECTED'],
  EMAIL: ['SENT', 'ACKNOWLEDGED', 'ANSWERED'],
  LETTER: ['SENT', 'ACKNOWLEDGED', 'ANSWERED'],
  SOCIAL: ['SENT', 'ACKNOWLEDGED', 'ANSWERED'],
  RECEPTION: [],
  WEBSITE: [],
};

/** The events that are noted in a test: those of its channel, and those a delay of the grid lies between. */
export const eventsOf = (channel: Test['channel'], { questions }: Form): readonly RecordedEvent['kind'][] => {
  const delays = questions.flatMap(({ delay }) => (delay ? [delay.from, delay.to] : []));
  return [...new Set([...events[channel], ...delays])];
};

/** A page of the form: what is noted in time, some questions of a step, or the last look before sending. */
export type Page =
  | { readonly kind: 'TIMELINE' }
  | { readonly kind: 'STEP'; readonly label: string; readonly questions: readonly Question[] }
  | { readonly kind: 'REVIEW' };

/** Most questions of a page: a step that has more is parted. */
const MOST_QUESTIONS = 6;

/** The pages of a form as far as it is asked, given the answers so far. */
export function pagesOf(form: Form, channel: Test['channel'], { answers }: Content): readonly Page[] {
  const steps = Map.groupBy(askedOf(form.questions, answers), ({ stepLabel }) => stepLabel);
  const pages = [...steps].flatMap(([label, questions]) =>
    Array.from(
      { length: Math.ceil(questions.length / MOST_QUESTIONS) },
      (_, i): Page => ({
        ...{ kind: 'STEP', label },
        questions: questions.slice(i * MOST_QUESTIONS, (i + 1) * MOST_QUESTIONS),
      }),
    ),
  );
  const timeline: readonly Page[] = eventsOf(channel, form).length > 0 ? [{ kind: 'TIMELINE' }] : [];
  return [...timeline, ...pages, { kind: 'REVIEW' }];
}

/** Whether a question has its answer: a value that fits, a reason for none, or the events it is derived from. */
export function isAnswered(question: Question, { answers, events }: Content): boolean {
  const answer = answers[question.code];
  if (answer && 'absence' in answer) return true;
  if (question.delay) return begins(question, events);
  return answer !== undefined && isRight(question, answer.value);
}

/** Whether the timeline says when a delay begins. */
export const begins = ({ delay }: Question, events: readonly RecordedEvent[]): boolean =>
  delay !== null && events.some(({ kind }) => kind === delay.from);

/** The questions that wait for an answer, each with its page. */
export const missingIn = (pages: readonly Page[], content: Content) =>
  pages.flatMap((page, i) =>
    page.kind === 'STEP'
      ? page.questions.filter((question) => !isAnswered(question, content)).map((question) => ({ question, page: i }))
      : [],
  );

/** What in a text may identify an agent, but what its author says names nobody. */
export const flagsIn = (test: Test, text: string, harmless: readonly string[]): Identifier[] =>
  identifiersIn(text, knownOf(test.structureName, test.town)).filter((each) => !harmless.includes(each.text));
