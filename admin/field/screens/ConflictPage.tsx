import { type FormEvent, useState } from 'react';
import { ask, codeOf } from '../net/ask.ts';
import { DeclareConflict, type Test } from '../net/field.graphql.ts';
import { useKept } from '../store/kept.ts';
import { useField } from '../store/state.ts';
import { sync } from '../store/sync.ts';
import { sentence, useWords } from '../words/useWords.ts';
import { Frame } from './Frame.tsx';

/** An auditor says what ties them to a structure: its tests are then given to someone else. */
export const ConflictPage = ({ test }: { readonly test: Test }) => {
  const words = useWords();
  const online = useField(({ online }) => online);
  const [reason, keepReason] = useKept(`conflict ${test.id}`);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    try {
      await ask(DeclareConflict, { assignmentId: test.id, reason: (reason ?? '').trim() });
      keepReason(null);
      location.hash = '#/';
      void sync();
    } catch (error) {
      setRefusal(codeOf(error));
    }
  };
  return (
    <Frame title={words.conflict.title} back={{ label: test.structureName, to: `test/${test.id}` }}>
      <form onSubmit={submit} className="card">
        <p>
          <strong>{test.structureName}</strong>
        </p>
        <p className="muted">{words.conflict.help}</p>
        <label>
          {words.conflict.reason}
          <textarea
            value={reason ?? ''}
            rows={4}
            required
            maxLength={2000}
            onChange={({ target }) => keepReason(target.value)}
          />
        </label>
        {refusal ? (
          <p className="note error" role="alert">
            {sentence(words.refusal, refusal)}
          </p>
        ) : null}
        {online ? null : <p className="note">{words.conflict.online}</p>}
        <button type="submit" className="primary wide" disabled={!online}>
          {words.conflict.submit}
        </button>
      </form>
    </Frame>
  );
};
