import loadHighs, { type Highs } from 'highs';

/** One structure as an attacker sees it: what is known of everybody but the scores. */
export interface Target {
  /** What each of its measures is made of: the weight of each of its hidden marks, which add up to 1. */
  readonly measures: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** A published sum: of one measure, over some structures, to half of the last printed decimal. */
export interface Known {
  readonly measure: string;
  readonly members: readonly number[];
  readonly mean: number;
}

/** That a structure is known to score at least as much as another, on a measure. */
export interface Above {
  readonly measure: string;
  readonly first: number;
  readonly other: number;
}

let solver: Promise<Highs> | null = null;

/**
 * Someone who knows everything that is published, who takes part, on which channels, with which weights, and nothing of
 * what each was given: solves the tables as linear equations, between 0 and 100.
 */
export async function attackerOf(targets: readonly Target[], known: readonly Known[], above: readonly Above[]) {
  solver ??= loadHighs();
  const highs = await solver;
  const score = (i: number, measure: string, times: number): [string, number][] =>
    [...(targets[i]?.measures.get(measure) ?? [])].map(([mark, weight]) => [`x${i}_${mark}`, weight * times]);
  const sumOf = (terms: readonly [string, number][]): string => {
    const totals = new Map<string, number>();
    for (const [name, factor] of terms) totals.set(name, (totals.get(name) ?? 0) + factor);
    return [...totals]
      .map(([name, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor).toFixed(9)} ${name}`)
      .join(' ');
  };
  const rows = [
    ...known.flatMap(({ measure, members, mean }, k) => {
      const sum = sumOf(members.flatMap((i) => score(i, measure, 1 / members.length)));
      return [` l${k}: ${sum} >= ${mean - 0.005}`, ` h${k}: ${sum} <= ${mean + 0.005}`];
    }),
    ...above.map(
      ({ measure, first, other }, k) =>
        ` a${k}: ${sumOf([...score(first, measure, 1), ...score(other, measure, -1)])} >= 0`,
    ),
  ];
  const names = new Set(targets.flatMap((_, i) => marksOf(targets[i]).map((mark) => `x${i}_${mark}`)));
  const bounds = [...names].map((name) => ` 0 <= ${name} <= 100`);
  const solve = (way: string, sum: string): number => {
    const text = `${way}\n obj: ${sum}\nSubject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd`;
    const { Status, ObjectiveValue } = highs.solve(text, { presolve: 'on' });
    if (Status !== 'Optimal') throw new Error(`The tables do not hold together: ${Status}.`);
    return ObjectiveValue;
  };
  return {
    /** How wide the doubt is on a mean of some structures, in points. */
    doubtOn(measure: string, members: readonly number[]): number {
      const sum = sumOf(members.flatMap((i) => score(i, measure, 1 / members.length)));
      return solve('Maximize', sum) - solve('Minimize', sum);
    },
  };
}

const marksOf = (target: Target | undefined): string[] => [
  ...new Set([...(target?.measures.values() ?? [])].flatMap((marks) => [...marks.keys()])),
];
