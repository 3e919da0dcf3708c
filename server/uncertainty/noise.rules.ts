import type { Sampled, SampledChannel } from './sample.rules.ts';

/** How far one test on a channel may fall from what the channel is worth. */
export interface Noise {
  /** The deviations a test may have, all as likely, each with its opposite, in order. */
  readonly deviations: Float64Array;
  /** Their mean square, in points². */
  readonly variance: number;
  /** On how many independent deviations the variance rests, at least 1. */
  readonly freedom: number;
  /** Nobody was tested twice: the structures' own differences stand in, so the noise is at most this. */
  readonly bounded: boolean;
}

/** The noise of each channel by its code; null where nothing tells it. */
export type Noises = ReadonlyMap<string, Noise | null>;

/** Below so many degrees of freedom, a category borrows the tests of the whole edition. */
const ENOUGH = 5;

/** The noise of every channel on which the structures of a category were tested. */
export function noisesOf(category: readonly Sampled[], rest: readonly Sampled[]): Noises {
  const own = testedOf(category);
  const all = testedOf([...category, ...rest]);
  return new Map([...own].map(([code, channels]) => [code, noiseOf(channels, all.get(code) ?? channels)]));
}

const testedOf = (structures: readonly Sampled[]): Map<string, SampledChannel[]> =>
  Map.groupBy(
    structures.flatMap(({ channels }) => channels.filter(({ tests }) => tests.length > 0)),
    ({ code }) => code,
  );

function noiseOf(own: readonly SampledChannel[], all: readonly SampledChannel[]): Noise | null {
  const pool = freedomOf(own) < ENOUGH ? all : own;
  if (freedomOf(pool) > 0) return withinOf(pool);
  return betweenOf(own.length > 1 ? own : all);
}

const freedomOf = (channels: readonly SampledChannel[]): number =>
  channels.reduce((sum, { tests }) => sum + Math.max(0, tests.length - 1), 0);

/** What tests of one structure differ by, pooled. Each n tests lie √(n/(n−1)) too close to their own mean. */
function withinOf(channels: readonly SampledChannel[]): Noise {
  const deviations = channels
    .filter(({ tests }) => tests.length > 1)
    .flatMap(({ tests }) => tests.map((test) => test * Math.sqrt(tests.length / (tests.length - 1))));
  return noiseFrom(deviations, freedomOf(channels), false);
}

/** What structures differ by: their own differences and the noise together, so at least the noise. */
function betweenOf(channels: readonly SampledChannel[]): Noise | null {
  const count = channels.length;
  if (count < 2) return null;
  const scores = Float64Array.from(channels, ({ score }) => score).sort();
  const mean = scores.reduce((sum, score) => sum + score, 0) / count;
  return noiseFrom(
    Array.from(scores, (score) => (score - mean) * Math.sqrt(count / (count - 1))),
    count - 1,
    true,
  );
}

function noiseFrom(found: readonly number[], freedom: number, bounded: boolean): Noise {
  const deviations = Float64Array.from(found.flatMap((deviation) => [-deviation, deviation])).sort();
  const variance = deviations.reduce((sum, deviation) => sum + deviation * deviation, 0) / deviations.length;
  return { deviations, variance, freedom, bounded };
}
