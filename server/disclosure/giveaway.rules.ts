import { cellOf, type Why } from './contributor.rules.ts';
import { type Betrayed, betrayedIn } from './doubt.rules.ts';
import { independentOf } from './factor.rules.ts';
import type { Cell, Puzzle } from './puzzle.rules.ts';
import { type Sum, unit } from './sum.rules.ts';

/**
 * The codes of the told means to withhold, as they give some secret away: for each the smallest population that holds
 * it, on its measure and on all that are secret of the secret's own population: measures of the same marks follow from
 * one another. For a single structure on all the `measures` given, beside its own. `found`: those found before, to
 * which it adds; what one of them holds is asked about again once they are withheld.
 */
export function givenAway(
  { riddle, told, secret }: Puzzle,
  withheld: ReadonlyMap<string, Why>,
  measures: readonly string[],
  wanted: number,
  found: Set<Cell>,
): ReadonlySet<string> {
  const implied = impliedIn(told, riddle.marks.length);
  const holdingOn = ({ target, held }: Betrayed): Cell[] => {
    const holding = told.filter((_, i) => held.has(i));
    const bare = holding.filter(({ sum }) => !implied.has(sum));
    if (bare.length > 0) return bare;
    if (holding.length > 0) return holding;
    // What nothing can move is held by the means of its own structures, or of those that its category ranks beside them.
    const beside = new Set(secret[target]?.members.map(({ category }) => category));
    const own = told.filter(({ members }) => members.some(({ category }) => beside.has(category)));
    return own.length > 0 ? own : [...told];
  };
  const opened = new Set<string>();
  const targets = secret.map(({ sum }) => sum);
  const isSettled = (one: Betrayed) => holdingOn(one).some((cell) => found.has(cell));
  for (const one of betrayedIn(riddle, targets, wanted, isSettled)) {
    const [cheapest] = holdingOn(one).toSorted((a, b) => a.members.length - b.members.length);
    if (!cheapest) continue;
    found.add(cheapest);
    const place = secret[one.target]?.place ?? null;
    const like = place === null ? measures : measures.filter((each) => withheld.has(cellOf({ code: place }, each)));
    for (const measure of [cheapest.measure, ...like]) {
      const code = cellOf({ code: cheapest.place ?? '' }, measure);
      if (!withheld.has(code)) opened.add(code);
    }
  }
  return opened;
}

/** The told sums that follow from others of their measure: to withhold one of them alone changes nothing. */
function impliedIn(told: readonly Cell[], marks: number): ReadonlySet<Sum> {
  const everywhere = new Uint8Array(marks).fill(1);
  return new Set(
    [...Map.groupBy(told, ({ measure }) => measure).values()].flatMap((cells) => {
      const sums = new Map(cells.map(({ sum }) => [unit(sum), sum]));
      const { kept, leanedOn } = independentOf([...sums.keys()], everywhere);
      return [...sums].flatMap(([own, sum]) => (leanedOn.has(own) || !kept.includes(own) ? [sum] : []));
    }),
  );
}
