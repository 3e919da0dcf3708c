import type { Content } from '../../../server/collect/content.rules.ts';
import type { Test } from '../net/field.graphql.ts';
import { choose, draftOf, takeUp } from '../store/drafts.ts';
import { sync } from '../store/sync.ts';
import { useWords } from '../words/useWords.ts';

/** Two devices wrote the same test: whoever did says which goes on, and the other stays beside it. */
export const Rival = ({ test }: { readonly test: Test }) => {
  const words = useWords();
  const { rival, others, content } = draftOf(test);
  const count = ({ answers = {} }: Partial<Content>) => words.rival.filled(Object.keys(answers).length);
  const decide = async (which: 'HERE' | 'THERE') => {
    await choose(test, which);
    void sync();
  };
  return (
    <>
      {rival ? (
        <div className="note warning" role="alert">
          <p>
            <strong>{words.rival.title}</strong>
          </p>
          <p>{words.rival.said(rival.device, words.time(new Date(rival.savedAt)))}</p>
          <p className="row">
            <button type="button" className="secondary" onClick={() => void decide('HERE')}>
              {words.rival.here} ({count(content)})
            </button>
            <button type="button" className="secondary" onClick={() => void decide('THERE')}>
              {words.rival.there} ({count(rival.content)})
            </button>
          </p>
        </div>
      ) : null}
      {others.length > 0 ? (
        <details className="note">
          <summary>{words.rival.others(others.length)}</summary>
          {others.map((other, i) => (
            <p key={other.savedAt} className="row">
              <span>
                {other.device}, {words.day(new Date(other.savedAt))} ({count(other.content)})
              </span>
              <button type="button" className="plain" onClick={() => void takeUp(test, i)}>
                {words.rival.takeUp}
              </button>
            </p>
          ))}
        </details>
      ) : null}
    </>
  );
};
