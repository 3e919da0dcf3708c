import { type ReactNode, useEffect } from 'react';
import { useField } from '../store/state.ts';
import { useWords } from '../words/useWords.ts';
import { waitingIn } from './standing.ts';

interface FrameProps {
  readonly title: string;
  /** Where one comes from: its name and its address; none for the first page. */
  readonly back?: { readonly label: string; readonly to: string };
  /** What stands at the thumb, at the foot of the screen. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** A page: where one is, whether the network is there, and what to do with the thumb. */
export const Frame = ({ title, back, foot, children }: FrameProps) => {
  const words = useWords();
  useEffect(() => {
    document.title = `${title} · ${words.name}`;
  }, [title, words]);
  return (
    <>
      <header className="bar">
        {back ? (
          <a href={`#/${back.to}`} className="back">
            <span aria-hidden>‹</span>
            <span className="sr">{back.label}</span>
          </a>
        ) : null}
        <h1>{title}</h1>
        <Network />
      </header>
      <Locked />
      <main className={foot ? 'footed' : ''}>{children}</main>
      {foot ? <footer className="foot">{foot}</footer> : null}
    </>
  );
};

/** Whether what was typed is with the server, in a word. */
const Network = () => {
  const words = useWords();
  const online = useField(({ online }) => online);
  const syncing = useField(({ syncing }) => syncing);
  const waiting = useField(waitingIn);
  const said = syncing && waiting > 0 ? words.net.syncing : waiting > 0 ? words.net.waiting(waiting) : words.net.saved;
  return (
    <p className={`net ${online ? '' : 'off'}`} role="status">
      {online ? said : waiting > 0 ? `${words.net.offline} · ${said}` : words.net.offline}
    </p>
  );
};

/** Why nothing leaves, when it is not the network. */
const Locked = () => {
  const words = useWords();
  const locked = useField(({ locked }) => locked);
  const skew = useField(({ skew }) => skew);
  const full = useField(({ full }) => full);
  const minutes = Math.round(Math.abs(skew ?? 0) / 60_000);
  return (
    <>
      {locked === 'UNAUTHENTICATED' || locked === 'FORBIDDEN' ? (
        <p className="note warning">
          {locked === 'FORBIDDEN' ? words.net.forbidden : words.net.locked}{' '}
          <a href="#/sign-in">{words.signIn.submit}</a>
        </p>
      ) : null}
      {full ? (
        <p className="note error" role="alert">
          {words.net.full}
        </p>
      ) : null}
      {minutes >= 1 ? <p className="note">{words.net.clock(minutes)}</p> : null}
    </>
  );
};
