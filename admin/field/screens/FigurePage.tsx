import { useEffect, useState } from 'react';
import { ask, codeOf } from '../net/ask.ts';
import { type Figure, type FigureTest, OwnFigureTests } from '../net/field.graphql.ts';
import { useField } from '../store/state.ts';
import { sentence, useWords } from '../words/useWords.ts';
import { Frame } from './Frame.tsx';

/** The tests that one of my figures counts, by day: read from the server, since what it counts is decided there. */
export const FigurePage = ({ editionId, figure }: { readonly editionId: string; readonly figure: Figure }) => {
  const words = useWords();
  const { tests, refusal, all } = useTestsOf(editionId, figure);
  return (
    <Frame title={words.figures.name[figure]} back={{ label: words.figures.title, to: 'figures' }}>
      <p className="muted">{words.figures.more[figure]}</p>
      {refusal ? (
        <p className="note warning" role="status">
          {refusal === 'UNREACHABLE' ? words.figures.online : sentence(words.refusal, refusal)}
        </p>
      ) : null}
      {!tests && !refusal ? <p className="empty">{words.figures.coming}</p> : null}
      {tests?.length === 0 ? <p className="empty">{words.figures.nothing}</p> : null}
      <ul className="cards">
        {tests?.map((test) => (
          <li key={test.id}>
            <Line test={test} />
          </li>
        ))}
      </ul>
      {tests && all > tests.length ? <p className="muted">{words.figures.first(tests.length, all)}</p> : null}
    </Frame>
  );
};

/** A test that is on this device opens there. */
const Line = ({ test }: { readonly test: FigureTest }) => {
  const words = useWords();
  const here = useField(({ work }) => work?.tests.some(({ id }) => id === test.id) ?? false);
  const { id, structure, reference, channel, onDay, performedOn, state, auditState } = test;
  const on = (day: string) => words.day(new Date(`${day}T12:00`));
  const body = (
    <>
      <span className="row">
        <strong>{structure}</strong>
        <span className="chip">{auditState ? words.figures.control[auditState] : words.figures.plan[state]}</span>
      </span>
      <span className="muted">
        {words.channel[channel]} · {reference}
      </span>
      <span className="muted">
        {performedOn && performedOn !== onDay ? words.figures.doneOn(on(onDay), on(performedOn)) : on(onDay)}
      </span>
    </>
  );
  return here ? (
    <a href={`#/test/${id}`} className="card">
      {body}
    </a>
  ) : (
    <div className="card">{body}</div>
  );
};

/** As many as are shown: an auditor has a few dozen tests in an edition. */
const SHOWN = 100;

function useTestsOf(editionId: string, figure: Figure) {
  const online = useField(({ online }) => online);
  const [tests, setTests] = useState<readonly FigureTest[] | null>(null);
  const [all, setAll] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the network comes back
  useEffect(() => {
    let wanted = true;
    ask(OwnFigureTests, { editionId, figure, perPage: SHOWN }).then(
      ({ myQualityTests: { items, total } }) => {
        if (!wanted) return;
        setTests(items);
        setAll(total);
        setRefusal(null);
      },
      (error) => wanted && setRefusal(codeOf(error)),
    );
    return () => {
      wanted = false;
    };
  }, [editionId, figure, online]);
  return { tests, refusal, all };
}
