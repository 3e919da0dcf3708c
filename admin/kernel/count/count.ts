/** What the server says of a count, in the terms of its mode: see `server/jury/record.rules.ts`. */
export type Count =
  | { readonly mode: 'RATIFY'; readonly for: number; readonly against: number }
  | {
      readonly mode: 'RANK';
      readonly candidates: readonly string[];
      /** How many jurors prefer the candidate of the row to that of the column. */
      readonly preferences: readonly (readonly number[])[];
      readonly places: readonly Place[];
    }
  | { readonly mode: 'MAJORITY_JUDGMENT'; readonly merits: readonly Merit[]; readonly places: readonly Place[] }
  | { readonly mode: 'SCORE'; readonly scores: readonly Spread[]; readonly places: readonly Place[] };

export interface Place {
  readonly candidate: string;
  readonly place: number;
}

export interface Merit {
  readonly candidate: string;
  /** How many gave each grade, the best first. */
  readonly profile: readonly number[];
  readonly majorityGrade: string | null;
  /** The majority gauge: how many gave a better grade, and how many a worse one. */
  readonly better: number;
  readonly worse: number;
}

/** Exact fractions, such as "37/3". */
export interface Spread {
  readonly candidate: string;
  readonly mean: string;
  readonly least: string;
  readonly greatest: string;
}

/** One ballot as it was found in the urn. */
export interface Found {
  readonly kind: 'VALID' | 'INVALID' | 'BLANK';
  readonly vote?: {
    readonly mode: string;
    readonly opinion?: 'FOR' | 'AGAINST';
    readonly ranking?: readonly (readonly string[])[];
    readonly grades?: readonly { readonly candidate: string; readonly grade: string }[];
    readonly marks?: readonly { readonly candidate: string; readonly criterion: string; readonly mark: string }[];
  };
}

/** A fraction as a number, for display alone. */
export const numberOf = (fraction: string): number => {
  const [above = '0', below = '1'] = fraction.split('/');
  return Number(above) / Number(below);
};

/** Candidates as they came out, the first first. */
export const inOrder = (places: readonly Place[]): readonly Place[] => [...places].sort((a, b) => a.place - b.place);
