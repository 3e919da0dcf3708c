import { useSyncExternalStore } from 'react';
import type { ControlQuestion, Work } from '../net/field.graphql.ts';
import type { Briefings, Exhibit, LocalDraft, Me, Qualities, Reply, Sending } from './db.ts';

/** What the screens show. */
export interface State {
  /** Whether the memory of the device was read. */
  readonly awake: boolean;
  readonly me: Me | null;
  /** Why the server lets nobody in now, though someone works here: their session is over, or their account closed. */
  readonly locked: string | null;
  readonly work: Work | null;
  readonly briefings: Briefings;
  readonly qualities: Qualities;
  readonly questions: readonly ControlQuestion[];
  readonly drafts: Readonly<Record<string, LocalDraft>>;
  readonly sendings: readonly Sending[];
  readonly exhibits: readonly Exhibit[];
  readonly replies: readonly Reply[];
  readonly online: boolean;
  readonly syncing: boolean;
  /** Whether the memory of the device has no room for what was last put into it: it is held by the page alone. */
  readonly full: boolean;
  /** By how many milliseconds the clock of the device is behind, as last measured; null before. */
  readonly skew: number | null;
}

/** What the screens show to whoever is not known here. */
export const nobody = {
  ...{ me: null, locked: null, work: null, briefings: {}, qualities: {}, questions: [] },
  ...{ drafts: {}, sendings: [], exhibits: [], replies: [] },
};

let state: State = {
  ...{ awake: false, ...nobody, online: navigator.onLine, syncing: false, full: false, skew: null },
};
const listeners = new Set<() => void>();

export const now = (): State => state;

export function change(part: Partial<State>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

/** A part of what the screens show; it must come out the same object while it has not changed. */
export const useField = <Part>(part: (state: State) => Part): Part =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => part(state),
  );
