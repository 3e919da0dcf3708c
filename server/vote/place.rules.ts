/** One candidate and its place. */
export interface Place {
  readonly candidate: string;
  /** From 1: one more than the number of candidates better than it, so that equals share a place: 1, 2, 2, 4. */
  readonly place: number;
}

/**
 * The places that a transitive relation gives, the best first and equals by their code: the same whatever order the
 * candidates came in. Of two candidates neither of which is better, the relation says nothing.
 */
export function placesOf(
  candidates: readonly string[],
  isBetter: (one: string, other: string) => boolean,
): readonly Place[] {
  return candidates
    .map((candidate) => ({ candidate, place: 1 + candidates.filter((other) => isBetter(other, candidate)).length }))
    .sort((a, b) => a.place - b.place || byCode(a.candidate, b.candidate));
}

/** Those that nobody is better than: one, or several that the count does not part. */
export const winnersOf = (places: readonly Place[]): string[] =>
  places.filter(({ place }) => place === 1).map(({ candidate }) => candidate);

/** The order of codes: of their characters, the same on every machine and in every language. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
