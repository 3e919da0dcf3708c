import { type Noises, noisesOf } from './noise.rules.ts';
import { quantileOf } from './quantile.rules.ts';
import { replicatesOf } from './replicate.rules.ts';
import { clamp, inOrder, overallOf, type Sampled } from './sample.rules.ts';
import type { Span } from './share.rules.ts';
import { type Standing, standingsOf } from './standing.rules.ts';
import { type WeightSpans, weighedOf } from './weight.rules.ts';

/** Why nothing is said of how sure a score is. */
export type Unsure =
  /** The score rests on no test. */
  | 'NO_TESTS'
  /** The score rests on a single test. */
  | 'SINGLE_TEST'
  /** On one of its channels nobody was tested twice, and there is nobody to compare with. */
  | 'NO_REPETITION'
  /** Every test agreed with the others of its structure: how they vary cannot be seen. */
  | 'NO_SPREAD';

/** How sure the score and the rank of one structure are, and what the choice of weights does to them. */
export interface Robustness {
  readonly id: string;
  /** Where the score lies, 90 times in a hundred, from 0 to 100; null for a reason. */
  readonly interval: Span | null;
  readonly reason: Unsure | null;
  /** Where the rank lies, at least 90 times in a hundred; null for the same reason. */
  readonly rank: Standing['rank'] | null;
  /** The ranks of those it cannot be told apart from, its own included; null for the same reason. */
  readonly tied: Standing['tied'] | null;
  readonly weights: WeightSpans;
  /** The channels where nobody was tested twice, and differences between structures stood in: the truth is narrower. */
  readonly bounded: readonly string[];
}

export interface RobustnessOptions {
  /** Any text, such as the hexadecimal digest of what was scored: the same seed gives the same figures. */
  readonly seed: string;
  /** How many times fieldwork, and weights, are drawn again. */
  readonly replicates?: number;
  /** By how much each weight may move, as a share of itself, from 0 to less than 1. */
  readonly weightMove?: number;
  /** The structures of the other categories, whose tests help where those of this category are too few. */
  readonly rest?: readonly Sampled[];
}

/**
 * How sure the scores and ranks of one category are. Floating point, the same on every machine; official scores are
 * exact and never depend on it. Structures have different ids. Answers in the order asked.
 *
 * A structure has one to four tests on a channel. Drawing them again among themselves, as a bootstrap does, sees no
 * variation at all in one test and half of it in two. So tests of one structure are compared with their own mean, and
 * these deviations pooled over the category, each multiplied by √(n/(n−1)) as n tests lie that much too close to their
 * mean (Davison and Hinkley, Bootstrap Methods and their Application, 1997, 3.2; Rao and Wu 1988, JASA 83:231, correct
 * strata of two the same way). Fieldwork is done again by drawing from the pool, for each channel as many deviations as
 * the structure had tests, with their mean added to its score. Each deviation is pooled with its opposite: two tests
 * lie symmetrically about their mean, so nothing is seen of skewness, and the interval neither leans nor misses the
 * score. With less than 5 degrees of freedom in the category, the pool is that of the edition. All is widened for the
 * fewness of the tests it rests on (replicate.rules.ts).
 *
 * What it assumes: tests are independent of one another, and those of a channel vary as much for every structure. A
 * structure near 0 or 100 varies less in truth; its interval is then too wide, and those in the middle a little too
 * narrow, so that 90 % holds on average over a category (test/property/coverage.test.ts).
 */
export function robustnessOf(category: readonly Sampled[], options: RobustnessOptions): Robustness[] {
  const { seed, replicates = 2000, weightMove = 0.1, rest = [] } = options;
  const structures = inOrder(category);
  const noises = noisesOf(structures, inOrder(rest));
  const drawn = structures.map((structure) => drawnOf(structure, noises, { seed, count: replicates }));
  const weighed = weighedOf(standingsOf(drawn), { seed, count: replicates, move: weightMove });
  const asked = category.map(({ id }) => id);
  return weighed
    .map(({ id, reason, interval, rank, tied, weights, bounded }): Robustness => {
      const said = reason === null ? { interval, rank, tied } : { interval: null, rank: null, tied: null };
      return { id, reason, ...said, weights, bounded };
    })
    .sort((one, other) => asked.indexOf(one.id) - asked.indexOf(other.id));
}

/** A structure with what becomes of its score when fieldwork is done again. */
function drawnOf(structure: Sampled, noises: Noises, draws: { readonly seed: string; readonly count: number }) {
  const { deviations, error } = replicatesOf(structure, noises, draws);
  const score = overallOf(structure);
  const reason = reasonOf(structure, noises, error);
  const tested = structure.channels.filter(({ tests }) => tests.length > 0).map(({ code }) => code);
  return {
    ...{ ...structure, score, deviations, reason, interval: intervalOf(score, deviations) },
    unknown: reason === 'NO_REPETITION' || reason === 'NO_SPREAD',
    bounded: tested.filter((code) => noises.get(code)?.bounded),
  };
}

/** From the 5th to the 95th percentile of the replicates, within 0 to 100. */
function intervalOf(score: number, deviations: Float64Array): Span {
  const sorted = deviations.slice().sort();
  const [low, high] = [quantileOf(sorted, 0.05), quantileOf(sorted, 0.95)];
  return { low: clamp(score + Math.min(0, low)), high: clamp(score + Math.max(0, high)) };
}

function reasonOf({ channels }: Sampled, noises: Noises, error: number): Unsure | null {
  const tested = channels.filter(({ tests, weight }) => tests.length > 0 && weight > 0);
  const tests = tested.reduce((sum, channel) => sum + channel.tests.length, 0);
  if (tests === 0) return 'NO_TESTS';
  if (tests === 1) return 'SINGLE_TEST';
  if (tested.some(({ code }) => !noises.get(code))) return 'NO_REPETITION';
  return error === 0 ? 'NO_SPREAD' : null;
}
