/** A sum of marks: which, in order, and how many times each. */
export interface Sum {
  readonly at: readonly number[];
  readonly by: readonly number[];
}

/** That a sum stays on one side of a line, which is a mark of its own: under it, or over it. */
export interface Side {
  readonly sum: Sum;
  /** Whose marks it is a sum of: sums of different owners have none in common. */
  readonly owner: number;
  readonly line: number;
  readonly under: boolean;
}

export function amountOf({ at, by }: Sum, marks: Float64Array): number {
  let value = 0;
  for (let i = 0; i < at.length; i++) value += (by[i] as number) * (marks[at[i] as number] as number);
  return value;
}

/** Adds a sum, so many times, to what each mark has. */
export function add(to: Float64Array, { at, by }: Sum, times: number): Float64Array {
  for (let i = 0; i < at.length; i++) {
    const mark = at[i] as number;
    to[mark] = (to[mark] as number) + times * (by[i] as number);
  }
  return to;
}

/** How far a sum is from its line; below nothing, it is on the wrong side. */
export function distanceOf({ sum, line, under }: Side, marks: Float64Array): number {
  const over = amountOf(sum, marks) - (marks[line] as number);
  return under ? -over : over;
}

/** A sum less its line: nothing when they are level. */
export const levelOf = ({ sum, line }: Side): Sum => ({ at: [...sum.at, line], by: [...sum.by, -1] });

/** Several sums, each so many times, as one: `at` in order, each mark once. */
export function joined(sums: readonly (readonly [sum: Sum, times: number])[]): Sum {
  const all = new Map<number, number>();
  for (const [{ at, by }, times] of sums)
    if (times !== 0)
      for (const [i, mark] of at.entries()) all.set(mark, (all.get(mark) ?? 0) + times * (by[i] as number));
  const marks = [...all].sort(([a], [b]) => a - b);
  return { at: marks.map(([mark]) => mark), by: marks.map(([, times]) => times) };
}

/** The same sum, of length one. */
export function unit({ at, by }: Sum): Sum {
  const length = Math.hypot(...by) || 1;
  return { at, by: by.map((times) => times / length) };
}

/** The sums that each mark is in, and how many times. */
export function columnsOf(sums: readonly Sum[], marks: number): Sum[] {
  const columns = Array.from({ length: marks }, () => ({ at: [] as number[], by: [] as number[] }));
  for (const [row, { at, by }] of sums.entries())
    for (const [i, mark] of at.entries()) {
      columns[mark]?.at.push(row);
      columns[mark]?.by.push(by[i] as number);
    }
  return columns;
}
