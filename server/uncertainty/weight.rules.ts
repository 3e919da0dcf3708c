import { streamOf } from './random.rules.ts';
import { clamp, type Sampled, type SampledChannel } from './sample.rules.ts';
import type { Span } from './share.rules.ts';
import { ranksOf } from './standing.rules.ts';

/** The worst and the best a structure obtains when the weights move. */
export interface WeightSpans {
  readonly score: Span;
  readonly rank: Span;
}

/** By how much weights move, as a share of themselves from 0 to less than 1, and how many times they are drawn. */
export interface WeightMove {
  readonly seed: string;
  readonly count: number;
  readonly move: number;
}

/** What each weight is multiplied by, once for each set of weights that is tried. */
type Factors = ReadonlyMap<string, Float64Array>;

/** With up to so many channels, every way of moving each of their weights all the way up or down is tried. */
const CORNERS = 6;

/**
 * What the structures of a category would obtain under other weights: as they are; with the weights of the channels at
 * every corner of what they may be, where the score of a structure is highest and lowest (it is a ratio of two sums in
 * each weight, so it has no peak within); and with all weights of channels and criteria drawn at once, each on its own.
 * The same weights for all structures each time. Throws RangeError when a weight could reach 0.
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 7, uncertainty analysis.
 */
export function weighedOf<S extends Sampled>(
  category: readonly S[],
  weights: WeightMove,
): (S & { readonly weights: WeightSpans })[] {
  if (!(weights.move >= 0 && weights.move < 1)) throw new RangeError(`Weights cannot move by ${weights.move}`);
  const factors = factorsOf(category, weights);
  const weighed = category.map((structure) => {
    return { structure, scores: scoresOf(structure, factors), weights: { score: emptySpan(), rank: emptySpan() } };
  });
  for (let draw = 0; draw < (weighed[0]?.scores.length ?? 0); draw++) {
    const ranks = ranksOf(weighed.map(({ scores }) => scores[draw] ?? 0));
    for (const [i, each] of weighed.entries()) {
      widen(each.weights.score, each.scores[draw] ?? 0);
      widen(each.weights.rank, ranks[i] ?? 0);
    }
  }
  return weighed.map(({ structure, weights }) => ({ ...structure, weights }));
}

function factorsOf(category: readonly Sampled[], { seed, count, move }: WeightMove): Factors {
  const channels = [...new Set(category.flatMap((structure) => structure.channels.map(({ code }) => code)))].sort();
  const corners = 1 << Math.min(channels.length, CORNERS);
  const factors = new Map<string, Float64Array>();
  const add = (key: string, corner: (index: number) => number) => {
    const stream = streamOf(seed, 'weight', key);
    const at = (draw: number) => (draw === 0 ? 0 : draw <= corners ? corner(draw - 1) : stream.either());
    factors.set(
      key,
      Float64Array.from({ length: 1 + corners + count }, (_, draw) => 1 + move * at(draw)),
    );
  };
  for (const [i, code] of channels.entries()) add(keyOf(code), (index) => ((index >> (i % CORNERS)) & 1 ? 1 : -1));
  for (const { code, criteria } of category.flatMap((structure) => structure.channels))
    for (const criterion of criteria) {
      const key = keyOf(code, criterion.code);
      if (!factors.has(key)) add(key, () => 0);
    }
  return factors;
}

/** What a structure obtains under each set of weights. */
function scoresOf({ channels }: Sampled, factors: Factors): Float64Array {
  const [total, weights] = sums(
    channels.map((channel) => ({ ...channel, factor: factors.get(keyOf(channel.code)) })),
    channels.map((channel) => movedOf(channel, factors)),
  );
  return total.map((sum, draw) => clamp(sum / (weights[draw] ?? 1)));
}

/** What a channel is worth under each set of weights: its score, moved as the mean of its criteria moves. */
function movedOf({ code, score, criteria, bonus }: SampledChannel, factors: Factors): Float64Array | number {
  if (criteria.length === 0) return score;
  const [total, weights] = sums(
    criteria.map((criterion) => ({ ...criterion, factor: factors.get(keyOf(code, criterion.code)) })),
    criteria.map((criterion) => criterion.score),
  );
  const worth = (draw: number) => clamp((total[draw] ?? 0) / (weights[draw] || 1) + bonus);
  const before = worth(0);
  return total.map((_, draw) => clamp(score + (worth(draw) - before)));
}

/** Σ weight·factor·score and Σ weight·factor, for each set of weights. */
function sums(
  terms: readonly { readonly weight: number; readonly factor: Float64Array | undefined }[],
  scores: readonly (Float64Array | number)[],
): [Float64Array, Float64Array] {
  const length = terms[0]?.factor?.length ?? 0;
  const [total, weights] = [new Float64Array(length), new Float64Array(length)];
  for (const [i, { weight, factor }] of terms.entries()) {
    const score = scores[i] ?? 0;
    for (let draw = 0; draw < length; draw++) {
      const moved = weight * (factor?.[draw] ?? 1);
      weights[draw] = (weights[draw] ?? 0) + moved;
      total[draw] = (total[draw] ?? 0) + moved * (typeof score === 'number' ? score : (score[draw] ?? 0));
    }
  }
  return [total, weights];
}

const keyOf = (...codes: readonly string[]): string => JSON.stringify(codes);
const emptySpan = () => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY });

function widen(span: { low: number; high: number }, value: number): void {
  span.low = Math.min(span.low, value);
  span.high = Math.max(span.high, value);
}
