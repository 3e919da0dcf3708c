import type { Outcome } from './simulate.ts';
import type { Workshop } from './workshop.graphql.ts';

/** A structure where the simulation puts it, beside where it really is. */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** Simulated, on 100; null when nothing counts. */
  readonly score: number | null;
  readonly rank: number | null;
  readonly officialScore: string | null;
  readonly officialRank: number | null;
}

/** Every structure with its simulated place, best first; those without a place come last, as they were. */
export function standingsOf(entrants: Workshop['entrants'], { scores, ranks }: Outcome): Standing[] {
  return entrants
    .map(({ id, name, category, rank, score }, i): Standing => {
      const simulated = scores[i] ?? Number.NaN;
      return {
        ...{ id, name, category, officialRank: rank, officialScore: score },
        ...{ score: Number.isNaN(simulated) ? null : simulated, rank: ranks[i] || null },
      };
    })
    .sort(
      (a, b) =>
        (a.rank ?? LAST) - (b.rank ?? LAST) ||
        (a.officialRank ?? LAST) - (b.officialRank ?? LAST) ||
        a.name.localeCompare(b.name, 'fr'),
    );
}

const LAST = 1e6;

/** How many structures are not where they officially are. */
export const movedIn = (standings: readonly Standing[]): number =>
  standings.reduce((count, { rank, officialRank }) => (rank === officialRank ? count : count + 1), 0);
