import { type Contributor, cellOf, OVERALL, type Population, type Why } from './contributor.rules.ts';
import type { Riddle } from './doubt.rules.ts';
import type { Side, Sum } from './sum.rules.ts';

/** A mean of some structures on one measure: one that could be told, or that of a single one. */
export interface Cell {
  /** Of its population; none for a single structure. */
  readonly place: string | null;
  readonly measure: string;
  readonly members: readonly Contributor[];
  readonly sum: Sum;
}

/** What readers of an edition face: what is told, what is to be kept from them, and what they know besides. */
export interface Puzzle {
  readonly riddle: Riddle;
  readonly told: readonly Cell[];
  readonly secret: readonly Cell[];
}

/**
 * An edition as whoever reads what is told sees it. They know who takes part, on what each was tested and with which
 * weights, the exact means that are told, and that whoever is named first of a category scored at least as much as all
 * others of it; and no mark of anybody.
 */
export function puzzleOf(
  all: readonly Contributor[],
  populations: readonly Population[],
  measures: readonly string[],
  withheld: ReadonlyMap<string, Why>,
): Puzzle {
  const places = new Map<Contributor, ReadonlyMap<string, number>>();
  const marks: number[] = [];
  for (const each of all)
    places.set(each, new Map([...marksOf(each)].map(([name, mark]) => [name, marks.push(mark) - 1])));
  const scoreOf = (each: Contributor, measure: string, times = 1): Sum => {
    const parts = [...(each.parts?.get(measure) ?? [[measure, 1] as const])];
    return {
      at: parts.map(([name]) => places.get(each)?.get(name) as number),
      by: parts.map(([, part]) => part * times),
    };
  };
  const cells = populations.flatMap((population) =>
    measures.flatMap((measure): Cell[] => {
      const members = population.members.filter(({ scores }) => scores.has(measure));
      if (members.length === 0) return [];
      const sum = joined(members.map((each) => scoreOf(each, measure, 1 / members.length)));
      return [{ place: population.code, measure, members, sum }];
    }),
  );
  const isTold = ({ place, measure }: Cell) => !withheld.has(cellOf({ code: place ?? '' }, measure));
  const alone = all.flatMap((each) =>
    [...each.scores.keys()].map((measure) => ({
      ...{ place: null, measure, members: [each], sum: scoreOf(each, measure) },
    })),
  );
  // The smallest first: where one follows from others, a large one does.
  const told = cells.filter(isTold).toSorted((a, b) => a.members.length - b.members.length);
  const { equal, sides } = firstsIn(populations, marks, (each) => scoreOf(each, OVERALL));
  return {
    riddle: { marks, told: [...told.map(({ sum }) => sum), ...equal], sides },
    ...{ told, secret: [...cells.filter((cell) => !isTold(cell)), ...alone] },
  };
}

/** The marks behind the scores of a structure; a score that is made of none is one. */
const marksOf = ({ marks, parts, scores }: Contributor): ReadonlyMap<string, number> =>
  new Map([...(marks ?? []), ...[...scores].filter(([measure]) => !parts?.has(measure))]);

const joined = (sums: readonly Sum[]): Sum => ({
  at: sums.flatMap(({ at }) => at),
  by: sums.flatMap(({ by }) => by),
});

/** Of each category that names its first: a line which the first is over and all others are under; equals are equal. */
function firstsIn(populations: readonly Population[], marks: number[], overallOf: (each: Contributor) => Sum) {
  const equal: Sum[] = [];
  const sides: Side[] = [];
  for (const population of populations.filter(({ code }) => code.startsWith('category.'))) {
    const ranked = population.members.filter(({ scores }) => scores.has(OVERALL));
    const { true: first = [], false: others = [] } = Object.groupBy(ranked, (each) => `${each.first}`) as Halves;
    const [best, ...same] = first;
    if (!best || others.length + same.length === 0) continue;
    const [low, high] = [Math.min(...first.map(scoreIn)), Math.max(0, ...others.map(scoreIn))];
    // Named first for something else than the score: nothing follows from it.
    if (low < high - 1e-9) continue;
    const line = marks.push((low + high) / 2) - 1;
    sides.push({ sum: overallOf(best), line, under: false });
    for (const each of others) sides.push({ sum: overallOf(each), line, under: true });
    for (const each of same) equal.push(less(overallOf(best), overallOf(each)));
  }
  return { equal, sides };
}
type Halves = { readonly true?: Contributor[]; readonly false?: Contributor[] };

const scoreIn = ({ scores }: Contributor): number => scores.get(OVERALL) ?? 0;

const less = (one: Sum, other: Sum): Sum => ({
  at: [...one.at, ...other.at],
  by: [...one.by, ...other.by.map((by) => -by)],
});
