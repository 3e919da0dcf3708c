import { type FormEvent, useState } from 'react';
import { codeOf, giveCode, signIn } from '../net/ask.ts';
import { change } from '../store/state.ts';
import { fetchWork, readOutgoing, sync } from '../store/sync.ts';
import { remember } from '../store/wake.ts';
import { sentence, turnLanguage, useWords } from '../words/useWords.ts';

/** Address and password, then the code of those who asked for one: once, then the device remembers. */
export const SignIn = () => {
  const words = useWords();
  const [coded, setCoded] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const said = (name: string) => String(values.get(name) ?? '').trim();
    setBusy(true);
    setRefusal(null);
    try {
      if (coded) await giveCode(said('code').replace(/\s/g, ''));
      else if (await signIn(said('email'), String(values.get('password')))) return setCoded(true);
      await enter();
    } catch (error) {
      setRefusal(codeOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="door">
      <h1>{words.signIn.title}</h1>
      <p className="muted">{words.signIn.help}</p>
      <form onSubmit={submit}>
        {coded ? (
          <label>
            {words.signIn.code}
            <input name="code" inputMode="numeric" autoComplete="one-time-code" required />
          </label>
        ) : (
          <>
            <label>
              {words.signIn.email}
              <input name="email" type="email" inputMode="email" autoComplete="username" required />
            </label>
            <label>
              {words.signIn.password}
              <input name="password" type="password" autoComplete="current-password" required />
            </label>
          </>
        )}
        {refusal ? (
          <p className="note error" role="alert">
            {refusal === 'FORBIDDEN' ? words.net.forbidden : sentence(words.refusal, refusal)}
          </p>
        ) : null}
        <button type="submit" className="primary" disabled={busy}>
          {words.signIn.submit}
        </button>
      </form>
      <p className="aside">
        <a href="/forgotten">{words.signIn.forgotten}</a>
        <button type="button" className="plain" onClick={turnLanguage} lang={words.other === 'English' ? 'en' : 'fr'}>
          {words.other}
        </button>
      </p>
    </main>
  );
};

/** What the device remembers of whoever signs in comes back with them, and what waited leaves. */
async function enter(): Promise<void> {
  const { id } = await fetchWork();
  await remember(id);
  await readOutgoing();
  change({ locked: null, online: true });
  if (location.hash.startsWith('#/sign-in')) location.hash = '#/';
  void sync();
}
