import { choleskyOf, inverseOf, logDeterminantOf, solved } from './linear.rules.ts';

/** The score of one test on one channel, on 100, with whom it tested and who made it. */
export interface Observed {
  readonly structure: string;
  readonly auditor: string;
  readonly score: number;
}

/** What one auditor adds to the scores they give, in points on 100: below 0 for a severe one. */
export interface Estimate {
  readonly auditor: string;
  readonly tests: number;
  readonly points: number;
  /** Its standard error, in points. */
  readonly error: number;
}

/** The estimates of one channel, and what they rest on. */
export interface Crossed {
  readonly estimates: readonly Estimate[];
  /** How far tests of one structure by equal auditors lie from one another: standard deviation, in points. */
  readonly noise: number;
  /** How many tests there are beyond what is estimated. */
  readonly freedom: number;
}

/** How far structures differ, over how far tests of one do: the ratios of variance that are tried. */
const RATIOS = [0, ...Array.from({ length: 25 }, (_, i) => 10 ** (-2 + i / 6))];

/**
 * What each auditor adds, from who tested whom: a score is what its auditor adds, plus what its structure is worth, plus
 * noise. Structures are taken as drawn at random, so that one tested only once still tells something of its auditor, and
 * one tested by several compares them; how much they differ is estimated with the rest (REML). Estimates are around the
 * mean of all tests: they say who differs from the others, not who is right.
 *
 * It rests on auditors being given structures without regard to what these are worth, as a plan does: where someone is
 * only ever sent to bad ones, part of that is taken for severity. Null when there are fewer than two auditors, or too few
 * tests to tell noise from anything.
 *
 * Source: Patterson and Thompson, Biometrika 58 (1971) 545–554; Robinson, Statistical Science 6 (1991) 15–32.
 */
export function crossedEffects(observed: readonly Observed[]): Crossed | null {
  const auditors = [...new Set(observed.map(({ auditor }) => auditor))].sort();
  const freedom = observed.length - auditors.length;
  if (auditors.length < 2 || freedom < 8) return null;
  const design = designOf(observed, auditors);
  let best: Fit | null = null;
  for (const ratio of RATIOS) {
    const fit = fitted(design, ratio, freedom);
    if (fit && (!best || fit.likelihood > best.likelihood)) best = fit;
  }
  if (!best) return null;
  const inverse = inverseOf(best.lower);
  const shares = design.tests.map((tests) => tests / observed.length);
  const mean = shares.reduce((sum, share, j) => sum + share * (best.points[j] as number), 0);
  // The variance of what is added less the mean of all, from that of what is added.
  const rows = inverse.map((row) => shares.reduce((sum, share, k) => sum + share * (row[k] as number), 0));
  const whole = shares.reduce((sum, share, k) => sum + share * (rows[k] as number), 0);
  const estimates = auditors.map((auditor, j) => ({
    ...{ auditor, tests: design.tests[j] ?? 0, points: (best.points[j] as number) - mean },
    error: Math.sqrt(Math.max(0, best.variance * ((inverse[j]?.[j] as number) - 2 * (rows[j] as number) + whole))),
  }));
  return { estimates, noise: Math.sqrt(best.variance), freedom };
}

/** Who tested whom how often, and what came of it. */
interface Design {
  readonly tests: readonly number[];
  readonly sums: readonly number[];
  readonly squares: number;
  readonly structures: readonly {
    readonly count: number;
    readonly sum: number;
    readonly by: readonly (readonly [auditor: number, tests: number])[];
  }[];
}

function designOf(observed: readonly Observed[], auditors: readonly string[]): Design {
  const places = new Map(auditors.map((auditor, j) => [auditor, j]));
  const placed = observed.map(({ auditor, ...each }) => ({ ...each, place: places.get(auditor) ?? 0 }));
  const total = (of: readonly { score: number }[]) => of.reduce((sum, { score }) => sum + score, 0);
  const own = auditors.map((_, j) => placed.filter(({ place }) => place === j));
  return {
    tests: own.map(({ length }) => length),
    sums: own.map(total),
    squares: observed.reduce((sum, { score }) => sum + score ** 2, 0),
    structures: [...Map.groupBy(placed, ({ structure }) => structure).values()].map((tests) => ({
      ...{ count: tests.length, sum: total(tests) },
      by: [...Map.groupBy(tests, ({ place }) => place)].map(([place, { length }]) => [place, length] as const),
    })),
  };
}

interface Fit {
  readonly points: Float64Array;
  readonly lower: Float64Array[];
  readonly variance: number;
  readonly likelihood: number;
}

/** The best estimates under one ratio, and how likely it is. */
function fitted({ tests, sums, squares, structures }: Design, ratio: number, freedom: number): Fit | null {
  const matrix = tests.map((count, j) => Float64Array.from(tests, (_, k) => (j === k ? count : 0)));
  const right = Float64Array.from(sums);
  let [rest, spread] = [squares, 0];
  for (const { count, sum, by } of structures) {
    const pull = ratio / (1 + count * ratio);
    rest -= pull * sum ** 2;
    spread += Math.log(1 + count * ratio);
    for (const [j, n] of by) {
      right[j] = (right[j] as number) - pull * n * sum;
      for (const [k, m] of by) (matrix[j] as Float64Array)[k] = (matrix[j]?.[k] as number) - pull * n * m;
    }
  }
  try {
    const lower = choleskyOf(matrix);
    const points = solved(lower, right);
    const variance = (rest - right.reduce((sum, value, j) => sum + value * (points[j] as number), 0)) / freedom;
    if (!(variance > 0)) return null;
    const likelihood = -(freedom * Math.log(variance) + spread + logDeterminantOf(lower)) / 2;
    return { points, lower, variance, likelihood };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
