import type { Noises } from './noise.rules.ts';
import { NORMAL_95, student95 } from './quantile.rules.ts';
import { streamOf } from './random.rules.ts';
import { type Sampled, weightOf } from './sample.rules.ts';

/** The scores a structure might as well have obtained, each time fieldwork is done again. Not cut at 0 and 100. */
export interface Replicates {
  readonly deviations: Float64Array;
  /** Their standard deviation before widening, in points. */
  readonly error: number;
}

/**
 * How far the score of a structure goes when its tests are drawn again, `count` times over: on each channel as many
 * deviations as it had tests, from the noise of the channel, and their mean.
 *
 * The noise is itself estimated, from few tests: all deviations are widened by Student's 95 % point over the normal
 * one, with the degrees of freedom that Satterthwaite (1946), Biometrics Bulletin 2:110, gives a sum of variances.
 */
export function replicatesOf(
  structure: Sampled,
  noises: Noises,
  { seed, count }: { readonly seed: string; readonly count: number },
): Replicates {
  const deviations = new Float64Array(count);
  const total = weightOf(structure);
  let variance = 0;
  let spread = 0; // Σ variance² / freedom
  for (const { code, weight: points, tests } of structure.channels) {
    const noise = noises.get(code);
    if (!noise || tests.length === 0) continue;
    const weight = points / total / tests.length;
    const part = weight * weight * tests.length * noise.variance;
    variance += part;
    spread += (part * part) / noise.freedom;
    draw(deviations, noise.deviations, { weight, tests: tests.length, stream: streamOf(seed, structure.id, code) });
  }
  const widening = variance === 0 ? 0 : student95((variance * variance) / spread) / NORMAL_95;
  for (let b = 0; b < count; b++) deviations[b] = widening * (deviations[b] ?? 0);
  return { deviations, error: widening * Math.sqrt(variance) };
}

/** Adds to each replicate `weight` times the sum of as many deviations as there are tests. */
function draw(
  into: Float64Array,
  from: Float64Array,
  { weight, tests, stream }: { weight: number; tests: number; stream: ReturnType<typeof streamOf> },
): void {
  for (let b = 0; b < into.length; b++) {
    let sum = 0;
    for (let test = 0; test < tests; test++) sum += from[stream.below(from.length)] ?? 0;
    into[b] = (into[b] ?? 0) + weight * sum;
  }
}
