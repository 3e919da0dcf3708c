import type Fraction from 'fraction.js';

/** One entrant and its place. */
export interface Ranked<T> {
  readonly entrant: T;
  /** From 1. Equals share a rank and the next one skips: 1, 2, 2, 4. */
  readonly rank: number;
}

/** Orders entrants by exact, unrounded score, best first; equals share a rank. Entrants without a score have no rank. */
export function rank<T>(entrants: readonly T[], scoreOf: (entrant: T) => Fraction | null): Ranked<T>[] {
  const scored = entrants.flatMap((entrant) => {
    const score = scoreOf(entrant);
    return score === null ? [] : [{ entrant, score }];
  });
  scored.sort((a, b) => b.score.compare(a.score));
  let place = 0;
  return scored.map(({ entrant, score }, i) => {
    const before = scored[i - 1];
    if (!before?.score.equals(score)) place = i + 1;
    return { entrant, rank: place };
  });
}
