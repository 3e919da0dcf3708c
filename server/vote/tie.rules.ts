import type { AwardRules, Standing } from './decision.rules.ts';

/** What was declared of ties before the first ballot. */
export interface TieRules extends Pick<AwardRules, 'tieRule' | 'mostLaureates'> {
  /** Whether whoever presides parts those whom nothing else parts. */
  readonly castingVote: boolean;
}

/** What is known when several are first. */
export interface Tie {
  readonly firsts: readonly string[];
  /** Their places on the channel that parts equals: see `Standing`. */
  readonly standings: readonly Standing[];
  /** Whether they are first of a second ballot already: there is no third. */
  readonly again: boolean;
  /** Whom the presiding member named; null when they were not asked, or have not answered. */
  readonly named: string | null;
}

/** What becomes of a tie: laureates, and what made them so; or what must be done first, and among whom. */
export type Parting =
  | { readonly kind: 'LAUREATES'; readonly laureates: readonly string[]; readonly by: PartedBy }
  | { readonly kind: 'SECOND_BALLOT' | 'CASTING_VOTE' | 'UNPARTED'; readonly among: readonly string[] };

export type PartedBy = 'VOTE' | 'CHANNEL' | 'SHARED' | 'CASTING_VOTE';

/**
 * What becomes of those who are first together.
 *
 * - one alone is the laureate;
 * - CHANNEL: the higher on that channel, and those it leaves equal as under SHARED;
 * - JURY: one second ballot among them, then the casting vote where one was declared, and without it as under SHARED;
 * - SHARED: they share the award when that many may; when they may not, the casting vote; without it they stay unparted,
 *   and there is no laureate until the jury decides.
 *
 * The casting vote is an act of its own, never read from a ballot, since ballots are secret. Source: Code général des
 * collectivités territoriales, article L. 2121-20 (the chair prevails in a tie, save in a secret ballot).
 */
export function partingOf(tie: Tie, { tieRule = 'SHARED', mostLaureates = null, castingVote }: TieRules): Parting {
  const { firsts, again, named } = tie;
  if (firsts.length <= 1) return { kind: 'LAUREATES', laureates: firsts, by: 'VOTE' };
  if (tieRule === 'JURY' && !again) return { kind: 'SECOND_BALLOT', among: firsts };
  const left = tieRule === 'CHANNEL' ? higherOf(tie) : firsts;
  if (left.length === 1) return { kind: 'LAUREATES', laureates: left, by: 'CHANNEL' };
  const mayShare = left.length <= (mostLaureates ?? Number.POSITIVE_INFINITY);
  if (mayShare && !(castingVote && tieRule === 'JURY')) return { kind: 'LAUREATES', laureates: left, by: 'SHARED' };
  if (!castingVote) return { kind: 'UNPARTED', among: left };
  if (named === null || !left.includes(named)) return { kind: 'CASTING_VOTE', among: left };
  return { kind: 'LAUREATES', laureates: [named], by: 'CASTING_VOTE' };
}

/** Those with the best place on the channel; all of them when nobody has one. */
function higherOf({ firsts, standings }: Tie): readonly string[] {
  const places = new Map(standings.map(({ structureId, tieRank }) => [structureId, tieRank]));
  const placeOf = (id: string) => places.get(id) ?? Number.POSITIVE_INFINITY;
  const best = Math.min(...firsts.map(placeOf));
  return firsts.filter((id) => placeOf(id) === best);
}
