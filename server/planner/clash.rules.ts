import { decide } from './decision.rules.ts';
import type { Solver } from './model.rules.ts';
import { allRules, type Problem, type Rule } from './problem.rules.ts';
import { termsOf } from './terms.rules.ts';

/** Rules that cannot all be obeyed. */
export interface Clash {
  /** Without any one of them the others can be obeyed, when `proven`. */
  readonly rules: readonly Rule[];
  /** The structures that are enough for them to clash, and the auditors open to these. */
  readonly structures: readonly string[];
  readonly auditors: readonly string[];
  /** Whether it is proven that none of the rules could be left out of the list. */
  readonly proven: boolean;
}

/** How many structures are tried without, one by one, to name fewer of them. */
const FEW = 12;

/**
 * The smallest set of rules that clash: one after the other is left out, and stays out when the others still clash.
 * The problem must have no plan under all of them. Yields now and then.
 */
export function* clashOf(
  problem: Problem,
  rules: ReadonlySet<Rule>,
  seed: string,
  solve: Solver,
): Generator<number, Clash> {
  let left = allRules.filter((rule) => rules.has(rule));
  let proven = true;
  let among: readonly number[] = problem.structures.map((_, i) => i);
  for (const rule of [...left]) {
    const others = left.filter((other) => other !== rule);
    const verdict = yield* decide(problem, new Set(others), seed, solve);
    if (verdict.outcome === 'UNKNOWN') proven = false;
    if (verdict.outcome !== 'NONE') continue;
    left = others;
  }
  const verdict = yield* decide(problem, new Set(left), seed, solve);
  if (verdict.outcome === 'NONE') among = verdict.structures;
  const structures = yield* fewest(problem, new Set(left), among, seed, solve);
  const chosen = new Set(structures);
  const terms = termsOf(problem, new Set(allRules));
  const open = terms.cells.filter(({ structure }) => chosen.has(structure)).flatMap((cell) => cell.auditors);
  const named = [...new Set(open)].sort((a, b) => a - b);
  return {
    ...{ rules: left, proven },
    structures: structures.map((i) => problem.structures[i]?.id ?? ''),
    auditors: named.map((i) => problem.auditors[i]?.id ?? ''),
  };
}

/** Those of some structures without any one of which the rules would not clash, when they are few. */
function* fewest(
  problem: Problem,
  rules: ReadonlySet<Rule>,
  among: readonly number[],
  seed: string,
  solve: Solver,
): Generator<number, readonly number[]> {
  if (among.length > FEW) return among;
  let left = among;
  for (const one of among) {
    const others = left.filter((other) => other !== one);
    const verdict = yield* decide(keeping(problem, others), rules, seed, solve);
    if (verdict.outcome === 'NONE') left = others;
  }
  return left;
}

/** The problem of some structures alone: of the others, only what stays as it is weighs on it. */
const keeping = (problem: Problem, structures: readonly number[]): Problem => {
  const kept = new Set(structures.map((i) => problem.structures[i]?.id));
  return { ...problem, untested: problem.structures.flatMap(({ id }) => (kept.has(id) ? [] : [id])) };
};
