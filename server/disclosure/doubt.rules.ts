import type { Projection } from './projection.rules.ts';
import { type Room, roomAround } from './room.rules.ts';
import { add, amountOf, distanceOf, type Side, type Sum, unit } from './sum.rules.ts';

/** Marks on 100, what is known of them, and no more. */
export interface Riddle {
  /** As they are. */
  readonly marks: readonly number[];
  /** Sums of them that are known exactly. */
  readonly told: readonly Sum[];
  /** On which side of a line some of them are known to be; the line is one of the marks, and is known as little. */
  readonly sides: readonly Side[];
  /** Marks, and lines, that are known. */
  readonly still: readonly number[];
}

/** A sum on which too little doubt was shown. */
export interface Betrayed {
  readonly target: number;
  /** The told sums that hold it; none when nothing moves it at all. */
  readonly held: ReadonlySet<number>;
}

/** Ways that many targets are sent at a time; steps that one is pursued, each way. */
const DRAWS = 24;
const STEPS = 12;
/** Sums that are told as equal differ by less than this, in points. */
const EQUAL = 1e-5;
/** A told sum holds a target when it does so at least so hard, beside the one that holds it hardest. */
const HOLDS = 0.1;

/**
 * The sums on which nobody showed a doubt as wide as `wanted`, in points.
 *
 * Doubt on a sum is shown by two sets of marks from 0 to 100 that agree on all that is known and differ by so much on
 * it: whoever knows the one cannot rule out the other. Such sets are looked for from the middle of all there are, for
 * many sums at a time, then for each that is left. What is shown is certain, since both sets are checked; what is not
 * shown may still be in doubt. One by one, so that whoever asks may change the riddle before the next: `isSettled` says
 * of a target, by what holds it, that it will be asked about again.
 */
export function* betrayedIn(
  riddle: Riddle,
  targets: readonly Sum[],
  wanted: number,
  isSettled: (one: Betrayed) => boolean,
): Generator<Betrayed> {
  const search = new Search(riddle, targets, wanted);
  search.scatter();
  for (const target of search.open()) {
    const one = { target, held: search.spread(target) };
    if (!search.isShown(target) && !isSettled(one) && !search.pursue(target)) yield one;
  }
}

/**
 * The doubt that is shown on each of some sums, in points, as far as it is `wanted`. Where one is not pursued it is a
 * quick look: a longer one may show more.
 */
export function doubtIn(riddle: Riddle, targets: readonly Sum[], wanted: number, pursued: boolean): number[] {
  const search = new Search(riddle, targets, wanted);
  search.scatter();
  for (const target of search.open()) {
    search.spread(target);
    if (pursued && !search.isShown(target)) search.pursue(target);
  }
  return [...targets.keys()].map((target) => search.doubtOn(target));
}

/** Whether a doubt is as wide as wanted. */
export const isWide = (doubt: number, wanted: number): boolean => doubt > wanted - EQUAL;

/** The doubt shown so far on each target, by the sets of marks that were met. */
class Search {
  private readonly riddle: Riddle;
  private readonly targets: readonly Sum[];
  private readonly wanted: number;
  private readonly least: Float64Array;
  private readonly most: Float64Array;
  private readonly known: readonly number[];
  private readonly units: readonly Sum[];
  private readonly room: Room;
  private readonly middle: Float64Array;
  private readonly ways: Projection;

  constructor(riddle: Riddle, targets: readonly Sum[], wanted: number) {
    this.riddle = riddle;
    this.targets = targets;
    this.wanted = wanted;
    const start = Float64Array.from(riddle.marks);
    this.least = new Float64Array(targets.length).fill(Number.POSITIVE_INFINITY);
    this.most = new Float64Array(targets.length).fill(Number.NEGATIVE_INFINITY);
    this.known = riddle.told.map((sum) => amountOf(sum, start));
    this.units = riddle.told.map(unit);
    ({ room: this.room, middle: this.middle } = roomAround(start, this.units, riddle));
    this.ways = this.room.from(this.middle);
    this.meet(start);
    this.meet(this.middle);
  }

  open(): number[] {
    return [...this.targets.keys()].filter((target) => !this.isShown(target));
  }

  /** Sends half of the targets up and half of them down at a time: a few such ways show doubt on most. */
  scatter(): void {
    let chance = 1;
    for (let draw = 0; draw < DRAWS; draw++) {
      const open = this.open();
      if (open.length === 0) return;
      const slope = new Float64Array(this.middle.length);
      for (const target of open) {
        chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0;
        add(slope, this.targets[target] as Sum, chance >>> 31 ? 1 : -1);
      }
      this.bothWays(slope);
    }
  }

  /** Sends one target both ways from the middle; answers the told sums that hold it. */
  spread(target: number): ReadonlySet<number> {
    const pulls = this.bothWays(this.slopeOf(target));
    const pullOf = new Map(this.room.held.sums.map((sum, i) => [sum, Math.abs(pulls[i] as number)]));
    const all = this.units.map((sum) => pullOf.get(sum) ?? 0);
    const most = HOLDS * Math.max(...all);
    return new Set([...all.keys()].filter((i) => most > 0 && (all[i] as number) >= most));
  }

  /** Sends one target both ways, step by step, as far as it goes; whether doubt is shown then. */
  pursue(target: number): boolean {
    for (const sign of [1, -1]) {
      const slope = this.slopeOf(target, sign);
      let marks = this.middle;
      for (let step = 0; step < STEPS && !this.isShown(target); step++) {
        const ways = step === 0 ? this.ways : this.room.from(marks);
        marks = this.room.walked(marks, ways.towards(slope).way, 0.9);
        this.meet(marks);
      }
    }
    return this.isShown(target);
  }

  isShown(target: number): boolean {
    return isWide(this.doubtOn(target), this.wanted);
  }

  doubtOn(target: number): number {
    return (this.most[target] as number) - (this.least[target] as number);
  }

  private slopeOf(target: number, sign = 1): Float64Array {
    return add(new Float64Array(this.middle.length), this.targets[target] as Sum, sign);
  }

  private bothWays(slope: Float64Array): Float64Array {
    const { way, pulls } = this.ways.towards(slope);
    for (const sign of [1, -1]) {
      this.meet(
        this.room.walked(
          this.middle,
          way.map((each) => sign * each),
          0.999,
        ),
      );
    }
    return pulls;
  }

  private meet(marks: Float64Array): void {
    if (!this.agrees(marks)) return;
    for (const [i, target] of this.targets.entries()) {
      const value = amountOf(target, marks);
      if (value < (this.least[i] as number)) this.least[i] = value;
      if (value > (this.most[i] as number)) this.most[i] = value;
    }
  }

  /** What the shortness of numbers led astray shows nothing. */
  private agrees(marks: Float64Array): boolean {
    const { told, sides } = this.riddle;
    return (
      marks.every((mark) => mark >= 0 && mark <= 100) &&
      told.every((sum, i) => Math.abs(amountOf(sum, marks) - (this.known[i] as number)) < EQUAL) &&
      sides.every((side) => distanceOf(side, marks) > -EQUAL)
    );
  }
}
