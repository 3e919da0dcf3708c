/** One ranked structure, as a decision looks at it. */
export interface Standing {
  readonly structureId: string;
  readonly rank: number | null;
}

/** Why a choice of laureates cannot be recorded; null when it can. */
export type AwardRefusal = 'AWARD_FIELD_TOO_SMALL' | 'AWARD_OUTSIDE_CATEGORY' | 'AWARD_MOTIVE_REQUIRED';

/** Whether the laureates are exactly those the ranking puts first: one, or several ex æquo. */
export function followsRanking(standings: readonly Standing[], chosen: readonly string[]): boolean {
  const first = standings.filter(({ rank }) => rank === 1).map(({ structureId }) => structureId);
  return first.length === new Set(chosen).size && first.every((id) => chosen.includes(id));
}

/**
 * The rules of a trophy: a field of at least so many ranked structures (ESCDA asks for 3), laureates from among them,
 * and a motive whenever the choice departs from the ranking. To leave it without a laureate departs from the ranking.
 */
export function refusalOfAward(
  standings: readonly Standing[],
  chosen: readonly string[],
  minimumField: number,
  motive: string | null,
): AwardRefusal | null {
  const ranked = standings.filter(({ rank }) => rank !== null).map(({ structureId }) => structureId);
  if (chosen.length > 0 && ranked.length < minimumField) return 'AWARD_FIELD_TOO_SMALL';
  if (chosen.some((id) => !ranked.includes(id))) return 'AWARD_OUTSIDE_CATEGORY';
  if (!followsRanking(standings, chosen) && !motive) return 'AWARD_MOTIVE_REQUIRED';
  return null;
}
