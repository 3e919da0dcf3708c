import { useEffect, useState } from 'react';
import type { RecordedEvent } from '../../../server/collect/content.rules.ts';
import type { Form, Test } from '../net/field.graphql.ts';
import { Brief } from '../screens/TestPage.tsx';
import { draftOf, typeInto } from '../store/drafts.ts';
import { useWords } from '../words/useWords.ts';
import { eventsOf } from './asked.ts';
import { EventRow } from './EventRow.tsx';

/** What happens, noted as it does: one large button for each, its instant taken at the touch. */
export const Timeline = ({ test, form }: { readonly test: Test; readonly form: Form }) => {
  const words = useWords();
  const { events } = draftOf(test).content;
  const inOrder = events.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const note = (kind: RecordedEvent['kind']) =>
    void typeInto(test, { events: [...events, { id: crypto.randomUUID(), kind, at: new Date().toISOString() }] });
  return (
    <>
      <details className="card">
        <summary>{words.test.what}</summary>
        <Brief test={test} />
      </details>
      <div className="happen">
        {eventsOf(test.channel, form).map((kind) => {
          const count = events.filter((event) => event.kind === kind).length;
          return (
            <button key={kind} type="button" className="secondary big" onClick={() => note(kind)}>
              {words.event[kind]}
              {count > 0 ? <span className="count">{count}</span> : null}
            </button>
          );
        })}
      </div>
      <Timer events={events} />
      {inOrder.length === 0 ? <p className="muted">{words.event.none}</p> : null}
      <ol className="events">
        {inOrder.map((event) => (
          <EventRow key={event.id} test={test} event={event} />
        ))}
      </ol>
    </>
  );
};

/** Milliseconds after which nobody waits on the line any more. */
const LONGEST_CALL = 30 * 60_000;

/** Seconds since the last call, while nobody picked up. */
const Timer = ({ events }: { readonly events: readonly RecordedEvent[] }) => {
  const words = useWords();
  const [, tick] = useState(0);
  const last = events.filter(({ kind }) => kind === 'ATTEMPTED').at(-1);
  const answered = last && events.some(({ kind, at }) => kind === 'CONNECTED' && at >= last.at);
  const runs = last !== undefined && !answered && Date.now() - Date.parse(last.at) < LONGEST_CALL;
  useEffect(() => {
    if (!runs) return;
    const beat = setInterval(() => tick((n) => n + 1), 1000);
    return () => clearInterval(beat);
  }, [runs]);
  if (!runs) return null;
  const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(last.at)) / 1000));
  return (
    <p className="timer">
      <span role="timer">
        {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
      </span>{' '}
      <span className="muted">{words.event.since}</span>
    </p>
  );
};
