import type { Ranking } from './ballot.rules.ts';
import { byCode, type Place, placesOf } from './place.rules.ts';

/** A chain of candidates, each preferred to the next, and the weakest of its links: what the chain is worth. */
export interface Path {
  /** From the first candidate to the last, both included. */
  readonly through: readonly string[];
  /** How many jurors prefer the one to the other at the weakest link, and how many the other to the one. */
  readonly votes: number;
  readonly against: number;
}

/** An election by the Schulze method, with all that one needs to count it again by hand. */
export interface SchulzeCount {
  /** The rows and columns of both matrices, in the order of their codes. */
  readonly candidates: readonly string[];
  /** How many jurors prefer the candidate of the row to that of the column. */
  readonly preferences: readonly (readonly number[])[];
  /** The strongest path from the candidate of the row to that of the column; null where there is none. */
  readonly paths: readonly (readonly (Path | null)[])[];
  readonly places: readonly Place[];
}

/**
 * Elects by the Schulze method: a candidate is better than another when the strongest path from it is stronger than the
 * strongest path back. Whom a juror left out comes after all those named, and equal to one another.
 *
 * Source: Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
 * single-winner election method", Social Choice and Welfare 36 (2011), 267–303: ballots § 2.1, relation § 2.2. Links are
 * measured by winning votes (§ 2.1, example 2). Better is transitive (§ 4.1) without ranking everybody: candidates that
 * neither is better than share the first place when nobody beats them, and no lot is drawn.
 */
export function schulzeOf(standing: readonly string[], rankings: readonly Ranking[]): SchulzeCount {
  const candidates = standing.toSorted(byCode);
  const preferences = preferencesOf(candidates, rankings);
  const paths = strongestPaths(linksOf(candidates, preferences));
  const at = new Map(candidates.map((candidate, i) => [candidate, i]));
  const pathOf = (from: string, to: string) => paths[at.get(from) ?? -1]?.[at.get(to) ?? -1] ?? null;
  const places = placesOf(candidates, (one, other) => isStronger(pathOf(one, other), pathOf(other, one)));
  return { candidates, preferences, paths, places };
}

function preferencesOf(candidates: readonly string[], rankings: readonly Ranking[]): number[][] {
  const levels = rankings.map((ranking) => new Map(ranking.flatMap((equals, i) => equals.map((each) => [each, i]))));
  const levelOf = (ballot: ReadonlyMap<string, number>, it: string) => ballot.get(it) ?? Number.POSITIVE_INFINITY;
  return candidates.map((one) =>
    candidates.map((other) => levels.filter((ballot) => levelOf(ballot, one) < levelOf(ballot, other)).length),
  );
}

/** Each pairwise victory is a link from the one preferred; a pair that is equal has none. */
const linksOf = (candidates: readonly string[], preferences: readonly (readonly number[])[]): (Path | null)[][] =>
  candidates.map((from, i) =>
    candidates.map((to, j) => {
      const [votes, against] = [preferences[i]?.[j] ?? 0, preferences[j]?.[i] ?? 0];
      return votes > against ? { through: [from, to], votes, against } : null;
    }),
  );

/** Winning votes: first the votes for the one preferred, then, as many for as for, the fewer against. */
export const isStronger = (one: Path | null, other: Path | null): boolean =>
  one !== null &&
  (other === null || one.votes > other.votes || (one.votes === other.votes && one.against < other.against));

/** The strongest path between any two: the algorithm of Floyd and Warshall, as in Schulze (2011), § 2.3. */
function strongestPaths(links: readonly (readonly (Path | null)[])[]): (Path | null)[][] {
  const paths = links.map((row) => [...row]);
  for (const [via, onward] of paths.entries())
    for (const [from, row] of paths.entries())
      for (const [to, known] of row.entries()) {
        const longer = from === to ? null : joined(row[via] ?? null, onward[to] ?? null);
        if (isStronger(longer, known)) row[to] = longer;
      }
  return paths;
}

/** Two paths end to end are worth the weaker of the two. */
function joined(first: Path | null, second: Path | null): Path | null {
  if (first === null || second === null) return null;
  const weaker = isStronger(first, second) ? second : first;
  return { ...weaker, through: [...first.through, ...second.through.slice(1)] };
}
