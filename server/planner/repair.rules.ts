import { streamOf } from '../uncertainty/random.rules.ts';
import { Board, type Piece } from './board.rules.ts';
import { castOf } from './casting.rules.ts';
import { boardOf, type Held, MOST_UNKNOWNS, modelOf, type Solver, unknownsOf } from './model.rules.ts';
import { channels, type Planned, type Problem, type Rule } from './problem.rules.ts';
import { settle } from './settle.rules.ts';
import { isShut, type Terms, termsOf } from './terms.rules.ts';

/** A plan that was mended: what moved, came and went, against the tests as they were. */
export interface Mended {
  readonly plan: readonly Planned[];
  /** The tests that have another day or another auditor, by their names. */
  readonly moved: readonly string[];
  /** The tests that are no longer wanted. */
  readonly removed: readonly string[];
  /** Whether it is proven that fewer could not move. */
  readonly proven: boolean;
}

/**
 * Mends a plan that no longer obeys: whoever left, a tie that was declared, a day that closed. Tests stay where they
 * may; the others find a place without moving any when they can, and then fewer could not move. Otherwise the exact
 * model says what to move, or, where it is too large, others are pushed aside. Null when no plan was found so.
 */
export function* mend(
  problem: Problem,
  rules: ReadonlySet<Rule>,
  tests: readonly Planned[],
  seed: string,
  solve: Solver,
): Generator<number, Mended | null> {
  const terms = termsOf(problem, rules);
  if (terms.cells.some(isShut)) return null;
  const sorted = sort(terms, tests);
  const { board, old, stayed } = kept(terms, sorted);
  for (const [i, piece] of board.missing.entries()) {
    if (i % 50 === 0) yield i;
    near(board, piece, old.get(piece) ?? null);
  }
  if (board.missing.length === 0) return told(board, old, sorted, seed, stayed === most(terms, sorted));
  if (unknownsOf(terms) <= MOST_UNKNOWNS) {
    const solution = solve(modelOf(terms, sorted.held));
    if (solution === 'INFEASIBLE') return null;
    if (solution) return exact(terms, sorted, boardOf(terms, solution, sorted.held), seed);
  }
  yield* settle(board, streamOf(seed, 'mend'));
  return board.missing.length > 0 ? null : told(board, old, sorted, seed, false);
}

/** Tests as they were, sorted by what becomes of them. */
interface Sorted {
  /** Those that may stay as far as they alone are concerned, each with its place. */
  readonly held: readonly (Held & { readonly test: Planned })[];
  /** Those that have to move, by cell. */
  readonly loose: ReadonlyMap<number, readonly Planned[]>;
  readonly removed: readonly Planned[];
}

function sort(terms: Terms, tests: readonly Planned[]): Sorted {
  const { problem, cells, days } = terms;
  const dayOf = new Map(days.map((day, i) => [day, i]));
  const auditorOf = new Map(problem.auditors.map(({ id }, i) => [id, i]));
  const nameOf = (structure: string, channel: string) => `${structure} ${channel}`;
  const byCell = Map.groupBy(tests, ({ structure, channel }) => nameOf(structure, channel));
  const held: (Held & { test: Planned })[] = [];
  const loose = new Map<number, Planned[]>();
  for (const [cell, { structure, channel, ...open }] of cells.entries()) {
    const name = nameOf(problem.structures[structure]?.id ?? '', channels[channel] ?? '');
    const own = (byCell.get(name) ?? []).map((test) => ({
      ...{ test, cell, day: dayOf.get(test.day) ?? -1, auditor: auditorOf.get(test.auditor ?? '') ?? -1 },
    }));
    byCell.delete(name);
    const stays = ({ day, auditor }: Held) => open.days.includes(day) && open.auditors.includes(auditor);
    held.push(...own.filter(stays));
    loose.set(
      cell,
      own.filter((each) => !stays(each)).map(({ test }) => test),
    );
  }
  return { held, loose, removed: [...byCell.values()].flat() };
}

/** How many tests could stay at most. */
const most = ({ cells }: Terms, { held }: Sorted): number =>
  cells.reduce((sum, { tests }, i) => sum + Math.min(tests, held.filter(({ cell }) => cell === i).length), 0);

/** The board with every test that may stay in its place, the others by the piece that stands for them. */
function kept(terms: Terms, { held, loose }: Sorted) {
  const board = new Board(terms);
  const free = new Map([...Map.groupBy(board.pieces, ({ cell }) => cell)].map(([cell, pieces]) => [cell, [...pieces]]));
  const old = new Map<Piece, Planned>();
  const waiting = new Map([...loose].map(([cell, tests]) => [cell, [...tests]]));
  let stayed = 0;
  for (const { cell, day, auditor, test } of held) {
    const piece = free.get(cell)?.at(-1);
    if (piece && board.fits(piece, day, auditor)) {
      free.get(cell)?.pop();
      board.place(piece, day, auditor);
      old.set(piece, test);
      stayed++;
    } else waiting.get(cell)?.push(test);
  }
  for (const [cell, pieces] of free)
    for (const piece of pieces) {
      const test = waiting.get(cell)?.shift();
      if (test) old.set(piece, test);
    }
  return { board, old, stayed };
}

/** Places a piece without moving others: on its day with someone else when it can, else as near as it can. */
function near(board: Board, piece: Piece, test: Planned | null): void {
  const { days, auditors } = board.cellOf(piece);
  const was = test ? Date.parse(test.day) : null;
  const away = (day: number) => (was === null ? 0 : Math.abs(Date.parse(board.terms.days[day] ?? '') - was));
  for (const day of days.toSorted((a, b) => away(a) - away(b) || a - b)) {
    const [best] = auditors
      .filter((auditor) => board.fits(piece, day, auditor))
      .map((auditor) => ({ auditor, room: board.week(auditor, day).most - board.week(auditor, day).taken.size }))
      .sort((a, b) => b.room - a.room || a.auditor - b.auditor);
    if (!best) continue;
    board.place(piece, day, best.auditor);
    return;
  }
}

/** What a solution of the exact model comes to. */
function exact(terms: Terms, sorted: Sorted, board: Board, seed: string): Mended {
  const old = new Map<Piece, Planned>();
  const byCell = Map.groupBy(board.pieces, ({ cell }) => cell);
  for (const cell of terms.cells.keys()) {
    const pieces = [...(byCell.get(cell) ?? [])];
    const own = sorted.held.filter((each) => each.cell === cell);
    const moving: Planned[] = [];
    for (const { day, auditor, test } of own) {
      const at = pieces.findIndex((piece) => piece.day === day && piece.auditor === auditor);
      if (at < 0) moving.push(test);
      else for (const piece of pieces.splice(at, 1)) old.set(piece, test);
    }
    for (const test of [...moving, ...(sorted.loose.get(cell) ?? [])]) {
      const piece = pieces.shift();
      if (piece) old.set(piece, test);
    }
  }
  return told(board, old, sorted, seed, true);
}

function told(board: Board, old: ReadonlyMap<Piece, Planned>, sorted: Sorted, seed: string, proven: boolean): Mended {
  const plan = castOf(board, seed, old);
  const all = [...sorted.held.map(({ test }) => test), ...[...sorted.loose.values()].flat(), ...sorted.removed];
  const byId = new Map(all.flatMap((test) => (test.id === null ? [] : [[test.id, test] as const])));
  const there = new Set(plan.map(({ id }) => id));
  const moved = plan.flatMap(({ id, day, auditor }) => {
    const was = id === null ? undefined : byId.get(id);
    return was?.id && (was.day !== day || was.auditor !== auditor) ? [was.id] : [];
  });
  return { plan, moved, removed: [...byId.keys()].filter((id) => !there.has(id)), proven };
}

/** Which piece of a board drawn anew stands for which test that was planned: those of one cell, in the order of days. */
export function replaced(board: Board, tests: readonly Planned[]): ReadonlyMap<Piece, Planned> {
  const { problem, cells } = board.terms;
  const byCell = Map.groupBy(tests, ({ structure, channel }) => `${structure} ${channel}`);
  const own = Map.groupBy(board.pieces, ({ cell }) => cell);
  return new Map(
    cells.flatMap(({ structure, channel }, i) => {
      const old = byCell.get(`${problem.structures[structure]?.id} ${channels[channel]}`) ?? [];
      const pieces = (own.get(i) ?? []).toSorted((a, b) => a.day - b.day || a.auditor - b.auditor);
      return pieces.flatMap((piece, k) => (old[k] ? [[piece, old[k]] as const] : []));
    }),
  );
}
