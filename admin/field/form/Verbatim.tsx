import { useId } from 'react';
import { LONGEST_VERBATIM } from '../../../server/collect/content.rules.ts';
import type { Identifier } from '../../../server/privacy/span.rules.ts';
import type { Test } from '../net/field.graphql.ts';
import { draftOf, typeInto } from '../store/drafts.ts';
import { useWords } from '../words/useWords.ts';
import { flagsIn } from './asked.ts';

interface VerbatimProps {
  readonly test: Test;
  /** The code of the criterion it is about; "" for the test as a whole. */
  readonly place: string;
  readonly label: string;
}

/** What an auditor says in their own words; what may name an agent is shown where it stands, before anything is sent. */
export const Verbatim = ({ test, place, label }: VerbatimProps) => {
  const words = useWords();
  const id = useId();
  const { verbatims, harmless } = draftOf(test).content;
  const text = verbatims[place] ?? '';
  const flags = flagsIn(test, text, harmless);
  const put = (said: string) => void typeInto(test, { verbatims: { ...verbatims, [place]: said } });
  const replace = ({ start, end, kind }: Identifier) =>
    put(text.slice(0, start) + words.guard.with[kind] + text.slice(end));
  return (
    <div className="verbatim">
      <label>
        {label}
        <textarea
          value={text}
          rows={4}
          maxLength={LONGEST_VERBATIM}
          aria-describedby={flags.length > 0 ? id : undefined}
          onChange={({ target }) => put(target.value)}
        />
      </label>
      {flags.length > 0 ? (
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
              <button
                type="button"
                className="plain"
                onClick={() => void typeInto(test, { harmless: [...harmless, flag.text] })}
              >
                {words.guard.harmless}
              </button>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
};

/** The text with what may name someone marked in it. */
const Marked = ({ text, flags }: { readonly text: string; readonly flags: readonly Identifier[] }) => {
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
