import { signOut } from '../net/ask.ts';
import type { Test } from '../net/field.graphql.ts';
import { memory } from '../store/db.ts';
import { change, nobody, useField } from '../store/state.ts';
import { turnLanguage, useWords } from '../words/useWords.ts';
import { BriefingsDue } from './BriefingsDue.tsx';
import { Frame } from './Frame.tsx';
import { Orphans } from './Orphans.tsx';
import { QuestionsDue } from './Questions.tsx';
import { type Standing, sorted, standingOf, todayOf, waitingIn } from './standing.ts';

/** My tests: what is late, what is for today, what comes, what is sent. */
export const Home = () => {
  const words = useWords();
  const work = useField(({ work }) => work);
  const online = useField(({ online }) => online);
  const sendings = useField(({ sendings }) => sendings);
  const drafts = useField(({ drafts }) => drafts);
  const standing = (test: Test) => standingOf(test, sendings, drafts[test.id]);
  const groups = sorted(work?.tests ?? [], standing, todayOf(new Date()));
  return (
    <Frame title={words.list.title}>
      <BriefingsDue />
      <QuestionsDue />
      {!work ? <p className="empty">{online ? words.list.first : words.list.firstOffline}</p> : null}
      {work?.tests.length === 0 ? (
        <div className="empty">
          <p>{words.list.empty}</p>
          <p className="muted">{words.list.emptyHelp}</p>
        </div>
      ) : null}
      {(['held', 'late', 'today', 'coming', 'done'] as const).map((place) =>
        groups[place].length > 0 ? (
          <section key={place} aria-labelledby={`list-${place}`}>
            <h2 id={`list-${place}`}>
              {words.list[place]} <span className="muted">{words.list.count(groups[place].length)}</span>
            </h2>
            <ul className="cards">
              {groups[place].map((test) => (
                <Card key={test.id} test={test} standing={standing(test)} />
              ))}
            </ul>
          </section>
        ) : null,
      )}
      <Orphans />
      <Leave />
    </Frame>
  );
};

const Card = ({ test, standing }: { readonly test: Test; readonly standing: Standing }) => {
  const words = useWords();
  const band = `${words.hour(test.fromTime)} – ${words.hour(test.toTime)}`;
  return (
    <li>
      <a href={`#/test/${test.id}`} className="card">
        <span className="row">
          <strong>{test.structureName}</strong>
          <span className={`chip ${standing.toLowerCase()}`}>{words.state[standing]}</span>
        </span>
        <span className="muted">
          {words.channel[test.channel]} · {test.scenarioLabel}
        </span>
        <span className="muted">
          {words.day(new Date(`${test.onDay}T12:00`))}, {band}
        </span>
      </a>
    </li>
  );
};

/** Who works here, the other language, and the way out: what waits is not lost by it. */
const Leave = () => {
  const words = useWords();
  const me = useField(({ me }) => me);
  const waiting = useField(waitingIn);
  const leave = async () => {
    if (waiting > 0 && !confirm(words.signOutPending)) return;
    await signOut().catch(() => {});
    await (await memory()).put('kept', { me: null, work: null }, 'all');
    change(nobody);
  };
  return (
    <p className="aside">
      <span className="muted">{me?.name}</span>
      <a href="#/figures" className="plain">
        {words.figures.title}
      </a>
      <button type="button" className="plain" onClick={turnLanguage} lang={words.other === 'English' ? 'en' : 'fr'}>
        {words.other}
      </button>
      <button type="button" className="plain" onClick={leave}>
        {words.signOut}
      </button>
    </p>
  );
};
