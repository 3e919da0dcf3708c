import type { AwardRuleInput } from './award.ts';
import { TieRule } from './award.ts';

/** The plain rules of an award, as a file or a copy carries them. */
export interface AwardConfiguration {
  readonly awardField: number;
  readonly awardMinimum: string | null;
  readonly tieRule: TieRule;
  readonly tieChannel: AwardRuleInput['tieChannel'] | null;
  readonly mostLaureates: number | null;
  readonly mayBeWithheld: boolean;
  readonly mentionAllowed: boolean;
}

/** Fields that are never empty: to send null for one is to leave it as it is. */
const NEVER_EMPTY = [
  ...['awardField', 'tieRule', 'mayBeWithheld', 'mentionAllowed', 'territory', 'departmentCodes', 'regionCodes'],
  ...['basis', 'criteria', 'categoryCodes', 'position', 'awarded'],
];

/** What was said of an award: without what was left out, and without the channel of a tie that no channel parts. */
export function saidOf<T extends AwardRuleInput>(input: T): Partial<T> {
  const said = Object.entries(input).filter(
    ([name, value]) => value !== undefined && !(value === null && NEVER_EMPTY.includes(name)),
  );
  const kept = Object.fromEntries(said) as Partial<T>;
  return kept.tieRule && kept.tieRule !== TieRule.CHANNEL ? { ...kept, tieChannel: null } : kept;
}

/** The rules of an award, plain. */
export const awardConfigurationOf = (award: AwardConfiguration): AwardConfiguration => ({
  awardField: award.awardField,
  awardMinimum: award.awardMinimum,
  tieRule: award.tieRule,
  tieChannel: award.tieChannel ?? null,
  mostLaureates: award.mostLaureates,
  mayBeWithheld: award.mayBeWithheld,
  mentionAllowed: award.mentionAllowed,
});
