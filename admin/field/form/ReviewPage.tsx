import type { Form, Test } from '../net/field.graphql.ts';
import { draftOf } from '../store/drafts.ts';
import { useField } from '../store/state.ts';
import { send } from '../store/sync.ts';
import { useWords } from '../words/useWords.ts';
import { flagsIn, missingIn, type Page } from './asked.ts';
import { Exhibits } from './Exhibits.tsx';
import { Verbatim } from './Verbatim.tsx';

interface ReviewPageProps {
  readonly test: Test;
  readonly form: Form;
  readonly pages: readonly Page[];
}

/** The last look: one's own words, what is missing, what may name someone; then it leaves. */
export const ReviewPage = ({ test, form, pages }: ReviewPageProps) => {
  const words = useWords();
  const online = useField(({ online }) => online);
  const { content, rival } = draftOf(test);
  const missing = missingIn(pages, content);
  const flagged = Object.values(content.verbatims).flatMap((text) => flagsIn(test, text, content.harmless)).length;
  const ready = missing.length === 0 && flagged === 0 && !rival;
  const leave = async () => {
    try {
      await send(test, form.gridId);
      location.hash = '#/';
    } catch {
      // Neither kept nor sent: the form stays, and why stands above it.
    }
  };
  return (
    <>
      <div className="card">
        <Verbatim test={test} place="" label={words.form.general} />
        <p className="muted">{words.form.generalHelp}</p>
        <Exhibits test={test} criterion={null} />
      </div>
      <section className="card" aria-labelledby="missing">
        <h2 id="missing">{words.review.missing}</h2>
        {missing.length === 0 ? <p>{words.review.none}</p> : null}
        <ul className="missing">
          {missing.map(({ question, page }) => (
            <li key={question.id}>
              <a href={`#/test/${test.id}/form/${page}`}>{question.label}</a>
            </li>
          ))}
        </ul>
        {flagged > 0 ? <p className="note warning">{words.review.flagged(flagged)}</p> : null}
      </section>
      {online ? null : <p className="muted">{words.review.offline}</p>}
      <button type="button" className="primary wide" disabled={!ready} onClick={() => void leave()}>
        {online ? words.review.send : words.review.sendOffline}
      </button>
    </>
  );
};
