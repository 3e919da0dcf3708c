import type { MotionCount } from './count.rules.ts';
import { type AwardRefusal, type AwardRules, firstsOf, refusalOfAward, type Standing } from './decision.rules.ts';
import { type Quorum, type Seat, takesPart } from './quorum.rules.ts';

/** A proposal to give the award to others than those the ranking puts first, or to nobody. */
export interface Motion {
  readonly mover: string;
  readonly motive: string;
  /** Those it would give the award to; none to leave it without a laureate. */
  readonly laureates: readonly string[];
}

/** Why a motion cannot be put to the vote. */
export type MotionRefusal = 'MOTION_NOT_ENTITLED' | 'MOTION_MOTIVE_REQUIRED' | 'MOTION_CHANGES_NOTHING' | AwardRefusal;

/**
 * Whether a motion may be put to the vote: moved by a member who takes part in the item, whatever their office, for a
 * motive, towards a choice that the rules of the award allow and that the ranking would not have made.
 */
export function refusalOfMotion(
  motion: Motion,
  seats: readonly Seat[],
  standings: readonly Standing[],
  rules: AwardRules,
): MotionRefusal | null {
  const motive = motion.motive.trim();
  if (!takesPart(seats, motion.mover)) return 'MOTION_NOT_ENTITLED';
  if (motive === '') return 'MOTION_MOTIVE_REQUIRED';
  const refusal = refusalOfAward(standings, { structureIds: motion.laureates, motive }, rules);
  if (refusal) return refusal;
  const [first, chosen] = [firstsOf(standings, rules), new Set(motion.laureates)];
  const same = first.length === chosen.size && first.every((id) => chosen.has(id));
  return same && !rules.free ? 'MOTION_CHANGES_NOTHING' : null;
}

/** What the presiding member may add, and did: where no casting vote was declared, nothing. */
export interface Casting {
  readonly declared: boolean;
  readonly opinion: 'FOR' | 'AGAINST' | null;
}

/** What becomes of the ranking. */
export type Ratification =
  | { readonly outcome: 'STANDS'; readonly by: 'NO_MOTION' | 'NO_MAJORITY' | 'CASTING_VOTE' }
  | { readonly outcome: 'OVERTURNED'; readonly by: 'MAJORITY' | 'CASTING_VOTE' }
  /** Nothing is decided yet: the quorum fails, or the presiding member must part two equal sides. */
  | { readonly outcome: 'OPEN'; readonly for: 'QUORUM' | 'CASTING_VOTE' };

/**
 * Ratifies the ranking, or follows a motion against it. The ranking stands unless a quorate jury overturns it by a
 * majority of the votes cast: more for than against. Equal sides leave it standing, but where a casting vote was
 * declared and someone presides. Without any vote cast there are no sides to part.
 *
 * Sources: Code général des collectivités territoriales, article L. 2121-20 (absolute majority of the votes cast,
 * casting vote of the chair); Code électoral, article L. 65 (blank ballots are not votes cast).
 */
export function ratificationOf(
  quorum: Quorum,
  motion: Motion | null,
  count: MotionCount,
  casting: Casting,
): Ratification {
  if (!quorum.reached) return { outcome: 'OPEN', for: 'QUORUM' };
  if (motion === null) return { outcome: 'STANDS', by: 'NO_MOTION' };
  if (count.for > count.against) return { outcome: 'OVERTURNED', by: 'MAJORITY' };
  const parts = casting.declared && quorum.presiding !== null;
  if (count.for < count.against || count.for === 0 || !parts) return { outcome: 'STANDS', by: 'NO_MAJORITY' };
  if (casting.opinion === null) return { outcome: 'OPEN', for: 'CASTING_VOTE' };
  return { outcome: casting.opinion === 'FOR' ? 'OVERTURNED' : 'STANDS', by: 'CASTING_VOTE' };
}
