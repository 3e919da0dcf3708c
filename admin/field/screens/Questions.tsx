import type { ControlQuestion, Test } from '../net/field.graphql.ts';
import type { Reply } from '../store/db.ts';
import { useField } from '../store/state.ts';
import { useWords } from '../words/useWords.ts';

/** Where a question stands, as whoever is asked sees it. */
export type Answering = 'OPEN' | 'WAITING' | 'REFUSED' | 'ANSWERED' | 'CLOSED';

/** Where a question stands, from what this device and the server know. */
export function answeringOf({ state }: ControlQuestion, reply: Reply | undefined): Answering {
  if (state !== 'OPEN') return reply?.refusal ? 'REFUSED' : state;
  if (reply?.refusal) return 'REFUSED';
  return reply ? (reply.sent ? 'ANSWERED' : 'WAITING') : 'OPEN';
}

/** The questions that wait for an answer, of all tests. */
export const QuestionsDue = () => {
  const words = useWords();
  const all = useField(({ questions }) => questions);
  const replies = useField(({ replies }) => replies);
  const due = all.filter((question) => {
    const stands = answeringOf(
      question,
      replies.find(({ questionId }) => questionId === question.id),
    );
    return stands === 'OPEN' || stands === 'WAITING' || (stands === 'REFUSED' && question.state !== 'CLOSED');
  });
  if (due.length === 0) return null;
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">
        {words.question.title} <span className="muted">{words.question.count(due.length)}</span>
      </h2>
      <List questions={due} />
    </section>
  );
};

/** What was asked about one test, settled or not. */
export const QuestionsOf = ({ test }: { readonly test: Test }) => {
  const words = useWords();
  const all = useField(({ questions }) => questions);
  const own = all.filter(({ assignmentId }) => assignmentId === test.id);
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{words.question.title}</h2>
      <List questions={own} />
    </section>
  );
};

const List = ({ questions }: { readonly questions: readonly ControlQuestion[] }) => {
  const words = useWords();
  const replies = useField(({ replies }) => replies);
  const tests = useField(({ work }) => work?.tests);
  return (
    <ul className="cards">
      {questions.map((question) => {
        const stands = answeringOf(
          question,
          replies.find(({ questionId }) => questionId === question.id),
        );
        const name = tests?.find(({ id }) => id === question.assignmentId)?.structureName ?? question.reference;
        return (
          <li key={question.id}>
            <a href={`#/question/${question.id}`} className="card">
              <span className="row">
                <strong>{question.criterion.label}</strong>
                <span className={`chip ${chips[stands]}`}>{words.question.state[stands]}</span>
              </span>
              <span className="muted">{name}</span>
              <span>{question.asked}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
};

/** How each state is drawn, as those of tests are. */
export const chips: Readonly<Record<Answering, string>> = {
  ...{ OPEN: 'held', WAITING: 'waiting', REFUSED: 'refused', ANSWERED: 'sent', CLOSED: 'sent' },
};
