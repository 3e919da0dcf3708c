/** One structure that could receive an award, as a decision looks at it. */
export interface Standing {
  readonly structureId: string;
  readonly rank: number | null;
  /** False when it fell under a threshold: the minimum score of the award, or a knock-out of the grid. */
  readonly eligible: boolean;
  /** Its place on the channel that parts equals, from 1; null without a score there, or without such a channel. */
  readonly tieRank?: number | null;
}

/** The rules an award obeys; those left out are the broadest. */
export interface AwardRules {
  /** Fewest ranked structures (ESCDA asks for 3). */
  readonly awardField: number;
  readonly tieRule?: 'SHARED' | 'JURY' | 'CHANNEL';
  readonly mostLaureates?: number | null;
  readonly mayBeWithheld?: boolean;
  readonly mentionAllowed?: boolean;
  /** The jury chooses freely: no ranking puts anybody first. */
  readonly free?: boolean;
}

/** What is decided: who receives it, the structures that receive a mention with it, and why. */
export interface Chosen {
  readonly structureIds: readonly string[];
  readonly mentioned?: readonly string[];
  readonly motive: string | null;
}

/** Why a choice of laureates cannot be recorded; null when it can. */
export type AwardRefusal =
  | 'AWARD_FIELD_TOO_SMALL'
  | 'AWARD_OUTSIDE_CATEGORY'
  | 'AWARD_NOT_ELIGIBLE'
  | 'AWARD_TOO_MANY'
  | 'AWARD_NOT_WITHHELD'
  | 'AWARD_NO_MENTION'
  | 'AWARD_MOTIVE_REQUIRED'
  | 'AWARD_TIE_MOTIVE_REQUIRED';

/** Those who are in the field of an award: the ranked; everyone, when the jury chooses freely. */
const fieldOf = (standings: readonly Standing[], { free = false }: AwardRules): readonly Standing[] =>
  free ? standings : standings.filter(({ rank }) => rank !== null);

/**
 * Those the rules put first: the best of the eligible, parted by a channel when the rules name one; nobody when the
 * field is too small, nobody is eligible, or the jury chooses freely.
 */
export function firstsOf(standings: readonly Standing[], rules: AwardRules): string[] {
  const ranked = fieldOf(standings, rules);
  if (rules.free || ranked.length < rules.awardField) return [];
  const eligible = ranked.filter(({ eligible }) => eligible);
  const best = Math.min(...eligible.map(({ rank }) => rank ?? Number.POSITIVE_INFINITY));
  const first = eligible.filter(({ rank }) => rank === best);
  if (rules.tieRule !== 'CHANNEL') return first.map(({ structureId }) => structureId);
  const placeOf = ({ tieRank }: Standing) => tieRank ?? Number.POSITIVE_INFINITY;
  const higher = Math.min(...first.map(placeOf));
  return first.filter((each) => placeOf(each) === higher).map(({ structureId }) => structureId);
}

/**
 * Whether the laureates are those the rules put first: all of them; or some of them, where the jury parts equals, or
 * where they are more than may share the award.
 */
export function followsRanking(standings: readonly Standing[], chosen: readonly string[], rules: AwardRules): boolean {
  if (rules.free) return true;
  const first = firstsOf(standings, rules);
  const given = new Set(chosen);
  if (first.length !== given.size && !isParted(first, given.size, rules)) return false;
  return [...given].every((id) => first.includes(id));
}

/** Whether giving an award to so many of those who are first is for the jury to decide. */
const isParted = (first: readonly string[], given: number, { tieRule, mostLaureates = null }: AwardRules): boolean =>
  given > 0 && given < first.length && (tieRule === 'JURY' || (mostLaureates !== null && first.length > mostLaureates));

/**
 * The rules of an award: a field large enough, eligible laureates from among it, no more than may share it, a laureate
 * where one is due, and a motive whenever the choice is more than reading the ranking.
 */
export function refusalOfAward(standings: readonly Standing[], chosen: Chosen, rules: AwardRules): AwardRefusal | null {
  const { structureIds, mentioned = [], motive } = chosen;
  const field = new Map(fieldOf(standings, rules).map((standing) => [standing.structureId, standing]));
  const given = new Set(structureIds);
  if (given.size > 0 && field.size < rules.awardField) return 'AWARD_FIELD_TOO_SMALL';
  if (structureIds.some((id) => !field.has(id))) return 'AWARD_OUTSIDE_CATEGORY';
  if (structureIds.some((id) => !field.get(id)?.eligible)) return 'AWARD_NOT_ELIGIBLE';
  if (given.size > (rules.mostLaureates ?? Number.POSITIVE_INFINITY)) return 'AWARD_TOO_MANY';
  if (mentioned.some((id) => rules.mentionAllowed === false || !given.has(id))) return 'AWARD_NO_MENTION';
  if (given.size === 0 && rules.mayBeWithheld === false && mayReceive(standings, rules)) return 'AWARD_NOT_WITHHELD';
  if (motive) return null;
  if (rules.free) return given.size > 0 ? 'AWARD_MOTIVE_REQUIRED' : null;
  if (!followsRanking(standings, structureIds, rules)) return 'AWARD_MOTIVE_REQUIRED';
  return given.size < firstsOf(standings, rules).length ? 'AWARD_TIE_MOTIVE_REQUIRED' : null;
}

/** Whether someone could receive it. */
function mayReceive(standings: readonly Standing[], rules: AwardRules): boolean {
  const field = fieldOf(standings, rules);
  return field.length >= rules.awardField && field.some(({ eligible }) => eligible);
}
