import type Fraction from 'fraction.js';
import { HUNDRED, ZERO } from './exact.rules.ts';
import type { Tally } from './measure.rules.ts';
import { type Rules, type StructureScore, scoreOfTallies } from './score.rules.ts';

/**
 * A structure scored again from the scores of its criteria, as a run keeps them: every channel, effect, bonus and part
 * comes back exact, without a measurement being read. `without` are the channels of which nothing applied to it. What
 * the criteria alone do not say is not to be read in it: bases, the share of data, and exclusions for an absence or for
 * too little data, which the run keeps beside.
 */
export const recalledScoreOf = (
  { channels, ...rules }: Rules,
  scores: ReadonlyMap<string, Fraction>,
  without: ReadonlySet<string> = new Set(),
): StructureScore => {
  const gone = channels.filter(({ code }) => without.has(code)).flatMap(({ criteria }) => criteria);
  const codes = new Set(gone.map(({ code }) => code));
  return scoreOfTallies({ ...rules, channels, minimumShare: null }, ({ code }) =>
    tallyAt(scores.get(code) ?? null, codes.has(code)),
  );
};

/** A single finding that earns exactly the score; none of any kind but "not applicable" without. */
const tallyAt = (score: Fraction | null, never: boolean): Tally => ({
  points: score?.div(HUNDRED) ?? ZERO,
  values: score === null ? 0 : 1,
  absent: { NOT_APPLICABLE: never ? 1 : 0, NOT_OFFERED: 0, NOT_OBSERVED: 0, REFUSED: 0 },
});
