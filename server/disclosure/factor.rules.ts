import { columnsOf, joined, type Sum } from './sum.rules.ts';

/** A row of length one that is nearer than this to those before it follows from them. */
const NOTHING = 1e-12;
/** A row follows from others that it has more of than this. */
const LEANS = 1e-6;

/** The lower half of a symmetric matrix, row by row. */
export type Lower = readonly Float64Array[];

export const lowerOf = (size: number): Lower => Array.from({ length: size }, (_, i) => new Float64Array(i + 1));

/** Adds v·vᵀ, so many times; `at` in order. */
export function addSquare(matrix: Lower, { at, by }: Sum, times: number): void {
  for (let i = 0; i < at.length; i++) {
    const line = matrix[at[i] as number] as Float64Array;
    const part = times * (by[i] as number);
    for (let k = 0; k <= i; k++) line[at[k] as number] = (line[at[k] as number] as number) + part * (by[k] as number);
  }
}

/**
 * L of L·Lᵀ, in the place of the matrix. What follows from the rows before it is divided by infinity: it counts for
 * nothing. Source: G. H. Golub, C. F. Van Loan, Matrix Computations (2013), section 4.2 (Cholesky).
 */
export function factorOf(matrix: Lower): Lower {
  for (const [i, line] of matrix.entries()) {
    const whole = line[i] as number;
    for (let j = 0; j <= i; j++) {
      const other = matrix[j] as Float64Array;
      let rest = line[j] as number;
      for (let k = 0; k < j; k++) rest -= (line[k] as number) * (other[k] as number);
      if (j < i) line[j] = rest / (other[j] as number);
      else line[i] = rest > NOTHING * whole ? Math.sqrt(rest) : Number.POSITIVE_INFINITY;
    }
  }
  return matrix;
}

/** The x of L·Lᵀ·x = right, in the place of the right side. */
export function solved(factor: Lower, right: Float64Array): Float64Array {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    const line = factor[i] as Float64Array;
    let rest = right[i] as number;
    for (let k = 0; k < i; k++) rest -= (line[k] as number) * (right[k] as number);
    right[i] = rest / (line[i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    const line = factor[i] as Float64Array;
    const value = (right[i] as number) / (line[i] as number);
    right[i] = value;
    for (let k = 0; k < i; k++) right[k] = (right[k] as number) - (line[k] as number) * value;
  }
  return right;
}

/** The sums vᵢ′ with Σ vᵢ′·vᵢ′ᵀ = V·(L·Lᵀ)⁻¹·Vᵀ: each less what it shares with those before it. */
export function apart(sums: readonly Sum[], factor: Lower): Sum[] {
  const done: Sum[] = [];
  for (const [i, sum] of sums.entries()) {
    const line = factor[i] as Float64Array;
    const whole = line[i] as number;
    const shared = done.map((each, k) => [each, -(line[k] as number) / whole] as const);
    done.push(joined([[sum, 1 / whole], ...shared]));
  }
  return done;
}

/**
 * The sums, of length one, that do not follow from those before them, over the marks that move; and which of them
 * others follow from: to leave out one of those alone changes nothing.
 */
export function independentOf(sums: readonly Sum[], moving: Uint8Array): { kept: Sum[]; leanedOn: ReadonlySet<Sum> } {
  const products = lowerOf(sums.length);
  for (const [mark, column] of columnsOf(sums, moving.length).entries())
    if (moving[mark]) addSquare(products, column, 1);
  const lines = products.map((line) => line.slice(0, -1));
  const factor = factorOf(products);
  const isKept = (i: number) => Number.isFinite(factor[i]?.[i]);
  const leanedOn = new Set<Sum>();
  for (const [i, line] of lines.entries())
    if (!isKept(i))
      for (const [k, times] of solved(factor, line).entries())
        if (Math.abs(times) > LEANS) leanedOn.add(sums[k] as Sum);
  return { kept: sums.filter((_, i) => isKept(i)), leanedOn };
}
