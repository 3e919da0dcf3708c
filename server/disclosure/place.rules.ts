import type { Contributor } from './contributor.rules.ts';
import type { Honour } from './honour.rules.ts';
import type { Side, Sum } from './sum.rules.ts';

/** On which side of its own score, a line that it knows, a structure knows the others of its category to be. */
export interface Place {
  readonly line: number;
  readonly sides: readonly Side[];
}

/**
 * What a structure is told with its rank, and readers are not: the last that nobody is under it, and whoever comes after
 * those alone that the palmarès names that nobody else is above it. Any other rank tells how many are above, not who.
 */
export function placesOf(
  all: readonly Contributor[],
  honours: readonly Honour[],
  marks: number[],
  scoreOf: (each: Contributor, measure: string) => Sum,
  ownerOf: (each: Contributor) => number,
): ReadonlyMap<Contributor, Place> {
  const measure = 'overall';
  const worthOf = ({ scores }: Contributor): number => scores.get(measure) ?? 0;
  const named = new Set(honours.flatMap((honour) => (honour.measure === measure ? honour.named : [])));
  const places = new Map<Contributor, Place>();
  const scored = all.filter(({ scores }) => scores.has(measure));
  for (const field of Map.groupBy(scored, ({ category }) => category).values())
    for (const own of field) {
      const others = field.filter((each) => each !== own);
      const under = others.filter((each) => !(named.has(each) && worthOf(each) > worthOf(own)));
      const isLast = others.every((each) => worthOf(each) >= worthOf(own));
      if (!isLast && under.some((each) => worthOf(each) > worthOf(own))) continue;
      const line = marks.push(worthOf(own)) - 1;
      const sides = (isLast ? others : under).map((each) => ({
        ...{ sum: scoreOf(each, measure), owner: ownerOf(each), line, under: !isLast },
      }));
      places.set(own, { line, sides });
    }
  return places;
}
