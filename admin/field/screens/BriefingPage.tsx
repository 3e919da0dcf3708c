import { type FormEvent, useState } from 'react';
import { ask, codeOf } from '../net/ask.ts';
import { AnswerBriefing, type OwnBriefing } from '../net/field.graphql.ts';
import { useField } from '../store/state.ts';
import { fetchBeside } from '../store/sync.ts';
import { sentence, useWords } from '../words/useWords.ts';
import { Frame } from './Frame.tsx';

/** What is read, then answered, before tests of an edition are given. */
export const BriefingPage = ({ editionId }: { readonly editionId: string }) => {
  const words = useWords();
  const briefing = useField(({ briefings }) => briefings[editionId]);
  return (
    <Frame title={words.briefing.title} back={{ label: words.test.back, to: '' }}>
      <p className="pre">{briefing?.text}</p>
      {briefing?.passed ? <p className="note success">{words.briefing.passed}</p> : null}
      {briefing && !briefing.passed ? <Questions briefing={briefing} editionId={editionId} /> : null}
    </Frame>
  );
};

/** The questions; answered wrong, they are answered again, with why the right ones are. */
const Questions = ({ briefing, editionId }: { readonly briefing: OwnBriefing; readonly editionId: string }) => {
  const words = useWords();
  const online = useField(({ online }) => online);
  const [said, setSaid] = useState<string | null>(null);
  const [why, setWhy] = useState<readonly (string | null)[]>([]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const answers = briefing.questions.map((_, i) => Number(values.get(`question-${i}`)));
    try {
      const { answerBriefing } = await ask(AnswerBriefing, { editionId, answers });
      await fetchBeside();
      if (answerBriefing.passed) return;
      setWhy(answerBriefing.answers.map(({ right, explanation }) => (right ? null : explanation)));
      setSaid(words.briefing.failed(answerBriefing.right, briefing.questions.length));
    } catch (error) {
      setSaid(sentence(words.refusal, codeOf(error)));
    }
  };
  return (
    <form onSubmit={submit}>
      <p className="muted">{words.briefing.pass(briefing.passMark, briefing.questions.length)}</p>
      {briefing.questions.map(({ text, choices }, i) => (
        <fieldset key={text} className="card question">
          <legend>{text}</legend>
          <div className="choices wide">
            {choices.map((choice, place) => (
              <label key={choice} className="choice">
                <input type="radio" name={`question-${i}`} value={place} required />
                <span>{choice}</span>
              </label>
            ))}
          </div>
          {why[i] ? <p className="note">{why[i]}</p> : null}
        </fieldset>
      ))}
      {said ? (
        <p className="note warning" role="alert">
          {said}
        </p>
      ) : null}
      {online ? null : <p className="muted">{words.briefing.online}</p>}
      <button type="submit" className="primary wide" disabled={!online}>
        {words.briefing.submit}
      </button>
    </form>
  );
};
