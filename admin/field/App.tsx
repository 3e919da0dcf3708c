import { useEffect, useState } from 'react';
import { FormPage } from './form/FormPage.tsx';
import { BriefingPage } from './screens/BriefingPage.tsx';
import { ConflictPage } from './screens/ConflictPage.tsx';
import { FigurePage } from './screens/FigurePage.tsx';
import { FiguresPage, figureIn } from './screens/FiguresPage.tsx';
import { Home } from './screens/Home.tsx';
import { QuestionPage } from './screens/QuestionPage.tsx';
import { SignIn } from './screens/SignIn.tsx';
import { TestPage } from './screens/TestPage.tsx';
import { useField } from './store/state.ts';

/** The app: a door for whoever is not known on this device, else what the address says. */
export const App = () => {
  const awake = useField(({ awake }) => awake);
  const me = useField(({ me }) => me);
  const path = usePath();
  const work = useField(({ work }) => work);
  if (!awake) return null;
  if (!me) return <SignIn />;
  const [room, id = '', part, page = ''] = path;
  const test = work?.tests.find((each) => each.id === id);
  if (room === 'test' && test && part === 'form') return <FormPage key={id} test={test} page={Number(page) || 0} />;
  if (room === 'test' && test && part === 'conflict') return <ConflictPage test={test} />;
  if (room === 'test' && test) return <TestPage test={test} />;
  if (room === 'briefing') return <BriefingPage editionId={id} />;
  if (room === 'question') return <QuestionPage key={id} id={id} />;
  const figure = figureIn(part);
  if (room === 'figures' && figure) return <FigurePage key={path.join()} editionId={id} figure={figure} />;
  if (room === 'figures') return <FiguresPage />;
  if (room === 'sign-in') return <SignIn />;
  return <Home />;
};

/** The parts of the address behind the #: no address of the app needs the server. */
function usePath(): readonly string[] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => {
      setHash(location.hash);
      scrollTo(0, 0);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return hash.replace(/^#\/?/, '').split('/');
}
