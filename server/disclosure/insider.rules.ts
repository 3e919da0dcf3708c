import type { Contributor, Why } from './contributor.rules.ts';
import { doubtIn, isWide, type Riddle } from './doubt.rules.ts';
import { givenAway } from './giveaway.rules.ts';
import { dealt, groupsApart } from './group.rules.ts';
import type { Cell, Puzzle } from './puzzle.rules.ts';
import { scaled } from './sum.rules.ts';

/** How many are asked as one, at most, after the halves of all. */
const SIZES = [16, 4];
/** On what the palmarès alone leaves less doubt than this, in points, there is nothing to keep. */
const NOTHING = 0.01;

/**
 * Those who take part, as readers who know their own marks and ranks besides, and look for the scores of one another.
 *
 * To ask about each by itself would take a search for each. So many are asked about as if they were one: two editions in
 * which none of a group has other marks are two to each of the group. Halves of all, such that of any two one is in some
 * half without the other, show nearly everything; what they leave open is asked of smaller groups, then of each. What
 * was shown stays so, since what is withheld later leaves more doubt and never less.
 *
 * What the palmarès says beside one's own score no mean can take back: the second of a category who has 96 knows that
 * the first has more. Means then leave at least half of the doubt that it leaves.
 */
export class Insiders {
  private readonly all: readonly Contributor[];
  /** For each score of a structure, in the order of the puzzle: to whom no doubt on it was shown yet. */
  private readonly unshown: readonly Set<Contributor>[];
  private isNew = true;

  constructor(all: readonly Contributor[]) {
    // Neighbours have few structures between them that could move in their place: they come in different groups.
    this.all = all.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    this.unshown = all.flatMap((own) => [...own.scores].map(() => new Set(all.filter((each) => each !== own))));
  }

  /** The codes of the told means to withhold, as they give some score away to another structure. */
  givenAway(puzzle: Puzzle, withheld: ReadonlyMap<string, Why>, wanted: number): ReadonlySet<string> {
    const scores = puzzle.secret.filter(({ place }) => place === null);
    if (this.isNew) for (const group of groupsApart(this.all)) this.look(puzzle, scores, group, wanted);
    this.isNew = false;
    for (const size of SIZES) {
      const left = this.left();
      if (left.length > size) for (const group of dealt(left, size)) this.look(puzzle, scores, group, wanted);
    }
    const found = new Set<Cell>();
    const codes = this.left().flatMap((each) => {
      const riddle = knowing(puzzle, [each]);
      const asked = scores.filter((_, i) => this.unshown[i]?.has(each));
      const secret = keptIn({ ...riddle, told: riddle.told.slice(puzzle.told.length) }, asked, wanted);
      // One measure at a time: it is often enough.
      const open = givenAway({ ...puzzle, riddle, secret }, withheld, [], wanted, found);
      if (found.size === 0) for (const some of this.unshown) some.delete(each);
      return [...open];
    });
    return new Set(codes);
  }

  /** Those to whom some doubt is still to be shown. */
  private left(): Contributor[] {
    return this.all.filter((each) => this.unshown.some((some) => some.has(each)));
  }

  /** What is in doubt to all of a group together is so to each of it. */
  private look(puzzle: Puzzle, scores: readonly Cell[], group: readonly Contributor[], wanted: number): void {
    const among = new Set(group);
    const asked = scores.flatMap((cell, i) => {
      const own = this.unshown[i] as Set<Contributor>;
      return !among.has(cell.members[0] as Contributor) && group.some((each) => own.has(each))
        ? [{ sum: cell.sum, own }]
        : [];
    });
    const targets = asked.map(({ sum }) => sum);
    for (const [i, doubt] of doubtIn(knowing(puzzle, group), targets, wanted, false).entries())
      if (isWide(doubt, wanted)) for (const each of group) asked[i]?.own.delete(each);
  }
}

const placeOf = ({ category, department }: Contributor): string => `${category} ${department}`;

/** What is read by whoever knows the marks and the ranks of some structures. */
function knowing({ riddle, owned, places }: Puzzle, some: readonly Contributor[]): Riddle {
  const known = some.flatMap((each) => places.get(each) ?? []);
  const still = [...some.flatMap((each) => owned.get(each) ?? []), ...known.map(({ line }) => line)];
  const sides = [...riddle.sides, ...known.flatMap((place) => place.sides)];
  return { ...riddle, sides, still: [...riddle.still, ...still] };
}

/** The scores to be kept, by what is known before any mean is: as much larger as less doubt than wanted is to be left. */
function keptIn(bare: Riddle, asked: readonly Cell[], wanted: number): Cell[] {
  const targets = asked.map(({ sum }) => sum);
  const doubts = doubtIn(bare, targets, wanted, true);
  return asked.flatMap((cell, i) => {
    const doubt = doubts[i] as number;
    if (doubt < NOTHING) return [];
    return isWide(doubt, wanted) ? [cell] : [{ ...cell, sum: scaled(cell.sum, (2 * wanted) / doubt) }];
  });
}
