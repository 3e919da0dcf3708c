import { type Contributor, cellOf, type Population, type Why } from './contributor.rules.ts';
import type { Riddle } from './doubt.rules.ts';
import { type Honour, palmaresOf } from './honour.rules.ts';
import { type Place, placesOf } from './place.rules.ts';
import { joined, type Sum } from './sum.rules.ts';

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
  /** The marks of each structure, which it knows itself; and what its rank tells it. */
  readonly owned: ReadonlyMap<Contributor, readonly number[]>;
  readonly places: ReadonlyMap<Contributor, Place>;
}

/**
 * An edition as whoever reads what is told sees it. They know who takes part, on what each was tested and with which
 * weights, the exact means that are told, and what follows from who is named in the palmarès; and no mark of anybody.
 */
export function puzzleOf(
  all: readonly Contributor[],
  populations: readonly Population[],
  measures: readonly string[],
  withheld: ReadonlyMap<string, Why>,
  honours: readonly Honour[],
): Puzzle {
  const places = new Map<Contributor, ReadonlyMap<string, number>>();
  const marks: number[] = [];
  for (const each of all)
    places.set(each, new Map([...marksOf(each)].map(([name, mark]) => [name, marks.push(mark) - 1])));
  const scoreOf = (each: Contributor, measure: string): Sum => {
    const parts = [...(each.parts?.get(measure) ?? [[measure, 1] as const])];
    return joined(parts.map(([name, part]) => [{ at: [places.get(each)?.get(name) as number], by: [1] }, part]));
  };
  const cells = populations.flatMap((population) =>
    measures.flatMap((measure): Cell[] => {
      const members = population.members.filter(({ scores }) => scores.has(measure));
      if (members.length === 0) return [];
      const sum = joined(members.map((each) => [scoreOf(each, measure), 1 / members.length]));
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
  const owners = new Map(all.map((each, i) => [each, i]));
  const ownerOf = (each: Contributor) => owners.get(each) as number;
  const { equal, sides, still } = palmaresOf(honours, marks, scoreOf, ownerOf);
  return {
    riddle: { marks, told: [...told.map(({ sum }) => sum), ...equal], sides, still },
    ...{ told, secret: [...cells.filter((cell) => !isTold(cell)), ...alone] },
    owned: new Map([...places].map(([each, own]) => [each, [...own.values()]])),
    places: placesOf(all, honours, marks, scoreOf, ownerOf),
  };
}

/** The marks behind the scores of a structure; a score that is made of none is one. */
const marksOf = ({ marks, parts, scores }: Contributor): ReadonlyMap<string, number> =>
  new Map([...(marks ?? []), ...[...scores].filter(([measure]) => !parts?.has(measure))]);
