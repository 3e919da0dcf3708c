import type { FigureKey } from './query.rules.ts';

/** What a figure is counted in. */
export type FigureUnit = 'COUNT' | 'SHARE' | 'RINGS' | 'DAYS' | 'SCORE';

/** One figure an edition tells, or withholds. */
export interface Figure {
  readonly key: FigureKey;
  /** As it is printed. */
  readonly label: string;
  readonly unit: FigureUnit;
  /** Exact, as a fraction or a decimal; a share from 0 to 1. Null when it is withheld or unknown. */
  readonly value: string | null;
  /** How many it is counted over; null where nobody says. */
  readonly count: number | null;
  /** What it is counted over, in the plural: "appels passés". */
  readonly over: string;
  readonly withheld: boolean;
  /** Whether its series breaks since the edition before, as it was published. */
  readonly broken: boolean;
  /** Whether each is a mean over what it is counted over. */
  readonly mean: boolean;
}

export type Figures = ReadonlyMap<FigureKey, Figure>;

/** An award as the palmarès tells it. */
export interface AwardTold {
  /** The code of its category or special prize. */
  readonly code: string;
  readonly label: string;
  /** Laureates by name, with their département where they have one; none when nobody received it. */
  readonly laureates: readonly string[];
  readonly point: string | null;
}

/** All that one version of an edition, or its rehearsal, lets a text say. */
export interface Told {
  /** Such as 2022.1; of a rehearsal, the version it would become. */
  readonly version: string;
  readonly hash: string;
  readonly published: boolean;
  readonly edition: {
    readonly year: number;
    readonly ordinal: number;
    readonly label: string;
    readonly simulated: boolean;
    /** "10 novembre 2022"; null when no day is known. */
    readonly day: string | null;
    readonly place: string | null;
  };
  readonly figures: Figures;
  /** The edition before of which anything was published; null for the first. */
  readonly before: { readonly year: number; readonly figures: Figures } | null;
  /** What earlier editions were published with, by year. */
  readonly earlier: ReadonlyMap<number, Figures>;
  /** Figures whose series breaks since the edition before: the way of measuring changed. */
  readonly broken: ReadonlySet<FigureKey>;
  readonly awards: readonly AwardTold[];
  /** How the scores were made, in sentences. */
  readonly method: readonly string[];
}

/** The names of an edition: a number in one of them is part of a name. */
export const namesIn = ({ edition, figures, awards }: Told): string[] =>
  [
    edition.label,
    ...[...figures.values()].map(({ label }) => label),
    ...awards.flatMap(({ label, laureates }) => [label, ...laureates]),
  ]
    .filter((name) => name.length > 3)
    .toSorted((a, b) => b.length - a.length);
