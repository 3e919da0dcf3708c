import { useSyncExternalStore } from 'react';
import type { Work } from '../net/field.graphql.ts';
import type { Briefings, Exhibit, LocalDraft, Me, Sending } from './db.ts';

/** What the screens show. */
export interface State {
  /** Whether the memory of the device was read. */
  readonly awake: boolean;
  readonly me: Me | null;
  /** Why the server lets nobody in now, though someone works here: their session is over, or their account closed. */
  readonly locked: string | null;
  readonly work: Work | null;
  readonly briefings: Briefings;
  readonly drafts: Readonly<Record<string, LocalDraft>>;
  readonly sendings: readonly Sending[];
  readonly exhibits: readonly Exhibit[];
  readonly online: boolean;
  readonly syncing: boolean;
  /** By how many milliseconds the clock of the device is behind, as last measured; null before. */
  readonly skew: number | null;
}

let state: State = {
  ...{ awake: false, me: null, locked: null, work: null, briefings: {}, drafts: {}, sendings: [], exhibits: [] },
  ...{ online: navigator.onLine, syncing: false, skew: null },
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
