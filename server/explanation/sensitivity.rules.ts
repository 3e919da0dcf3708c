import Fraction from 'fraction.js';
import { ONE, sum, ZERO } from '../score/exact.rules.ts';
import type { Rules, StructureScore } from '../score/score.rules.ts';

/** Whether other weights of channels would put one structure above another that is ahead of it, or level. */
export interface Inversion {
  readonly reason: null;
  /** The points the one ahead has over the other, 0 or more. */
  readonly lead: Fraction;
  /**
   * NEVER: the one ahead scores at least as much on every channel, so no weights of 0 or more put the other above it.
   * POSSIBLE: it is beaten on one channel at least.
   */
  readonly verdict: 'NEVER' | 'POSSIBLE';
  /** Weights that put the other above, as shares that add up to 1; null when none do. */
  readonly witness: readonly WeightShare[] | null;
  /** The smallest move that makes them level; null when no weight that is not zero speaks for the one behind. */
  readonly move: WeightMove | null;
}

/** Every weight moved by the same share of itself, up or down. */
export interface WeightMove {
  /** That share, from 0 to less than 1. */
  readonly delta: Fraction;
  /** Over the channels that count, in the order of the grid. */
  readonly weights: readonly { readonly code: string; readonly before: Fraction; readonly after: Fraction }[];
}

export interface WeightShare {
  readonly code: string;
  readonly share: Fraction;
}

/** Why two structures are not compared on weights: one has no score, or different channels count for them. */
export interface Incomparable {
  readonly reason: 'NO_SCORE' | 'DIFFERENT_CHANNELS';
}

/**
 * Compares two structures on the same counted channels; `ahead` scores at least as much as `behind`.
 *
 * Let d be the difference on each channel, ahead − behind, and w its weight. On the same channels both overall scores
 * have the same denominator, so their order is the sign of Σ w·d, whatever the weights.
 *
 * Some weights of 0 or more put `behind` above if and only if some d < 0: all weight on that channel does; and if every
 * d ≥ 0, then Σ w·d ≥ 0.
 *
 * When every weight may move by a share of itself up to δ, Σ w·(1+ε)·d with |ε| ≤ δ is least at ε = −δ·sign(d), where
 * it is Σ w·d − δ·Σ |w·d|. So `behind` draws level as soon as δ reaches
 *
 *     δ* = Σ w·d / Σ |w·d|
 *
 * and never earlier. δ* < 1 exactly when some channel that weighs has d < 0; otherwise weights would have to vanish.
 */
export function inversionOf(rules: Rules, ahead: StructureScore, behind: StructureScore): Inversion | Incomparable {
  if (!ahead.score || !behind.score) return { reason: 'NO_SCORE' };
  const pairs = rules.channels.map(({ code, weight }, i) => ({
    ...{ code, weight: new Fraction(weight) },
    ...{ a: ahead.channels[i]?.counted ?? null, b: behind.channels[i]?.counted ?? null },
  }));
  if (pairs.some(({ a, b }) => (a === null) !== (b === null))) return { reason: 'DIFFERENT_CHANNELS' };
  const channels = pairs.flatMap(({ code, weight, a, b }) => (a && b ? [{ code, weight, d: a.sub(b) }] : []));
  const [worst] = channels.toSorted((one, other) => one.d.compare(other.d));
  const beaten = worst?.d.lt(ZERO) ? worst : null;
  return {
    ...{ reason: null, lead: ahead.score.sub(behind.score) },
    verdict: beaten ? 'POSSIBLE' : 'NEVER',
    witness: beaten && channels.map(({ code }) => ({ code, share: code === beaten.code ? ONE : ZERO })),
    move: moveOf(channels),
  };
}

/** The smallest change of weights that would swap a structure with its neighbour, whichever of them is ahead. */
export function smallestWeightChange(
  rules: Rules,
  structure: StructureScore,
  neighbour: StructureScore,
): Inversion | Incomparable {
  const first = neighbour.score && structure.score?.gte(neighbour.score);
  return first ? inversionOf(rules, structure, neighbour) : inversionOf(rules, neighbour, structure);
}

function moveOf(
  channels: readonly { readonly code: string; readonly weight: Fraction; readonly d: Fraction }[],
): WeightMove | null {
  const gaps = channels.map(({ weight, d }) => weight.mul(d));
  const [lead, spread] = [sum(gaps), sum(gaps.map((gap) => gap.abs()))];
  const delta = lead.equals(ZERO) ? ZERO : lead.div(spread);
  if (delta.gte(ONE)) return null;
  const moved = channels.map(({ weight, d }) => weight.mul(ONE.sub(delta.mul(Number(d.compare(ZERO))))));
  const [before, after] = [sum(channels.map(({ weight }) => weight)), sum(moved)];
  return {
    delta,
    weights: channels.map(({ code, weight }, i) => ({
      ...{ code, before: weight.div(before), after: (moved[i] ?? ZERO).div(after) },
    })),
  };
}
