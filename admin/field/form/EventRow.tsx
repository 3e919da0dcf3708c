import { type FormEvent, useState } from 'react';
import type { RecordedEvent } from '../../../server/collect/content.rules.ts';
import type { Test } from '../net/field.graphql.ts';
import { draftOf, typeInto } from '../store/drafts.ts';
import { useKept } from '../store/kept.ts';
import { useWords } from '../words/useWords.ts';

/** One thing that happened: when, corrected or not; corrected by hand with a reason, or taken back. */
export const EventRow = ({ test, event }: { readonly test: Test; readonly event: RecordedEvent }) => {
  const words = useWords();
  const [motive, keepMotive] = useKept(`motive ${event.id}`);
  const [open, setOpen] = useState(motive !== null);
  const { events } = draftOf(test).content;
  const put = (changed: readonly RecordedEvent[]) => void typeInto(test, { events: changed });
  const correct = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    const values = new FormData(submitted.currentTarget);
    const at = new Date(String(values.get('at'))).toISOString();
    const corrected = { ...event, at, recordedAt: event.recordedAt ?? event.at, motive: motive ?? event.motive ?? '' };
    keepMotive(null);
    put(events.map((each) => (each.id === event.id ? corrected : each)));
    setOpen(false);
  };
  return (
    <li className="card">
      <p className="row">
        <span>
          <strong>{words.event[event.kind]}</strong> <time dateTime={event.at}>{words.time(new Date(event.at))}</time>
          {event.recordedAt ? <span className="muted"> ({words.event.corrected})</span> : null}
        </span>
        <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.event.correct}
        </button>
      </p>
      {open ? (
        <form onSubmit={correct}>
          <label>
            {words.event.at}
            <input name="at" type="datetime-local" step={1} required defaultValue={localOf(event.at)} />
          </label>
          <label>
            {words.event.motive}
            <input
              value={motive ?? event.motive ?? ''}
              required
              maxLength={200}
              onChange={({ target }) => keepMotive(target.value)}
            />
          </label>
          <p className="row">
            <button type="submit" className="secondary">
              {words.event.save}
            </button>
            <button type="button" className="plain" onClick={() => put(events.filter(({ id }) => id !== event.id))}>
              {words.event.remove}
            </button>
          </p>
        </form>
      ) : null}
    </li>
  );
};

/** An instant as a field of local time takes it. */
function localOf(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
