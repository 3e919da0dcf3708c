import type { Count } from '../kernel/count/count.ts';

/** What the screen reads of the record of a decision: see `server/jury/record.rules.ts`. */
export interface DecisionRecord {
  readonly award: { readonly label: string };
  readonly laureates: readonly { readonly structure: { readonly name: string }; readonly mention: string | null }[];
  readonly deliberation: Deliberation | null;
}

export interface Deliberation {
  readonly panel: string;
  readonly meeting: { readonly label: string; readonly place: string | null; readonly openedAt: string };
  readonly rules: {
    readonly mode: string;
    readonly quorum: { readonly share: string; readonly strictly: boolean; readonly fewest: number };
  };
  readonly candidates: readonly {
    readonly code: string;
    readonly structure: { readonly name: string };
    readonly withdrawn: string | null;
  }[];
  readonly rounds: readonly Round[];
}

export interface Round {
  readonly round: number;
  readonly brokenOff: string | null;
  readonly members: readonly Member[];
  readonly quorum: { readonly entitled: number; readonly present: number; readonly needed: number };
  readonly presiding: string;
  readonly secretaries: readonly string[];
  readonly motion: { readonly mover: string; readonly motive: string; readonly codes: readonly string[] } | null;
  readonly turnout: Readonly<Record<'cast' | 'votes' | 'blank' | 'invalid' | 'abstained', number>> | null;
  readonly count: Count | null;
  readonly outcome: string | null;
  readonly among: readonly string[];
  readonly casting: { readonly by: string } | null;
  readonly dissents: readonly { readonly name: string; readonly text: string }[];
}

export interface Member {
  readonly name: string;
  readonly quality: string | null;
  readonly office: string;
  readonly attendance: 'PRESENT' | 'ABSENT' | 'RECUSED';
  readonly motive: string | null;
  readonly replaces: string | null;
}

/** The record as it was hashed. Its shape is that of its format: what it lacks was never in it. */
export const recordIn = (text: string): DecisionRecord => JSON.parse(text) as DecisionRecord;
