import type { Count } from './count.rules.ts';
import { type AwardRules, firstsOf, type Standing } from './decision.rules.ts';
import { winnersOf } from './place.rules.ts';
import type { Quorum } from './quorum.rules.ts';
import { ratificationOf } from './ratify.rules.ts';
import { type PartedBy, type Parting, partingOf, type TieRules } from './tie.rules.ts';

/** What comes of an item once its ballots are counted. Codes stand for candidates. */
export type Outcome =
  | { readonly kind: 'LAUREATES'; readonly among: readonly string[]; readonly by: LaureatesBy }
  | { readonly kind: 'SECOND_BALLOT' | 'CASTING_VOTE' | 'UNPARTED'; readonly among: readonly string[] };

/** What made them laureates; NO_FIELD when too few are in the field for anybody to be. */
export type LaureatesBy = PartedBy | 'NO_FIELD' | 'NO_MOTION' | 'NO_MAJORITY' | 'MAJORITY';

/** All that decides what comes of an item. Standings are known by code. */
export interface Closing {
  readonly quorum: Quorum;
  readonly count: Count | null;
  /** How many ballots are votes: neither blank nor invalid. */
  readonly votes: number;
  readonly motion: { readonly codes: readonly string[] } | null;
  readonly standings: readonly Standing[];
  readonly rules: AwardRules & TieRules;
  /** Whether it was a second ballot. */
  readonly again: boolean;
  readonly casting: { readonly opinion: 'FOR' | 'AGAINST' | null; readonly code: string | null } | null;
}

/**
 * What comes of an item. A motion that carries gives the award to those it names. The ranking, where it stands, and the
 * other ways of voting give it to those who are first; equals are parted as the award says. Without a single vote nobody
 * is first. A field smaller than the award asks for has no laureate, whatever the vote.
 */
export function outcomeOf(closing: Closing): Outcome {
  const { count, motion, standings, rules, casting } = closing;
  if (isTooSmall(standings, rules)) return { kind: 'LAUREATES', among: [], by: 'NO_FIELD' };
  if (count !== null && count.mode !== 'RATIFY')
    return closing.votes === 0 ? { kind: 'UNPARTED', among: [] } : parted(closing, winnersOf(count.places), 'VOTE');
  const ratification = ratificationOf(
    closing.quorum,
    motion && { mover: '', motive: '', laureates: motion.codes },
    count ?? { for: 0, against: 0 },
    { declared: rules.castingVote, opinion: casting?.opinion ?? null },
  );
  if (ratification.outcome === 'OPEN') return { kind: 'CASTING_VOTE', among: motion?.codes ?? [] };
  if (ratification.outcome === 'OVERTURNED')
    return { kind: 'LAUREATES', among: motion?.codes ?? [], by: ratification.by };
  return parted(closing, firstsOf(standings, rules), ratification.by);
}

/** Whether so few are ranked that nobody may receive the award. */
export const isTooSmall = (standings: readonly Standing[], { awardField, free }: AwardRules): boolean =>
  !free && standings.filter(({ rank }) => rank !== null).length < awardField;

function parted(
  { standings, rules, again, casting }: Closing,
  firsts: readonly string[],
  otherwise: LaureatesBy,
): Outcome {
  const parting: Parting = partingOf({ firsts, standings, again, named: casting?.code ?? null }, rules);
  if (parting.kind !== 'LAUREATES') return parting;
  const by = parting.by === 'VOTE' ? otherwise : parting.by;
  return { kind: 'LAUREATES', among: parting.laureates, by };
}
