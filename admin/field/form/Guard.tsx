import type { Identifier } from '../../../server/privacy/span.rules.ts';
import { useWords } from '../words/useWords.ts';

interface GuardProps {
  /** What the text it is about is described by. */
  readonly id: string;
  readonly text: string;
  readonly flags: readonly Identifier[];
  readonly onText: (text: string) => void;
  /** Its author says that a passage names nobody. */
  readonly onHarmless: (passage: string) => void;
}

/** What in a text may name an agent, where it stands, with what to put instead: nothing leaves before it is settled. */
export const Guard = ({ id, text, flags, onText, onHarmless }: GuardProps) => {
  const words = useWords();
  if (flags.length === 0) return null;
  const replace = ({ start, end, kind }: Identifier) =>
    onText(text.slice(0, start) + words.guard.with[kind] + text.slice(end));
  return (
    <div id={id} className="note warning" role="status">
      <p>
        <strong>{words.guard.title}.</strong> {words.guard.help}
      </p>
      <Marked text={text} flags={flags} />
      {flags.map((flag) => (
        <div key={flag.start} className="flag">
          <p>{words.guard.said(flag.text, words.guard[flag.kind])}</p>
          <button type="button" className="secondary" onClick={() => replace(flag)}>
            {words.guard.replace(words.guard.with[flag.kind])}
          </button>
          <button type="button" className="plain" onClick={() => onHarmless(flag.text)}>
            {words.guard.harmless}
          </button>
        </div>
      ))}
    </div>
  );
};

/** The text with what may name someone marked in it. */
const Marked = ({ text, flags }: Pick<GuardProps, 'text' | 'flags'>) => {
  const ends = [0, ...flags.map(({ end }) => end)];
  return (
    <p className="marked">
      {flags.map(({ start, end }, i) => (
        <span key={start}>
          {text.slice(ends[i], start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </p>
  );
};
