import { addSquare, apart, factorOf, type Lower, lowerOf, solved } from './factor.rules.ts';
import { add, amountOf, joined, type Side, type Sum, sparse } from './sum.rules.ts';

/** Sums that stay as they are, and the sums that each mark is in. */
export interface Held {
  readonly sums: readonly Sum[];
  readonly columns: readonly Sum[];
}

/** A side, and how far its sum is from its line. */
type Distant = Side & { readonly distance: number };

/**
 * Where marks may go from one place without any of the held sums changing, each as far as it has room there.
 *
 * The way that raises a sum g most, under a measure of length that grows towards the bounds:
 *
 *     d = H⁻¹(g − Aᵀλ)      λ = (A H⁻¹ Aᵀ)⁻¹ A H⁻¹ g      H = diag(1/room²) + Σ bₖbₖᵀ/distanceₖ²
 *
 * over the sides, bₖ being a sum less its line. H is inverted by its blocks: the sides of each owner, then the lines.
 * H⁻¹ = diag(room²) − Σ cⱼcⱼᵀ + Σ lⱼlⱼᵀ, with a c for each side and an l for each line.
 * Source: S. Boyd, L. Vandenberghe, Convex Optimization (2004), sections 10.2 and C.4.
 */
export class Projection {
  private readonly held: Held;
  private readonly freedom: Float64Array;
  private readonly bends: readonly Sum[];
  private readonly lines: readonly Sum[];
  private readonly factor: Lower;

  /** `freedom`: of each mark, the square of its room; none for one that does not move. */
  constructor(held: Held, freedom: Float64Array, sides: readonly Distant[]) {
    this.held = held;
    this.freedom = freedom;
    const bends = [...Map.groupBy(sides, ({ owner }) => owner).values()].flatMap((own) => bendsOf(own, freedom));
    this.bends = bends.map(({ spread }) => spread);
    this.lines = linesOf(bends, freedom);
    for (const { line } of sides) freedom[line] = 0;
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
    for (const bend of this.bends) add(eased, bend, -amountOf(bend, vector));
    for (const line of this.lines) add(eased, line, amountOf(line, vector));
    return eased;
  }

  /** A H⁻¹ Aᵀ. */
  private products(): Lower {
    const products = lowerOf(this.held.sums.length);
    for (const [mark, column] of this.held.columns.entries()) {
      const freedom = this.freedom[mark] as number;
      if (freedom > 0) addSquare(products, column, freedom);
    }
    for (const bend of this.bends) addSquare(products, this.through(bend), -1);
    for (const line of this.lines) addSquare(products, this.through(line), 1);
    return products;
  }

  /** How much each held sum has of a sum of marks. */
  private through({ at, by }: Sum): Sum {
    const all = new Float64Array(this.held.sums.length);
    for (let i = 0; i < at.length; i++) add(all, this.held.columns[at[i] as number] as Sum, by[i] as number);
    return sparse(all);
  }
}

/** What one side takes from where marks may go, and how it leans on the lines. */
interface Bend {
  readonly spread: Sum;
  readonly leans: Sum;
}

/** The sides of one owner, each less what it shares with those before it: their marks lean on one another. */
function bendsOf(own: readonly Distant[], freedom: Float64Array): Bend[] {
  const spreads = own.map(({ sum: { at, by } }) => {
    const free = [...at.keys()].filter((i) => (freedom[at[i] as number] as number) > 0);
    return {
      at: free.map((i) => at[i] as number),
      by: free.map((i) => (by[i] as number) * (freedom[at[i] as number] as number)),
    };
  });
  const shared = own.map(({ sum, distance }, i) =>
    Float64Array.from({ length: i + 1 }, (_, k) => (k === i ? distance ** 2 : 0) + dot(sum, spreads[k] as Sum)),
  );
  const factor = factorOf(shared);
  const leans = apart(
    own.map(({ line }) => ({ at: [line], by: [1] })),
    factor,
  );
  return apart(spreads, factor).map((spread, i) => ({ spread, leans: leans[i] as Sum }));
}

/** Each line with the marks that lean on it, less what it shares with the lines before it. */
function linesOf(bends: readonly Bend[], freedom: Float64Array): Sum[] {
  const leaning = Map.groupBy(
    bends.flatMap(({ spread, leans }) => leans.at.map((line, i) => ({ line, spread, by: leans.by[i] as number }))),
    ({ line }) => line,
  );
  const lines = [...leaning.keys()].sort((a, b) => a - b);
  const places = new Map(lines.map((line, place) => [line, place]));
  const shared = lowerOf(lines.length);
  for (const [place, line] of lines.entries()) (shared[place] as Float64Array)[place] = 1 / (freedom[line] as number);
  for (const { leans } of bends)
    addSquare(shared, { at: leans.at.map((line) => places.get(line) as number), by: leans.by }, 1);
  const whole = lines.map((line) =>
    joined([[{ at: [line], by: [1] }, 1], ...(leaning.get(line) ?? []).map(({ spread, by }) => [spread, by] as const)]),
  );
  return apart(whole, factorOf(shared));
}

/** The product of two sums. */
function dot(one: Sum, two: Sum): number {
  let product = 0;
  for (let i = 0, k = 0; i < one.at.length && k < two.at.length; ) {
    const [mark, other] = [one.at[i] as number, two.at[k] as number];
    if (mark === other) product += (one.by[i] as number) * (two.by[k] as number);
    if (mark <= other) i++;
    if (other <= mark) k++;
  }
  return product;
}
