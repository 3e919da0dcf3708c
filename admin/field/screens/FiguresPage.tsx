import { shown } from '../../kernel/quality.ts';
import type { Figure, OwnQuality } from '../net/field.graphql.ts';
import { useField } from '../store/state.ts';
import { useWords } from '../words/useWords.ts';
import { Frame } from './Frame.tsx';

/** How one's own work stands, edition by edition: what each figure counts, out of what, in a sentence. Nobody else's. */
export const FiguresPage = () => {
  const words = useWords();
  const qualities = useField(({ qualities }) => qualities);
  const tests = useField(({ work }) => work?.tests);
  const labels = new Map(tests?.map(({ editionId, editionLabel }) => [editionId, editionLabel]));
  const own = Object.entries(qualities).filter(([id]) => labels.has(id));
  return (
    <Frame title={words.figures.title} back={{ label: words.test.back, to: '' }}>
      <p className="muted">{words.figures.help}</p>
      {own.length === 0 ? <p className="empty">{words.figures.none}</p> : null}
      {own.map(([id, quality]) => (
        <section key={id} aria-labelledby={`figures-${id}`}>
          <h2 id={`figures-${id}`}>{labels.get(id)}</h2>
          <Figures editionId={id} quality={quality} />
        </section>
      ))}
    </Frame>
  );
};

/** The figure that an address names; null for none. */
export const figureIn = (word: string | undefined): Figure | null =>
  shown.find(([figure]) => figure === word)?.[0] ?? null;

/** Each with the tests it counts behind it, but for none. */
const Figures = ({ editionId, quality }: { readonly editionId: string; readonly quality: OwnQuality }) => {
  const words = useWords();
  const { counts, daysWorked, mostInDay } = quality;
  const countOf = (figure: Figure) => counts.find((each) => each.figure === figure)?.count ?? 0;
  return (
    <dl className="figures card">
      {shown.map(([figure, of]) => (
        <div key={figure}>
          <dt>
            <strong>{words.figures.name[figure]}</strong>
            <small className="muted">{words.figures.more[figure]}</small>
          </dt>
          <dd>
            {countOf(figure) > 0 ? (
              <a
                href={`#/figures/${editionId}/${figure}`}
                aria-label={words.figures.open(words.figures.name[figure], countOf(figure))}
              >
                <strong>{countOf(figure)}</strong>
              </a>
            ) : (
              <strong>0</strong>
            )}
            {of ? <small className="muted">{words.figures.outOf(countOf(of))}</small> : null}
          </dd>
        </div>
      ))}
      <div>
        <dt>
          <strong>{words.figures.pace}</strong>
          <small className="muted">{words.figures.paceMore(mostInDay)}</small>
        </dt>
        <dd>
          <strong>{daysWorked}</strong>
        </dd>
      </div>
    </dl>
  );
};
