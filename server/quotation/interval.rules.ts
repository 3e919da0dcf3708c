/** The 97.5th percentile of the normal law: two-sided 95 %. */
const Z = 1.959963984540054;

/**
 * Where a rate would be found 95 times out of 100, both ends from 0 to 1. Floating point: no official figure reads it.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
 */
export function wilsonOf(passed: number, of: number): readonly [low: number, high: number] {
  const [share, spread] = [passed / of, (Z * Z) / of];
  const middle = share + spread / 2;
  const half = Z * Math.sqrt((share * (1 - share) + spread / 4) / of);
  return [Math.max(0, (middle - half) / (1 + spread)), Math.min(1, (middle + half) / (1 + spread))];
}
