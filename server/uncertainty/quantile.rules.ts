/** The 95 % point of the normal law: 90 % lie within, 5 % on either side. Source: Abramowitz and Stegun, table 26.5. */
export const NORMAL_95 = 1.6448536269514722;

/** The 97.5 % point of the normal law: 95 % lie within. Same source. */
export const NORMAL_975 = 1.959963984540054;

/** The 95 % points of Student's law with 1 to 5 degrees of freedom. Source: Abramowitz and Stegun, table 26.10. */
const STUDENT_95 = [6.313752, 2.919986, 2.353363, 2.131847, 2.015048] as const;

/**
 * The 95 % point of Student's law with `freedom` degrees of freedom, at least 1, not necessarily whole.
 * Up to 5: the table, along straight lines in 1/freedom, which lie above the curve. From 5: the expansion of Abramowitz
 * and Stegun 26.7.5, right to 0.0002. Plain arithmetic only, hence the same on every machine.
 */
export function student95(freedom: number): number {
  if (freedom >= STUDENT_95.length) return expansion(NORMAL_95, freedom);
  const low = Math.max(1, Math.floor(freedom));
  const [above = 0, below = 0] = STUDENT_95.slice(low - 1, low + 1);
  const share = (1 / low - 1 / Math.max(1, freedom)) / (1 / low - 1 / (low + 1));
  return above + share * (below - above);
}

function expansion(z: number, freedom: number): number {
  const square = z * z;
  const first = (z * (square + 1)) / 4;
  const second = (z * ((5 * square + 16) * square + 3)) / 96;
  const third = (z * (((3 * square + 19) * square + 17) * square - 15)) / 384;
  const fourth = (z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945)) / 92_160;
  return z + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom;
}

/**
 * The value below which a share of a sorted sample lies: the (n + 1)·share-th, between two along a straight line.
 * Source: Davison and Hinkley, Bootstrap Methods and their Application (1997), 2.3 and 5.3.
 */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const position = Math.min(Math.max((sorted.length + 1) * share, 1), sorted.length);
  const low = Math.floor(position);
  const value = sorted[low - 1] ?? Number.NaN;
  return low === position ? value : value + (position - low) * ((sorted[low] ?? value) - value);
}
