import { type Contributor, cellOf, type Population, populationsOf, type Why } from './contributor.rules.ts';
import { givenAway } from './giveaway.rules.ts';
import type { Honour } from './honour.rules.ts';
import { Insiders } from './insider.rules.ts';
import { puzzleOf } from './puzzle.rules.ts';

/** What a mean needs to be told by itself: a rule of the edition, published with it. */
export interface Threshold {
  /** Fewest structures behind it. */
  readonly fewest: number;
  /** Most of its sum that one of them may make up, from 0 to 1. */
  readonly largest: number;
}

/** An edition to decide on. */
export interface Asked {
  readonly all: readonly Contributor[];
  readonly measures: readonly string[];
  readonly threshold: Threshold;
  /** What the palmarès tells. */
  readonly honours: readonly Honour[];
  /** What is not told in any case. */
  readonly before: ReadonlyMap<string, Why>;
}

/** Nothing unpublished may be known within five points: the interval left for it is at least twice as wide. */
const WIDTH = 10;

/**
 * Which means of an edition are not told, and why, by the code of the mean: decided once for a version.
 *
 * First those that say something by themselves: under the threshold of structures, dominated by one, or at an end of the
 * scale. Then, as long as there is a mean that is not told, or a score of a structure, on which no doubt of ten points
 * can be shown, the smallest of those that give it away. It ends: without any mean nothing is known.
 *
 * So a version leaves with a proof, and not because rules foresaw what readers may think of. For each secret there are
 * two editions that agree on everything readers know (`puzzleOf`) and lie ten points apart on it: by subtracting
 * populations, measures of the same marks, or whatever else, nobody who sees only what they agree on can say which
 * of them is real. Nor can a structure that adds its own marks and rank, of the score of another (`Insiders`). It is no
 * proof against those who know more: structures that join what each knows of itself.
 *
 * Source: Willenborg and de Waal, Elements of Statistical Disclosure Control (2001), chapters 4 and 6.
 */
export function withheldIn({ all, measures, threshold, honours, before }: Asked): ReadonlyMap<string, Why> {
  const populations = populationsOf(all);
  const withheld = new Map(before);
  for (const population of populations)
    for (const measure of measures) {
      const why = ownReason(population, measure, threshold);
      if (why) withheld.set(cellOf(population, measure), why);
    }
  const insiders = new Insiders(all);
  for (;;) {
    const puzzle = puzzleOf(all, populations, measures, withheld, honours);
    const read = givenAway(puzzle, withheld, measures, WIDTH, new Set());
    const open = read.size > 0 ? read : insiders.givenAway(puzzle, withheld, WIDTH);
    if (open.size === 0) return withheld;
    for (const cell of open) withheld.set(cell, 'PROTECTS_ANOTHER');
  }
}

/** A mean as an earlier version of the same year told it, or withheld it. */
interface Earlier {
  readonly code: string;
  readonly value: number | null;
  readonly count: number | null;
  readonly why: Why | null;
}

/**
 * What earlier versions of the same year forbid to tell now: what they withheld, and what would come out otherwise than
 * they told it. Scores are final by then, so that another mean is that of other structures, a few come or gone: the
 * difference would be theirs.
 */
export function forbiddenBy(
  earlier: readonly Earlier[],
  now: ReadonlyMap<string, { readonly value: number; readonly count: number }>,
): ReadonlyMap<string, Why> {
  const forbidden = new Map<string, Why>();
  for (const { code, value, count, why } of earlier) {
    const mean = now.get(code);
    const same = mean && mean.value === value && mean.count === count;
    if (!forbidden.has(code) && (why || !same)) forbidden.set(code, why ?? 'PROTECTS_ANOTHER');
  }
  return forbidden;
}

function ownReason({ members }: Population, measure: string, { fewest, largest }: Threshold): Why | null {
  const scores = members.flatMap(({ scores }) => scores.get(measure) ?? []);
  const sum = scores.reduce((total, score) => total + score, 0);
  if (scores.length < fewest) return 'SMALL_BASE';
  if (Math.max(...scores) > largest * sum) return 'DOMINANCE';
  return Math.min(sum, 100 * scores.length - sum) < WIDTH ? 'EXTREME' : null;
}
