import { type FormEvent, useId, useState } from 'react';
import { LONGEST_VERBATIM } from '../../../server/collect/content.rules.ts';
import { knownOf } from '../../../server/privacy/known.rules.ts';
import { identifiersIn } from '../../../server/privacy/privacy.rules.ts';
import { Guard } from '../form/Guard.tsx';
import { Told } from '../form/Told.tsx';
import type { ControlQuestion, Test } from '../net/field.graphql.ts';
import { useKept } from '../store/kept.ts';
import { useField } from '../store/state.ts';
import { reply } from '../store/sync.ts';
import { sentence, useWords } from '../words/useWords.ts';
import { Frame } from './Frame.tsx';
import { answeringOf, chips } from './Questions.tsx';

/** What whoever controls asks about one criterion of a test, and what is answered. */
export const QuestionPage = ({ id }: { readonly id: string }) => {
  const words = useWords();
  const question = useField(({ questions }) => questions.find((each) => each.id === id));
  const test = useField(({ work }) => work?.tests.find((each) => each.id === question?.assignmentId));
  const said = useField(({ replies }) => replies.find(({ questionId }) => questionId === id));
  const back = test ? { label: test.structureName, to: `test/${test.id}` } : { label: words.test.back, to: '' };
  if (!question)
    return (
      <Frame title={words.question.one} back={back}>
        <p className="empty">{words.question.none}</p>
      </Frame>
    );
  const stands = answeringOf(question, said);
  const answer = question.answer ?? said?.text;
  return (
    <Frame title={words.question.one} back={back}>
      <p className="row">
        <span>
          {test ? `${test.structureName} · ` : ''}
          {question.reference}
        </span>
        <span className={`chip ${chips[stands]}`}>{words.question.state[stands]}</span>
      </p>
      <div className="card">
        <h2>{question.criterion.label}</h2>
        {test ? <Told test={test} code={question.criterion.code} /> : null}
        <p className="muted">{words.question.asked(new Date(question.askedAt))}</p>
        <p className="pre">{question.asked}</p>
      </div>
      {stands === 'REFUSED' ? (
        <div className="note warning">
          <p>{sentence(words.question.refused, said?.refusal ?? '')}</p>
          <p className="pre">{said?.text}</p>
        </div>
      ) : null}
      {stands === 'OPEN' || (stands === 'REFUSED' && question.state === 'OPEN') ? (
        <Answer question={question} test={test} />
      ) : null}
      {stands === 'WAITING' ? <p className="note">{words.question.waits}</p> : null}
      {answer && stands !== 'REFUSED' ? (
        <div className="card">
          <h2>{words.question.answer}</h2>
          <p className="pre">{answer}</p>
        </div>
      ) : null}
      {question.conclusion ? (
        <div className="card">
          <h2>{words.question.conclusion}</h2>
          <p className="pre">{question.conclusion}</p>
        </div>
      ) : null}
    </Frame>
  );
};

/** Where it is answered: kept at each keystroke, and sent once nothing in it may name anyone. */
const Answer = ({ question, test }: { readonly question: ControlQuestion; readonly test: Test | undefined }) => {
  const words = useWords();
  const id = useId();
  const online = useField(({ online }) => online);
  const [text, keep] = useKept(`question ${question.id}`);
  const [harmless, spare] = useState<readonly string[]>([]);
  const typed = text ?? '';
  const found = identifiersIn(typed, knownOf(test?.structureName ?? '', test?.town ?? null));
  const flags = found.filter((each) => !harmless.includes(each.text));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Without room for it, it stays where it was typed, and why stands above it.
    await reply(question.id, typed.trim()).then(
      () => keep(null),
      () => {},
    );
  };
  return (
    <form onSubmit={submit} className="card">
      <label>
        {words.question.answer}
        <textarea
          value={typed}
          rows={4}
          required
          maxLength={LONGEST_VERBATIM}
          aria-describedby={flags.length > 0 ? id : undefined}
          onChange={({ target }) => keep(target.value)}
        />
      </label>
      <Guard {...{ id, text: typed, flags, onText: keep }} onHarmless={(passage) => spare([...harmless, passage])} />
      {online ? null : <p className="muted">{words.question.offline}</p>}
      <button type="submit" className="primary wide" disabled={typed.trim() === '' || flags.length > 0}>
        {online ? words.question.send : words.review.sendOffline}
      </button>
    </form>
  );
};
