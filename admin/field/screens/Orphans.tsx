import { useField } from '../store/state.ts';
import { sendOrphan } from '../store/sync.ts';
import { useWords } from '../words/useWords.ts';
import { lastSending } from './standing.ts';

/** What was typed in tests that are no longer one's own: it is shown, and can be sent, so that nothing of it is lost. */
export const Orphans = () => {
  const words = useWords();
  const work = useField(({ work }) => work);
  const drafts = useField(({ drafts }) => drafts);
  const sendings = useField(({ sendings }) => sendings);
  if (!work) return null;
  const mine = new Set(work.tests.map(({ id }) => id));
  const ids = [...new Set([...sendings.map(({ assignmentId }) => assignmentId), ...Object.keys(drafts)])];
  const orphans = ids.filter((id) => !mine.has(id));
  if (orphans.length === 0) return null;
  return (
    <section aria-labelledby="orphans">
      <h2 id="orphans">{words.orphan.title}</h2>
      <p className="muted">{words.orphan.help}</p>
      {orphans.map((id) => {
        const sending = lastSending(sendings, id);
        const draft = drafts[id];
        const reason = sending?.receipt?.reason;
        return (
          <div key={id} className="card">
            <p className="row">
              <strong>{sending?.name ?? draft?.name}</strong>
              <span className="chip held">
                {words.state[!sending ? 'DRAFT' : sending.receipt ? 'HELD' : 'WAITING']}
              </span>
            </p>
            {reason ? <p>{words.held[reason]}</p> : null}
            {sending?.receipt?.settledMotive ? <p>{sending.receipt.settledMotive}</p> : null}
            {!sending && draft ? (
              <button type="button" className="secondary" onClick={() => void sendOrphan(draft)}>
                {words.orphan.send}
              </button>
            ) : null}
          </div>
        );
      })}
    </section>
  );
};
