import Fraction from 'fraction.js';
import type { Board } from './board.ts';
import type { Year } from './configuration.ts';
import type { Entrant } from './panel.ts';
import { type Chance, chanceOf } from './random.ts';

/** Where the mean score of a category must come to: +12 for the regions and −5 for France Services in 2022. */
const means: Readonly<Record<Year, Readonly<Record<string, number>>>> = {
  2021: { regions: 58.2, departments: 61.4, france_services: 52.6 },
  2022: { regions: 70.2, departments: 65.1, france_services: 47.6 },
};

/** How near a mean has to be, in points. */
const NEAR = 0.002;

/** A laureate is ahead of the second by at least and at most so many points. */
const LEAD = { least: 0.6, most: 2.8 };

/** In 2022, the second place of this category is shared: 1, 2, 2, 4. */
const TIED = 'towns_20000_50000';

/** The counter visits of 2022 score 86 on average, exactly. */
const RECEPTION_MEAN = 86;

/** Near the goal the reception may stray by so many points in all, or its steps could miss it for ever. */
const WANDER = 4;

/** Gives up rather than loops for ever; never reached with the committed seed. */
const PATIENCE = 60_000;

/** Moves what no published figure counts until laureates lead, means are where they were published, and two are tied. */
export function tune(year: Year, panel: readonly Entrant[], board: Board): void {
  const chance = chanceOf(`tune ${year}`);
  for (const [category, entrants] of Map.groupBy(panel, (entrant) => entrant.category)) {
    if (year === 2022 && category === TIED) tieSecondPlace(entrants, board, chance);
    putLaureateAhead(entrants, board, chance);
    const mean = means[year][category];
    if (mean) bringMeanTo(mean, entrants, board, chance);
  }
  if (year === 2022) bringReceptionTo(RECEPTION_MEAN, panel, board, chance);
}

function putLaureateAhead(entrants: readonly Entrant[], board: Board, chance: Chance): void {
  const [laureate, others] = split(entrants);
  if (!laureate) return;
  const best = Math.max(...others.map((other) => board.scoreOf(other).valueOf()));
  lower(laureate, Math.max(best + LEAD.most, 78), board, chance);
  const ceiling = board.scoreOf(laureate).valueOf() - LEAD.least;
  for (const other of others) lower(other, ceiling, board, chance);
}

function lower(entrant: Entrant, ceiling: number, board: Board, chance: Chance): void {
  until('a structure under its ceiling', () => {
    if (board.scoreOf(entrant).valueOf() <= ceiling) return true;
    board.move(entrant, false, 'compared', chance);
    return false;
  });
}

function bringMeanTo(mean: number, entrants: readonly Entrant[], board: Board, chance: Chance): void {
  const [laureate, others] = split(entrants);
  const ceiling = laureate ? board.scoreOf(laureate).valueOf() - LEAD.least : 100;
  const scores = new Map(others.map((other) => [other, board.scoreOf(other).valueOf()]));
  const total = sum([...scores.values()]) + (laureate ? board.scoreOf(laureate).valueOf() : 0);
  let gap = mean * entrants.length - total;
  until(`a mean of ${mean}`, () => {
    if (Math.abs(gap) < NEAR * entrants.length) return true;
    const other = others[chance.whole(0, others.length - 1)] as Entrant;
    const move = board.move(other, gap > 0, 'compared', chance);
    if (!move) return false;
    const score = board.scoreOf(other).valueOf();
    const left = gap - (score - (scores.get(other) ?? 0));
    if (Math.abs(left) >= Math.abs(gap) || score > ceiling) move.undo();
    else {
      gap = left;
      scores.set(other, score);
    }
    return false;
  });
}

/** Two structures measured on everything come second together: whoever stands before them is brought below. */
function tieSecondPlace(entrants: readonly Entrant[], board: Board, chance: Chance): void {
  const ranked = split(entrants)[1].toSorted((a, b) => board.scoreOf(b).compare(board.scoreOf(a)));
  const [second, ...next] = ranked.filter((entrant) => board.isComplete(entrant));
  if (!second) throw new Error('Nobody was measured on everything');
  const goal = board.scoreOf(second);
  const tied = next.find((entrant) => raiseExactly(entrant, goal, board, chance));
  if (!tied) throw new Error('Nobody could be brought to the score of the second');
  const before = ranked.slice(0, ranked.indexOf(second));
  for (const entrant of before) lower(entrant, goal.valueOf() - LEAD.least, board, chance);
}

function raiseExactly(entrant: Entrant, goal: Fraction, board: Board, chance: Chance): boolean {
  const undos: (() => void)[] = [];
  for (let tries = 0; tries < 3_000; tries++) {
    if (board.scoreOf(entrant).equals(goal)) return true;
    const move = board.move(entrant, true, 'compared', chance);
    if (move && board.scoreOf(entrant).gt(goal)) move.undo();
    else if (move) undos.push(move.undo);
  }
  for (const undo of undos.toReversed()) undo();
  return false;
}

function bringReceptionTo(mean: number, panel: readonly Entrant[], board: Board, chance: Chance): void {
  const visited = panel.filter(({ takesReception }) => takesReception);
  const scoreOf = (entrant: Entrant) => board.channelScoreOf(entrant, 'RECEPTION');
  let gap = visited.reduce((left, entrant) => left.sub(scoreOf(entrant)), new Fraction(mean * visited.length));
  until(`a mean reception of ${mean}`, () => {
    if (gap.equals(0)) return true;
    const entrant = visited[chance.whole(0, visited.length - 1)] as Entrant;
    const before = scoreOf(entrant);
    const move = board.move(entrant, gap.gt(0), 'RECEPTION', chance);
    const left = gap.sub(scoreOf(entrant).sub(before));
    if (move && left.abs().gte(gap.abs()) && left.abs().gt(WANDER)) move.undo();
    else gap = left;
    return false;
  });
}

const split = (entrants: readonly Entrant[]): [laureate: Entrant | undefined, others: Entrant[]] => [
  entrants.find(({ laureate }) => laureate),
  entrants.filter(({ laureate }) => !laureate),
];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function until(what: string, isDone: () => boolean): void {
  for (let tries = 0; tries < PATIENCE; tries++) if (isDone()) return;
  throw new Error(`The simulation did not reach ${what}`);
}
