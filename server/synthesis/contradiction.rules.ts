import type { Query } from '../quotation/query.rules.ts';
import type { Said } from '../quotation/said.rules.ts';

/** A figure as one sentence prints it. */
export interface Printed<Place> {
  readonly place: Place;
  /** What it is of: two sentences that print the same thing have the same name. */
  readonly name: string;
  /** Without its sign: a sentence may say which way in words. */
  readonly figure: string;
}

/** A figure that a sentence prints in another way than a sentence before it, or than another text. */
export interface Contradicted<Place> {
  readonly place: Place;
  readonly figure: string;
  /** How it is printed there. */
  readonly other: string;
  readonly elsewhere: boolean;
}

/** What a query prints of a figure; null when it prints none. `year` is that of the edition. */
export function printedOf<Place>(place: Place, query: Query, said: Said | null, year: number): Printed<Place> | null {
  if (!said || !('words' in said) || said.figure === null) return null;
  if (query.verb !== 'FIGURE' && query.verb !== 'CHANGE') return null;
  const of = query.verb === 'FIGURE' ? `in ${query.year ?? year}` : 'change';
  return { place, name: `${query.key} ${of}`, figure: said.figure.replace(/^[+−]/, '') };
}

/** The figures that are printed in two ways: a reader would take them for two. `elsewhere` is what another text prints. */
export function contradictedIn<Place>(
  all: readonly Printed<Place>[],
  elsewhere: ReadonlyMap<string, string>,
): Contradicted<Place>[] {
  const first = new Map<string, string>();
  return all.flatMap(({ place, name, figure }) => {
    const own = first.get(name);
    if (own === undefined) first.set(name, figure);
    const other = own ?? elsewhere.get(name);
    return other === undefined || other === figure ? [] : [{ place, figure, other, elsewhere: own === undefined }];
  });
}
