import { useState } from 'react';
import { sendTo } from '../kernel/upload.ts';
import { useRefusalInWords } from '../kernel/useAct.ts';
import {
  asSpeaker,
  type ClaimInput,
  type Exhibit,
  exhibitsAt,
  type OwnClaim,
  type Reading,
  RemoveExhibit,
  SaveClaim,
  type Speaker,
  SubmitClaim,
  WithdrawClaim,
} from './provisional.graphql.ts';

/** What is contested in the claim that is being written. */
export interface Point {
  readonly code: string;
  readonly label: string;
  readonly statement: string;
}

/** The claims of a structure, and the one that is being written: kept here until it is saved or submitted. */
export function useClaims(speaker: Speaker, reading: Reading) {
  const saved = reading.claims.find(({ state }) => state === 'DRAFT');
  const [claims, setClaims] = useState<readonly OwnClaim[]>(reading.claims.filter((claim) => claim !== saved));
  const [draft, setDraft] = useState<OwnClaim | null>(saved ?? null);
  const [points, setPoints] = useState<readonly Point[]>(saved?.points ?? []);
  const [name, setName] = useState(saved?.authorName ?? '');
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const words = useRefusalInWords();
  const { enrolmentId } = speaker;

  const attempt = async (deed: () => Promise<void>, done: string): Promise<void> => {
    setPending(true);
    setRefusal(null);
    setSaid(null);
    try {
      await deed();
      setSaid(done);
    } catch (error) {
      setRefusal(words(error));
    } finally {
      setPending(false);
    }
  };
  const kept = async (): Promise<OwnClaim> => {
    const input: ClaimInput = { authorName: name, points: points.map(({ code, statement }) => ({ code, statement })) };
    const version = draft?.version ?? null;
    const { saveClaim } = await asSpeaker(speaker, SaveClaim, { enrolmentId, id: draft?.id ?? null, version, input });
    setDraft(saveClaim);
    return saveClaim;
  };
  const change = (code: string, exhibits: (all: readonly Exhibit[]) => Exhibit[]) =>
    setDraft(
      (draft) =>
        draft && {
          ...draft,
          points: draft.points.map((each) =>
            each.code === code ? { ...each, exhibits: exhibits(each.exhibits) } : each,
          ),
        },
    );
  const clear = () => {
    setDraft(null);
    setPoints([]);
  };
  return {
    ...{ claims, draft, points, name, pending, refusal, said, setName },
    contest: (point: Omit<Point, 'statement'>) =>
      setPoints((all) => (all.some(({ code }) => code === point.code) ? all : [...all, { ...point, statement: '' }])),
    write: (code: string, statement: string) =>
      setPoints((all) => all.map((each) => (each.code === code ? { ...each, statement } : each))),
    drop: (code: string) => setPoints((all) => all.filter((each) => each.code !== code)),
    exhibitsOf: (code: string): readonly Exhibit[] => draft?.points.find((each) => each.code === code)?.exhibits ?? [],
    /** Keeps the draft as it is typed, then sends a file for one of its criteria; thrown when either is refused. */
    attach: async (code: string, file: File, progress: (share: number) => void) => {
      const { points } = await kept();
      const point = points.find((each) => each.code === code)?.id ?? '';
      const exhibit = await sendTo<Exhibit>(exhibitsAt(speaker, point), file, progress);
      change(code, (all) => [...all, exhibit]);
    },
    detach: async (code: string, id: string) => {
      await asSpeaker(speaker, RemoveExhibit, { enrolmentId, id });
      change(code, (all) => all.filter((each) => each.id !== id));
    },
    keep: () => attempt(async () => void (await kept()), 'provisional.kept'),
    submit: () =>
      attempt(async () => {
        const { id, version } = await kept();
        const { submitClaim } = await asSpeaker(speaker, SubmitClaim, { enrolmentId, id, version });
        setClaims((all) => [...all, submitClaim]);
        clear();
      }, 'provisional.submitted'),
    discard: () =>
      attempt(async () => {
        if (draft) await asSpeaker(speaker, WithdrawClaim, { enrolmentId, id: draft.id });
        clear();
      }, 'provisional.withdrawn'),
    withdraw: (id: string) =>
      attempt(async () => {
        await asSpeaker(speaker, WithdrawClaim, { enrolmentId, id });
        setClaims((all) => all.map((each) => (each.id === id ? { ...each, state: 'WITHDRAWN' } : each)));
      }, 'provisional.withdrawn'),
  };
}

export type Claims = ReturnType<typeof useClaims>;
