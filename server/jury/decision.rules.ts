/** One ranked structure, as a decision looks at it. */
export interface Standing {
  readonly structureId: string;
  readonly rank: number | null;
  /** False when it fell under a threshold: the minimum score of the award, or a knock-out of the grid. */
  readonly eligible: boolean;
}

/** Why a choice of laureates cannot be recorded; null when it can. */
export type AwardRefusal =
  | 'AWARD_FIELD_TOO_SMALL'
  | 'AWARD_OUTSIDE_CATEGORY'
  | 'AWARD_NOT_ELIGIBLE'
  | 'AWARD_MOTIVE_REQUIRED';

/**
 * Whether the laureates are exactly those the rules put first: the best of the eligible, one or several ex æquo; or
 * nobody, when the field is too small or nobody is eligible.
 */
export function followsRanking(
  standings: readonly Standing[],
  chosen: readonly string[],
  minimumField: number,
): boolean {
  const ranked = standings.flatMap(({ rank, eligible, structureId }) =>
    rank === null ? [] : [{ rank, eligible, structureId }],
  );
  const eligible = ranked.length < minimumField ? [] : ranked.filter((each) => each.eligible);
  const best = Math.min(...eligible.map(({ rank }) => rank));
  const first = eligible.filter(({ rank }) => rank === best).map(({ structureId }) => structureId);
  return first.length === new Set(chosen).size && first.every((id) => chosen.includes(id));
}

/**
 * The rules of a trophy: a field of at least so many ranked structures (ESCDA asks for 3), eligible laureates from among
 * them, and a motive whenever the choice departs from the ranking. To leave a trophy that could be given departs from it.
 */
export function refusalOfAward(
  standings: readonly Standing[],
  chosen: readonly string[],
  minimumField: number,
  motive: string | null,
): AwardRefusal | null {
  const ranked = new Map(
    standings.filter(({ rank }) => rank !== null).map((standing) => [standing.structureId, standing]),
  );
  if (chosen.length > 0 && ranked.size < minimumField) return 'AWARD_FIELD_TOO_SMALL';
  if (chosen.some((id) => !ranked.has(id))) return 'AWARD_OUTSIDE_CATEGORY';
  if (chosen.some((id) => !ranked.get(id)?.eligible)) return 'AWARD_NOT_ELIGIBLE';
  if (!followsRanking(standings, chosen, minimumField) && !motive) return 'AWARD_MOTIVE_REQUIRED';
  return null;
}
