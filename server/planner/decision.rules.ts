import { streamOf } from '../uncertainty/random.rules.ts';
import type { Board } from './board.rules.ts';
import { overload } from './capacity.rules.ts';
import { personasFor, scenariosFor, suffices } from './casting.rules.ts';
import { boardOf, MOST_UNKNOWNS, modelOf, type Solver, unknownsOf } from './model.rules.ts';
import { placed } from './placing.rules.ts';
import type { Problem, Rule } from './problem.rules.ts';
import { settle } from './settle.rules.ts';
import { isShut, type Terms, termsOf } from './terms.rules.ts';

/** Whether a problem has a plan, under some of its rules. */
export type Verdict =
  | { readonly outcome: 'PLAN'; readonly board: Board }
  /** Proven that there is none; the structures named are enough for it, as indices. */
  | { readonly outcome: 'NONE'; readonly structures: readonly number[] }
  /** No plan was found, and none is proven: the problem is too large for the exact model. */
  | { readonly outcome: 'UNKNOWN'; readonly structures: readonly number[] };

/**
 * Decides whether a problem has a plan under some of its rules. A plan that is found is a proof; so is a cell that
 * nothing is open to, too few scenarios, a flow that cannot be, or a model without a solution. Yields tests looked at.
 */
export function* decide(
  problem: Problem,
  rules: ReadonlySet<Rule>,
  seed: string,
  solve: Solver,
): Generator<number, Verdict> {
  const terms = termsOf(problem, rules);
  const lacking = terms.cells.filter(
    (cell) =>
      isShut(cell) ||
      !suffices(scenariosFor(problem, rules, cell), cell) ||
      !suffices(personasFor(problem, rules, cell), cell),
  );
  if (lacking.length > 0) return none(lacking.map(({ structure }) => structure));
  const overloaded = overload(terms);
  if (overloaded) return none(overloaded.map((i) => terms.cells[i]?.structure ?? -1));
  const board = yield* placed(terms, seed);
  // A small model is decided sooner than many tries are made.
  if (board.missing.length > 0 && unknownsOf(terms) > FEW_UNKNOWNS) yield* settle(board, streamOf(seed, 'settle'));
  return board.missing.length === 0 ? { outcome: 'PLAN', board } : exactly(terms, board, solve);
}

const FEW_UNKNOWNS = 1500;

const none = (structures: readonly number[]): Verdict => ({ outcome: 'NONE', structures: [...new Set(structures)] });

/**
 * Asks the exact model of the structures that found no room, one by one and then together: that they have none is a
 * proof for all. Only when all structures fit into one model is a solution of it a plan.
 */
function exactly(terms: Terms, board: Board, solve: Solver): Verdict {
  const left = [...new Set(board.missing.map((piece) => board.cellOf(piece).structure))];
  if (unknownsOf(terms) <= FEW_UNKNOWNS) return whole(terms, left, solve);
  const groups = [...left.slice(0, 20).map((structure) => [structure]), ...(left.length > 1 ? [left] : [])];
  for (const group of groups) {
    const part = partOf(terms, new Set(group));
    if (unknownsOf(part) <= MOST_UNKNOWNS && solve(modelOf(part)) === 'INFEASIBLE') return none(group);
  }
  return unknownsOf(terms) > MOST_UNKNOWNS ? { outcome: 'UNKNOWN', structures: left } : whole(terms, left, solve);
}

function whole(terms: Terms, left: readonly number[], solve: Solver): Verdict {
  const solution = solve(modelOf(terms));
  if (solution === null) return { outcome: 'UNKNOWN', structures: left };
  if (solution === 'INFEASIBLE') return none(terms.cells.map(({ structure }) => structure));
  return { outcome: 'PLAN', board: boardOf(terms, solution) };
}

/** The same terms for some of the structures alone. */
const partOf = (terms: Terms, structures: ReadonlySet<number>): Terms => ({
  ...terms,
  cells: terms.cells.filter(({ structure }) => structures.has(structure)),
});
