/** A sum of marks: which, in order, each once, and how many times. */
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

/** What is not nothing of a row of numbers, as a sum of marks from the `first` on. */
export function sparse(row: Float64Array, first = 0): Sum {
  const at: number[] = [];
  const by: number[] = [];
  for (let i = 0; i < row.length; i++)
    if (row[i] !== 0) {
      at.push(first + i);
      by.push(row[i] as number);
    }
  return { at, by };
}

/** Several sums, each so many times, as one. */
export function joined(sums: readonly (readonly [sum: Sum, times: number])[]): Sum {
  const some = sums.filter(([{ at }, times]) => times !== 0 && at.length > 0);
  const first = some.reduce((least, [{ at }]) => Math.min(least, at[0] as number), Number.POSITIVE_INFINITY);
  const last = some.reduce((most, [{ at }]) => Math.max(most, at.at(-1) as number), first - 1);
  const row = new Float64Array(some.length > 0 ? last - first + 1 : 0);
  for (const [{ at, by }, times] of some)
    for (let i = 0; i < at.length; i++) {
      const place = (at[i] as number) - first;
      row[place] = (row[place] as number) + times * (by[i] as number);
    }
  return sparse(row, first);
}

export const scaled = ({ at, by }: Sum, times: number): Sum => ({ at, by: by.map((each) => each * times) });

/** The same sum, of length one. */
export const unit = (sum: Sum): Sum => scaled(sum, 1 / (Math.hypot(...sum.by) || 1));

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
