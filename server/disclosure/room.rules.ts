import { independentOf } from './factor.rules.ts';
import { type Held, Projection } from './projection.rules.ts';
import { add, columnsOf, distanceOf, levelOf, type Side, type Sum, unit } from './sum.rules.ts';

/** Marks are from 0 to this. */
const MOST = 100;
/**
 * How far over its bounds the way to the middle may begin, in points: what is at a bound could not leave it otherwise.
 * Small, because hundreds who are under a line push it up against the one who is over it.
 */
const SLACK = 0.02;
/** What is nearer its bound than this, in the middle of all there is, cannot leave it; in points. */
const NEAR = 1e-4;
/** Steps to the middle, at most; and how short the last is, in points. */
const STEPS = 40;
const SHORT = 1;

/** All sets of marks that agree on some sums, and keep their sides. */
export class Room {
  readonly held: Held;
  private readonly sides: readonly Side[];
  private readonly moving: Uint8Array;

  constructor(held: Held, sides: readonly Side[], moving: Uint8Array) {
    this.held = held;
    this.sides = sides;
    this.moving = moving;
  }

  /** The ways that lead on from some marks; from a little over the bounds, with slack. */
  from(marks: Float64Array, slack = 0): Projection {
    const freedom = marks.map((mark, i) =>
      this.moving[i] ? 1 / ((mark + slack) ** -2 + (MOST - mark + slack) ** -2) : 0,
    );
    const sides = this.sides.map((side) => ({ ...side, distance: distanceOf(side, marks) + slack }));
    return new Projection(this.held, freedom, sides);
  }

  /** Goes a way as far as the bounds let it, or a part of that. */
  walked(marks: Float64Array, way: Float64Array, part: number): Float64Array {
    const far = part * this.farthest(marks, way, 0);
    return Number.isFinite(far) ? gone(marks, way, far) : marks;
  }

  /** Some steps towards where the product of all distances from the bounds is largest (Newton's). */
  centred(start: Float64Array): Float64Array {
    let marks = start;
    for (let step = 0; step < STEPS; step++) {
      const { way } = this.from(marks, SLACK).towards(this.inwards(marks));
      if (way.every((each) => Math.abs(each) < SHORT)) break;
      marks = gone(marks, way, Math.min(1, 0.8 * this.farthest(marks, way, SLACK)));
    }
    return marks;
  }

  private inwards(marks: Float64Array): Float64Array {
    const slope = marks.map((mark, i) => (this.moving[i] ? 1 / (mark + SLACK) - 1 / (MOST - mark + SLACK) : 0));
    for (const side of this.sides) add(slope, levelOf(side), (side.under ? -1 : 1) / (distanceOf(side, marks) + SLACK));
    return slope;
  }

  /** How many times a way may be gone before a bound is met. */
  private farthest(marks: Float64Array, way: Float64Array, slack: number): number {
    let far = Number.POSITIVE_INFINITY;
    for (const [i, step] of way.entries()) {
      const room = slack + (step > 0 ? MOST - (marks[i] as number) : (marks[i] as number));
      if (Math.abs(step) > 1e-12) far = Math.min(far, room / Math.abs(step));
    }
    for (const side of this.sides) {
      const step = -distanceOf(side, way);
      if (step > 1e-12) far = Math.min(far, (distanceOf(side, marks) + slack) / step);
    }
    return far;
  }
}

const gone = (marks: Float64Array, way: Float64Array, far: number): Float64Array =>
  marks.map((mark, i) => mark + far * (way[i] as number));

/**
 * The room around some marks, and its middle. A mark that cannot leave its bound is kept there, a sum that cannot leave
 * its line is held level with it: what is left then has a middle that is well inside.
 */
export function roomAround(
  start: Float64Array,
  told: readonly Sum[],
  known: { readonly sides: readonly Side[]; readonly still: readonly number[] },
) {
  const moving = new Uint8Array(start.length).fill(1);
  for (const mark of known.still) moving[mark] = 0;
  let all = told;
  let sides = known.sides;
  for (;;) {
    const { kept: sums } = independentOf(all, moving);
    const room = new Room({ sums, columns: columnsOf(sums, start.length) }, sides, moving);
    const middle = room.centred(start);
    const stuck = [...middle.keys()].filter((i) => moving[i] && !(boundOf(middle, i) > NEAR));
    const level = sides.filter((side) => !(distanceOf(side, middle) > NEAR));
    if (stuck.length === 0 && level.length === 0) return { room, middle };
    for (const mark of stuck) moving[mark] = 0;
    all = [...all, ...level.map((side) => unit(levelOf(side)))];
    sides = sides.filter((side) => !level.includes(side));
  }
}

const boundOf = (marks: Float64Array, i: number): number => Math.min(marks[i] as number, MOST - (marks[i] as number));
