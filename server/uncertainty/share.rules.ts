import { NORMAL_95, NORMAL_975 } from './quantile.rules.ts';

/** From where to where something lies, both ends within. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/**
 * Between which bounds a share lies, from 0 to 1, `level` times in a hundred, when so many of so many tests pass. Null
 * of nothing. Floating point: it says how sure a share is, it is never the share.
 * Throws RangeError unless 0 ≤ numerator ≤ denominator.
 * Source: Wilson (1927), JASA 22:209, without continuity correction, which Brown, Cai and DasGupta (2001), Statistical
 * Science 16:101, recommend for small samples: unlike p ± z·√(p(1−p)/n), it is not empty when none or all pass.
 */
export function wilson(numerator: number, denominator: number, level: 90 | 95): Span | null {
  if (!(numerator >= 0 && numerator <= denominator)) throw new RangeError(`No share ${numerator}/${denominator}`);
  if (denominator === 0) return null;
  const z = level === 90 ? NORMAL_95 : NORMAL_975;
  const failing = denominator - numerator;
  const middle = numerator + (z * z) / 2;
  const reach = z * Math.sqrt((numerator * failing) / denominator + (z * z) / 4);
  const total = denominator + z * z;
  return {
    low: numerator === 0 ? 0 : Math.max(0, (middle - reach) / total),
    high: failing === 0 ? 1 : Math.min(1, (middle + reach) / total),
  };
}
