import { addSquare, factorOf, type Lower, lowerOf, solved } from './factor.rules.ts';
import { add, amountOf, type Side, type Sum } from './sum.rules.ts';

/** Sums that stay as they are, and the sums that each mark is in. */
export interface Held {
  readonly sums: readonly Sum[];
  readonly columns: readonly Sum[];
}

/**
 * Where marks may go from one place without any of the held sums changing, each as far as it has room there.
 *
 * The way that raises a sum g most, under a measure of length that grows towards the bounds:
 *
 *     d = H⁻¹(g − Aᵀλ)      λ = (A H⁻¹ Aᵀ)⁻¹ A H⁻¹ g      H = diag(1/room²) + Σ bₖbₖᵀ/distanceₖ²
 *
 * over the sides, bₖ being a sum less its line. H is inverted by its blocks: each side, then each line.
 * Source: S. Boyd, L. Vandenberghe, Convex Optimization (2004), sections 10.2 and C.4.
 */
export class Projection {
  private readonly bends: readonly Bend[];
  private readonly lines: readonly Line[];
  private readonly factor: Lower;

  /** `freedom`: of each mark, the square of its room; none for one that does not move. */
  constructor(
    private readonly held: Held,
    private readonly freedom: Float64Array,
    sides: readonly (Side & { readonly distance: number })[],
  ) {
    this.bends = sides.map(({ sum, line, distance }) => {
      const spread = { at: sum.at, by: sum.at.map((mark, i) => (sum.by[i] as number) * (freedom[mark] as number)) };
      return { sum, line, spread, weight: 1 / (distance * distance + dot(spread.by, sum.by)) };
    });
    this.lines = [...Map.groupBy(this.bends, ({ line }) => line)].map(([line, bends]) => ({
      at: [line, ...bends.flatMap(({ spread }) => spread.at)],
      by: [1, ...bends.flatMap(({ spread, weight }) => spread.by.map((each) => each * weight))],
      weight: 1 / (1 / (freedom[line] as number) + bends.reduce((total, { weight }) => total + weight, 0)),
    }));
    for (const { at } of this.lines) freedom[at[0] as number] = 0;
    this.factor = factorOf(this.products());
  }

  /** The way to raise a sum of marks; and how hard each held sum holds it back. */
  towards(slope: Float64Array): { readonly way: Float64Array; readonly pulls: Float64Array } {
    const straight = this.eased(slope);
    const { sums } = this.held;
    const pulls = solved(
      this.factor,
      Float64Array.from(sums, (sum) => amountOf(sum, straight)),
    );
    const left = slope.slice();
    for (const [i, sum] of sums.entries()) add(left, sum, -(pulls[i] as number));
    return { way: this.eased(left), pulls };
  }

  /** H⁻¹v. */
  private eased(vector: Float64Array): Float64Array {
    const eased = vector.map((each, mark) => each * (this.freedom[mark] as number));
    for (const { sum, spread, weight } of this.bends) add(eased, spread, -weight * amountOf(sum, eased));
    for (const line of this.lines) add(eased, line, line.weight * amountOf(line, vector));
    return eased;
  }

  /** A H⁻¹ Aᵀ. */
  private products(): Lower {
    const products = lowerOf(this.held.sums.length);
    for (const [mark, column] of this.held.columns.entries()) {
      const freedom = this.freedom[mark] as number;
      if (freedom > 0) addSquare(products, column, freedom);
    }
    for (const { spread, weight } of this.bends) addSquare(products, this.through(spread), -weight);
    for (const line of this.lines) addSquare(products, this.through(line), line.weight);
    return products;
  }

  /** How much each held sum has of a sum of marks. */
  private through({ at, by }: Sum): Sum {
    const all = new Float64Array(this.held.sums.length);
    for (const [i, mark] of at.entries()) add(all, this.held.columns[mark] as Sum, by[i] as number);
    const rows = [...all.keys()].filter((row) => all[row] !== 0);
    return { at: rows, by: rows.map((row) => all[row] as number) };
  }
}

/** One side: the marks of its sum lean on one another. */
interface Bend extends Pick<Side, 'sum' | 'line'> {
  readonly spread: Sum;
  readonly weight: number;
}

/** One line, with all that leans on it. */
interface Line extends Sum {
  readonly weight: number;
}

const dot = (one: readonly number[], two: readonly number[]): number =>
  one.reduce((total, each, i) => total + each * (two[i] as number), 0);
