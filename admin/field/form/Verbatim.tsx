import { useId } from 'react';
import { LONGEST_VERBATIM } from '../../../server/collect/content.rules.ts';
import type { Test } from '../net/field.graphql.ts';
import { draftOf, typeInto } from '../store/drafts.ts';
import { flagsIn } from './asked.ts';
import { Guard } from './Guard.tsx';

interface VerbatimProps {
  readonly test: Test;
  /** The code of the criterion it is about; "" for the test as a whole. */
  readonly place: string;
  readonly label: string;
}

/** What an auditor says in their own words; what may name an agent is shown where it stands, before anything is sent. */
export const Verbatim = ({ test, place, label }: VerbatimProps) => {
  const id = useId();
  const { verbatims, harmless } = draftOf(test).content;
  const text = verbatims[place] ?? '';
  const flags = flagsIn(test, text, harmless);
  const put = (said: string) => void typeInto(test, { verbatims: { ...verbatims, [place]: said } });
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
      <Guard
        {...{ id, text, flags, onText: put }}
        onHarmless={(passage) => void typeInto(test, { harmless: [...harmless, passage] })}
      />
    </div>
  );
};
