/** How far two readings agree beyond chance. */
export interface Agreement {
  /** How many pairs. */
  readonly count: number;
  /** The share of pairs that say exactly the same, 0 to 1. */
  readonly observed: number;
  /** 1 is perfect, 0 is chance; null when every reading says the same thing, or there are no pairs. */
  readonly kappa: number | null;
  /** The bounds of its interval at 95 %, within −1 to 1; null without it. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** What stands between two values that differ: anything from 0; 0 for the same value. */
export type Distance<Value> = (a: Value, b: Value) => number;

/** Plain kappa: a difference is a difference. Source: Cohen, Educ. Psychol. Meas. 20 (1960) 37–46. */
export const nominal: Distance<string> = (a, b) => (a === b ? 0 : 1);

/** Quadratic weights: twice as far counts four times. Source: Fleiss and Cohen, Educ. Psychol. Meas. 33 (1973) 613–619. */
export const quadratic: Distance<number> = (a, b) => (a - b) ** 2;

/** The 97.5 % quantile of the normal law. */
const Z = 1.959964;

/**
 * Cohen's kappa under any distance: one less what is observed between the pairs over what chance would put between them.
 *
 *     κ = 1 − Σ d(aᵢ, bᵢ) / n  ÷  Σᵢⱼ d(aᵢ, bⱼ) / n²
 *
 * Source: Cohen, Psychol. Bull. 70 (1968) 213–220. Its standard error is the large-sample one of Fleiss, Cohen and
 * Everitt, Psychol. Bull. 72 (1969) 323–327: below some 30 pairs the interval is an indication.
 */
export function agreementOf<Value>(pairs: readonly (readonly [Value, Value])[], distance: Distance<Value>): Agreement {
  const count = pairs.length;
  if (count === 0) return { count, observed: 0, kappa: null, interval: null };
  const [as, bs] = [tallied(pairs.map(([a]) => a)), tallied(pairs.map(([, b]) => b))];
  const most = Math.max(...[...as.keys()].flatMap((a) => [...bs.keys()].map((b) => distance(a, b))));
  const same = pairs.filter(([a, b]) => distance(a, b) === 0).length / count;
  // As agreement, 1 for the same value down to 0 for the farthest two, as the standard error is written.
  const weight = (a: Value, b: Value) => (most > 0 ? 1 - distance(a, b) / most : 1);
  const ofA = new Map([...as.keys()].map((a) => [a, meanOver(bs, (b) => weight(a, b), count)]));
  const ofB = new Map([...bs.keys()].map((b) => [b, meanOver(as, (a) => weight(a, b), count)]));
  const expected = meanOver(as, (a) => ofA.get(a) ?? 0, count);
  if (!(expected < 1 - 1e-12)) return { count, observed: same, kappa: null, interval: null };
  const observed = pairs.reduce((sum, [a, b]) => sum + weight(a, b), 0) / count;
  const kappa = (observed - expected) / (1 - expected);
  const spread = pairs.reduce(
    (sum, [a, b]) => sum + (weight(a, b) - ((ofA.get(a) ?? 0) + (ofB.get(b) ?? 0)) * (1 - kappa)) ** 2,
    0,
  );
  const variance = (spread / count - (kappa - expected * (1 - kappa)) ** 2) / (count * (1 - expected) ** 2);
  const reach = Z * Math.sqrt(Math.max(0, variance));
  return { count, observed: same, kappa, interval: [Math.max(-1, kappa - reach), Math.min(1, kappa + reach)] };
}

function tallied<Value>(values: readonly Value[]): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const meanOver = <Value>(counts: ReadonlyMap<Value, number>, of: (value: Value) => number, count: number): number =>
  [...counts].reduce((sum, [value, times]) => sum + times * of(value), 0) / count;
