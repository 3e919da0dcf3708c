import type { CsvColumn } from '../csv.ts';

/** Which columns of a table are shown, and in what order: as react-admin keeps it in the browser. */
export interface Shown {
  readonly hidden: readonly string[];
  /** For each place, the number of the column that stands there; shorter than the columns when the rest is in order. */
  readonly ranks: readonly number[] | undefined;
}

/** The columns that are shown, in their order. */
export const shownOf = (sources: readonly string[], { hidden, ranks = [] }: Shown): string[] =>
  sources.flatMap((_, place) => {
    const source = sources[ranks[place] ?? place];
    return source === undefined || hidden.includes(source) ? [] : [source];
  });

/** What hides and orders the columns so that these are shown. A column of a view that the table has no more is left out. */
export function showing(sources: readonly string[], columns: readonly string[]): Shown {
  const known = columns.filter((source) => sources.includes(source));
  const hidden = sources.filter((source) => !known.includes(source));
  return { hidden, ranks: [...known, ...hidden].map((source) => sources.indexOf(source)) };
}

/** Of the columns of a file, those the table shows, in its order; all of them when it shows none. */
export function chosenOf<T>(columns: readonly CsvColumn<T>[], shown: readonly string[]): readonly CsvColumn<T>[] {
  const sourceOf = ({ source, label }: CsvColumn<T>) => source ?? label.slice(label.lastIndexOf('.') + 1);
  const chosen = shown.flatMap((source) => columns.filter((column) => sourceOf(column) === source));
  return chosen.length > 0 ? chosen : columns;
}
