import type { Change } from './ranking.graphql.ts';

/**
 * Whether a score changes. Equal to the hundredth at the same rank, it still does, by less: otherwise the structure
 * would not be among the changes.
 */
export const scoreMoves = ({ scoreBefore, scoreAfter, rankBefore, rankAfter }: Change): boolean =>
  scoreBefore !== scoreAfter || rankBefore === rankAfter;

export const rankMoves = ({ rankBefore, rankAfter }: Change): boolean => rankBefore !== rankAfter;

/** The categories in which something changes, in their order, each with how many structures. */
export function categoriesIn(changes: readonly Change[]): { code: string; label: string; count: number }[] {
  const found = new Map<string, { code: string; label: string; count: number }>();
  for (const { enrolment } of changes) {
    const { code, label } = enrolment.category;
    const one = found.get(code) ?? { code, label, count: 0 };
    one.count += 1;
    found.set(code, one);
  }
  return [...found.values()];
}
