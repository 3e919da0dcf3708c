/** A symmetric, positive matrix, row by row. */
export type Matrix = readonly Float64Array[];

/**
 * The lower triangle L of a symmetric positive matrix, such that L Lᵀ is the matrix. Throws RangeError when it is not
 * positive: two of its lines then say the same. Source: Golub and Van Loan, Matrix Computations, algorithm 4.2.1.
 */
export function choleskyOf(matrix: Matrix): Float64Array[] {
  const lower = matrix.map(() => new Float64Array(matrix.length));
  for (const [i, row] of matrix.entries())
    for (let j = 0; j <= i; j++) {
      let rest = row[j] as number;
      for (let k = 0; k < j; k++) rest -= at(lower, i, k) * at(lower, j, k);
      if (i !== j) (lower[i] as Float64Array)[j] = rest / at(lower, j, j);
      else if (rest > 1e-12) (lower[i] as Float64Array)[i] = Math.sqrt(rest);
      else throw new RangeError('The matrix is not positive');
    }
  return lower;
}

/** The inverse of a matrix, from its lower triangle. */
export function inverseOf(lower: Matrix): Float64Array[] {
  return lower.map((_, column) => {
    const unit = new Float64Array(lower.length);
    unit[column] = 1;
    return solved(lower, unit);
  });
}

/** What a matrix takes to a vector, from its lower triangle: down, then up. */
export function solved(lower: Matrix, vector: Float64Array): Float64Array {
  const answer = Float64Array.from(vector);
  const size = lower.length;
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) answer[i] = (answer[i] as number) - at(lower, i, k) * (answer[k] as number);
    answer[i] = (answer[i] as number) / at(lower, i, i);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) answer[i] = (answer[i] as number) - at(lower, k, i) * (answer[k] as number);
    answer[i] = (answer[i] as number) / at(lower, i, i);
  }
  return answer;
}

/** The logarithm of the determinant of a matrix, from its lower triangle. */
export const logDeterminantOf = (lower: Matrix): number =>
  2 * lower.reduce((sum, row, i) => sum + Math.log(row[i] as number), 0);

const at = (matrix: Matrix, i: number, j: number): number => matrix[i]?.[j] as number;
