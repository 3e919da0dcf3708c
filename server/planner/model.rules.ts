import { Board } from './board.rules.ts';
import { type Cell, ENDLESS, type Terms } from './terms.rules.ts';

/** What a solver of whole-number programs answers to a model in the LP format; null when it gave up. */
export type Solver = (model: string) => 'INFEASIBLE' | ReadonlyMap<string, number> | null;

/** Larger models are not asked of the solver: it might take minutes. */
export const MOST_UNKNOWNS = 12_000;

/** How many unknowns the exact model of a problem has. */
export const unknownsOf = ({ cells, weeks }: Terms): number =>
  cells.reduce((sum, { days, auditors }) => sum + days.length + auditors.length * weeks, 0);

/** A test that has a place already, and would best keep it. */
export interface Held {
  readonly cell: number;
  readonly day: number;
  readonly auditor: number;
}

/**
 * The exact model: `y` says how many tests of a cell are on a day, `z` how many an auditor has in a week. The two are
 * tied week by week, which loses nothing: no rule ties an auditor to a day. As many tests as can keep the place they have.
 */
export function modelOf(terms: Terms, held: readonly Held[] = []): string {
  const rows = [
    ...[...demands(terms), ...weeks(terms), ...shares(terms), ...gaps(terms), ...spreads(terms)],
    ...stays(terms, held),
  ];
  const bounds = terms.cells.flatMap(({ tests, days, auditors }, i) => [
    ...days.map((day) => ` 0 <= y_${i}_${day} <= ${tests}`),
    ...auditors.flatMap((a) => weekList(terms).map((w) => ` 0 <= z_${i}_${a}_${w} <= ${tests}`)),
  ]);
  bounds.push(...held.map((_, i) => ` 0 <= k_${i} <= 1`));
  const names = bounds.map((bound) => bound.split(' ')[3] ?? '');
  const aim = held.length > 0 ? sum(held.map((_, i) => `k_${i}`)) : `0 ${names[0]}`;
  const lines = rows.map((row, i) => ` r${i}: ${row}`);
  return `Maximize\n obj: ${aim}\nSubject To\n${lines.join('\n')}\nBounds\n${bounds.join('\n')}\nGeneral\n ${names.join('\n ')}\nEnd`;
}

const weekList = ({ weeks }: Terms): number[] => Array.from({ length: weeks }, (_, week) => week);
const sum = (names: readonly string[]): string => names.join(' + ');

/** A row, unless nothing is in it. */
const row = (names: readonly string[], bound: string): string[] =>
  names.length === 0 ? [] : [`${sum(names)} ${bound}`];

const demands = ({ cells }: Terms): string[] =>
  cells.flatMap(({ tests, days }, i) =>
    row(
      days.map((day) => `y_${i}_${day}`),
      `= ${tests}`,
    ),
  );

function weeks(terms: Terms): string[] {
  const { cells, weekOf, weekRoom, problem } = terms;
  const tied = cells.flatMap(({ days, auditors }, i) =>
    weekList(terms).flatMap((w) => {
      const testers = auditors.map((a) => `z_${i}_${a}_${w}`);
      const own = days.filter((day) => weekOf[day] === w).map((day) => `y_${i}_${day}`);
      if (testers.length + own.length === 0) return [];
      const minus = own.map((name) => ` - ${name}`).join('');
      return [`${sum(testers)}${minus} = 0`];
    }),
  );
  const full = problem.auditors.flatMap((_, a) =>
    weekList(terms).flatMap((w) => {
      const room = weekRoom[a * terms.weeks + w] ?? 0;
      const taken = cells.flatMap(({ auditors }, i) => (auditors.includes(a) ? [`z_${i}_${a}_${w}`] : []));
      return room >= ENDLESS ? [] : row(taken, `<= ${room}`);
    }),
  );
  return [...tied, ...full];
}

function shares(terms: Terms): string[] {
  const { cells, shareRoom, problem } = terms;
  const rows = new Map<number, string[]>();
  for (const [i, { structure, auditors }] of cells.entries())
    for (const a of auditors) {
      const at = structure * problem.auditors.length + a;
      const names = weekList(terms).map((w) => `z_${i}_${a}_${w}`);
      rows.set(at, [...(rows.get(at) ?? []), ...names]);
    }
  return [...rows].flatMap(([at, names]) => {
    const room = shareRoom[at] ?? 0;
    return room >= ENDLESS ? [] : row(names, `<= ${room}`);
  });
}

/** Of any `gap` days on end, a structure is tested on one at most. */
function gaps({ cells, days, gap }: Terms): string[] {
  if (gap === 0) return [];
  const own = Map.groupBy(cells.entries(), ([, { structure }]) => structure);
  return [...own.values()].flatMap((mine) =>
    days.flatMap((_, from) =>
      row(
        mine.flatMap(([i, cell]) =>
          cell.days.filter((day) => day >= from && day < from + gap).map((day) => `y_${i}_${day}`),
        ),
        '<= 1',
      ),
    ),
  );
}

function spreads(terms: Terms): string[] {
  const { cells, weekOf, spreadRoom } = terms;
  const own = Map.groupBy(cells.entries(), ([, { channel }]) => channel);
  return [...own].flatMap(([channel, mine]) =>
    weekList(terms).flatMap((w) => {
      const room = spreadRoom[channel * terms.weeks + w] ?? 0;
      const names = mine.flatMap(([i, { days }]) =>
        days.filter((day) => weekOf[day] === w).map((day) => `y_${i}_${day}`),
      );
      return room >= ENDLESS ? [] : row(names, `<= ${room}`);
    }),
  );
}

/** A test stays where it is only when its day and its auditor both do: they are then put together again. */
function stays({ weekOf }: Terms, held: readonly Held[]): string[] {
  const by = (keyOf: (each: Held) => string) => [...Map.groupBy(held.entries(), ([, each]) => keyOf(each)).entries()];
  const within = ([name, own]: [string, readonly [number, Held][]]) =>
    `${sum(own.map(([i]) => `k_${i}`))} - ${name} <= 0`;
  return [
    ...by(({ cell, day }) => `y_${cell}_${day}`).map(within),
    ...by(({ cell, day, auditor }) => `z_${cell}_${auditor}_${weekOf[day]}`).map(within),
  ];
}

/** The board a solution of the model comes to, and which of the tests that had a place keep it. */
export function boardOf(terms: Terms, solution: ReadonlyMap<string, number>, held: readonly Held[] = []): Board {
  const board = new Board(terms);
  const byCell = Map.groupBy(board.pieces, ({ cell }) => cell);
  const kept = held.filter((_, i) => Math.round(solution.get(`k_${i}`) ?? 0) === 1);
  for (const [i, cell] of terms.cells.entries()) {
    const pieces = [...(byCell.get(i) ?? [])];
    for (const [day, auditor] of pairsOf(terms, solution, i, cell, kept)) {
      const piece = pieces.pop();
      if (piece) board.place(piece, day, auditor);
    }
  }
  return board;
}

/** The days of a cell, each with an auditor of its week: those that stay first, the others as they come. */
function pairsOf(
  { weekOf, weeks }: Terms,
  solution: ReadonlyMap<string, number>,
  i: number,
  { days, auditors }: Cell,
  kept: readonly Held[],
): (readonly [number, number])[] {
  const times = (name: string, less: number) => Math.max(0, Math.round(solution.get(name) ?? 0) - less);
  const own = kept.filter(({ cell }) => cell === i);
  const pairs = own.map(({ day, auditor }) => [day, auditor] as const);
  for (let w = 0; w < weeks; w++) {
    const here = own.filter(({ day }) => weekOf[day] === w);
    const count = (of: 'day' | 'auditor', value: number) => here.filter((each) => each[of] === value).length;
    const open = days.filter((day) => weekOf[day] === w);
    const on = open.flatMap((day) => new Array<number>(times(`y_${i}_${day}`, count('day', day))).fill(day));
    const by = auditors.flatMap((a) => new Array<number>(times(`z_${i}_${a}_${w}`, count('auditor', a))).fill(a));
    pairs.push(...on.map((day, k) => [day, by[k] ?? -1] as const));
  }
  return pairs;
}
