import type { TableName } from './dictionary.ts';

/** The types of the contract over a table each. */
export type NounName =
  | 'Edition'
  | 'Dataset'
  | 'Category'
  | 'Channel'
  | 'Step'
  | 'Frame'
  | 'Criterion'
  | 'Commitment'
  | 'Trophy'
  | 'Laureate'
  | 'Indicator'
  | 'Mean'
  | 'Erratum';

/** How a noun finds another: pairs of columns that are equal, own first. */
export interface Link {
  readonly to: NounName;
  readonly on: Readonly<Record<string, string>>;
  readonly description: string;
  /** Not only within the version, but in the latest of each year. */
  readonly acrossYears?: boolean;
  readonly nullable?: boolean;
}

/** A figure told or withheld: the columns it is made of. */
export interface FigureOf {
  readonly description: string;
  readonly value: string;
  /** What it is counted in: a column, or a unit by its name. */
  readonly unit: { readonly column: string } | string;
  readonly structures?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  /** From when it will be told; only what was announced says so. */
  readonly until?: string;
}

/** One type of the contract, over one table of the published world. */
export interface Noun {
  readonly table: TableName;
  readonly description: string;
  /** The columns it shows; those of the table when left out. */
  readonly columns?: readonly string[];
  /** Columns that it hides: links or figures say them. */
  readonly hidden?: readonly string[];
  readonly figures?: Readonly<Record<string, FigureOf>>;
  readonly ones?: Readonly<Record<string, Link>>;
  readonly lists?: Readonly<Record<string, Link>>;
  /** What tells its rows apart within a version, in reading order. */
  readonly reading: readonly string[];
  /** The list at the root of the contract; a noun without one is reached through others. */
  readonly root?: { readonly name: string; readonly description: string };
}
