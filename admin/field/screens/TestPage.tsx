import type { Form, Receipt, Test } from '../net/field.graphql.ts';
import { useField } from '../store/state.ts';
import { sentence, useWords } from '../words/useWords.ts';
import { Frame } from './Frame.tsx';
import { QuestionsOf } from './Questions.tsx';
import { lastSending, receiptFor, standingOf } from './standing.ts';

/** One test before it begins: whom, when, what for, as whom; or what became of it. */
export const TestPage = ({ test }: { readonly test: Test }) => {
  const words = useWords();
  const sendings = useField(({ sendings }) => sendings);
  const draft = useField(({ drafts }) => drafts[test.id]);
  const form = useField(({ work }) => work?.forms.find(({ id }) => id === test.formId));
  const due = useField(({ briefings }) => briefings[test.editionId]?.passed === false);
  const standing = standingOf(test, sendings, draft);
  const receipt = receiptFor(test, sendings);
  const faulty = standing === 'HELD' && receipt?.reason === 'FINDINGS_REFUSED';
  const open = standing === 'TO_DO' || standing === 'DRAFT' || standing === 'RIVAL' || faulty;
  const label = faulty ? words.test.redo : standing === 'TO_DO' ? words.test.begin : words.test.resume;
  return (
    <Frame
      title={test.structureName}
      back={{ label: words.test.back, to: '' }}
      foot={
        open && form ? (
          <a className="primary" href={due ? `#/briefing/${test.editionId}` : `#/test/${test.id}/form/0`}>
            {due ? words.briefing.due : label}
          </a>
        ) : undefined
      }
    >
      <p className="row">
        <span>
          {words.channel[test.channel]} · {test.reference}
          {test.attempt > 1 ? ` · ${words.test.attempt(test.attempt)}` : ''}
        </span>
        <span className={`chip ${standing.toLowerCase()}`}>{words.state[standing]}</span>
      </p>
      {standing === 'WITHDRAWN' ? <p className="note">{test.stateReason ?? words.test.withdrawn}</p> : null}
      {standing === 'HELD' || standing === 'REFUSED' ? (
        <HeldNote receipt={receipt} refused={lastSending(sendings, test.id)?.refusal ?? null} form={form} />
      ) : null}
      {standing === 'SENT' ? <p className="note success">{words.test.sentAs}</p> : null}
      {!form ? <p className="note warning">{words.test.noForm}</p> : null}
      <QuestionsOf test={test} />
      <Brief test={test} />
      {standing === 'TO_DO' || standing === 'DRAFT' ? (
        <p>
          <a href={`#/test/${test.id}/conflict`} className="plain">
            {words.test.conflict}
          </a>
        </p>
      ) : null}
    </Frame>
  );
};

/** When, what for, and as whom. */
export const Brief = ({ test }: { readonly test: Test }) => {
  const words = useWords();
  const { personaName, personaMailbox, personaLine, personaAddress } = test;
  const reached = [
    [words.test.mailbox, personaMailbox],
    [words.test.line, personaLine],
    [words.test.address, personaAddress],
  ].filter(([, value]) => value);
  const place = [test.town, test.departmentCode].filter(Boolean).join(', ');
  return (
    <dl className="brief">
      <dt>{words.test.when}</dt>
      <dd>
        {words.day(new Date(`${test.onDay}T12:00`))},{' '}
        {words.test.between(words.hour(test.fromTime), words.hour(test.toTime))}
      </dd>
      <dt>{words.test.whom}</dt>
      <dd>
        {test.structureName}
        {place ? <span className="muted"> ({place})</span> : null}
      </dd>
      <dt>{words.test.what}</dt>
      <dd>
        <strong>{test.scenarioLabel}</strong>
        <p className="pre">{test.instructions}</p>
      </dd>
      {personaName ? (
        <>
          <dt>{words.test.who}</dt>
          <dd>
            <strong>{personaName}</strong>
            {reached.map(([label, value]) => (
              <span key={label} className="line">
                <span className="muted">{label}</span> {value}
              </span>
            ))}
          </dd>
        </>
      ) : null}
    </dl>
  );
};

interface HeldNoteProps {
  readonly receipt: Receipt | null;
  readonly refused: string | null;
  readonly form: Form | undefined;
}

/** Why a test waits, what cannot stand in it, and what staff said. */
const HeldNote = ({ receipt, refused, form }: HeldNoteProps) => {
  const words = useWords();
  const labelOf = (place: string) => form?.questions.find(({ code }) => code === place)?.label ?? place;
  if (!receipt)
    return (
      <p className="note warning">
        {words.held.here} <span className="muted">({refused})</span>
      </p>
    );
  return (
    <div className="note warning">
      {receipt.reason ? <p>{words.held[receipt.reason]}</p> : null}
      {receipt.faults.length > 0 ? (
        <ul>
          {receipt.faults.map(({ place, reason }) => (
            <li key={`${place} ${reason}`}>
              « {labelOf(place)} » {sentence(words.fault, reason)}
            </li>
          ))}
        </ul>
      ) : null}
      <p>{receipt.settledMotive ?? words.held.staff}</p>
    </div>
  );
};
