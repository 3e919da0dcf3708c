import { clashOf } from './clash.rules.ts';
import { decide } from './decision.rules.ts';
import type { Solver } from './model.rules.ts';
import { allRules, type Channel, channels, type Problem, type Rule, type RulesSaid } from './problem.rules.ts';

/** One rule bent: from what it said to what it would have to say. */
export interface Bend {
  readonly rule: Rule;
  /** The channel whose targets are bent; null for other rules. */
  readonly channel: Channel | null;
  readonly from: number;
  readonly to: number;
}

/** What would have to be bent for a plan to exist. */
export interface Relaxation {
  readonly bends: readonly Bend[];
  readonly cost: number;
  /** Whether it is proven that nothing cheaper would do. */
  readonly proven: boolean;
}

/** A way to bend: how many steps it allows, and the problem after some. */
interface Way {
  readonly rule: Rule;
  readonly channel: Channel | null;
  readonly most: number;
  /** The value after so many steps. */
  at(steps: number): number;
  bent(problem: Problem, steps: number): Problem;
}

/** The number of each rule that bends, and by how much a step moves it. */
const numbers = {
  AUDITOR_WEEK: ['weekMost', 1, 40],
  STRUCTURE_SHARE: ['structureShare', 1, 12],
  STRUCTURE_GAP: ['structureGap', -1, 30],
  AUDITOR_ROTATION: ['auditorLockOut', -1, 9],
  SCENARIO_REUSE: ['scenarioLockOut', -1, 9],
  PERSONA_REUSE: ['personaLockOut', -1, 9],
  WEEK_SPREAD: ['weekExcess', 10, 40],
} as const satisfies Partial<Record<Rule, readonly [keyof RulesSaid, number, number]>>;

const MOST_DECISIONS = 400;

/**
 * The cheapest way to bend rules so that a plan exists, by the declared cost of a step of each. Candidates come by
 * rising cost, and only rules that clash are bent further: the first that has a plan is the cheapest. When it takes
 * too long, the best that is known is answered as not proven. Null when no rule that may bend helps.
 */
export function* cheapest(
  problem: Problem,
  seed: string,
  solve: Solver,
  most = MOST_DECISIONS,
): Generator<number, Relaxation | null> {
  const rules = new Set<Rule>(allRules);
  const costs = new Map(problem.rules.costs.map(({ rule, cost }) => [rule, cost]));
  const ways = waysOf(problem).filter(({ rule }) => costs.has(rule));
  const costOf = (steps: readonly number[]) =>
    steps.reduce((sum, count, i) => sum + count * (costs.get(ways[i]?.rule ?? 'TARGET') ?? 0), 0);
  const start = ways.map(() => 0);
  const open = new Map([[start.join(), start]]);
  const seen = new Set(open.keys());
  let doubtful = false;
  for (let left = most; open.size > 0 && left > 0; left -= 12) {
    const steps = [...open.values()].reduce((best, each) => (costOf(each) < costOf(best) ? each : best));
    open.delete(steps.join());
    const bent = bendAll(problem, ways, steps);
    const verdict = yield* decide(bent, rules, seed, solve);
    if (verdict.outcome === 'PLAN') return { ...said(ways, steps), cost: costOf(steps), proven: !doubtful };
    if (verdict.outcome === 'UNKNOWN') doubtful = true;
    const clashing = verdict.outcome === 'NONE' ? (yield* clashOf(bent, rules, seed, solve)).rules : allRules;
    for (const [i, way] of ways.entries()) {
      const next = steps.map((count, k) => (k === i ? count + 1 : count));
      if (!(clashing as readonly Rule[]).includes(way.rule) || (next[i] ?? 0) > way.most || seen.has(next.join()))
        continue;
      seen.add(next.join());
      open.set(next.join(), next);
    }
  }
  return open.size === 0 ? null : yield* alone(problem, ways, costOf, seed, solve);
}

/** The cheapest of the rules that would do by being bent alone; null when none does. */
function* alone(
  problem: Problem,
  ways: readonly Way[],
  costOf: (steps: readonly number[]) => number,
  seed: string,
  solve: Solver,
): Generator<number, Relaxation | null> {
  let best: Relaxation | null = null;
  for (const [i, { most }] of ways.entries()) {
    const stepsAt = (count: number) => ways.map((_, k) => (k === i ? count : 0));
    const does = function* (count: number): Generator<number, boolean> {
      const bent = bendAll(problem, ways, stepsAt(count));
      return (yield* decide(bent, new Set(allRules), seed, solve)).outcome === 'PLAN';
    };
    if (most === 0 || !(yield* does(most))) continue;
    let [low, high] = [0, most];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (yield* does(middle)) high = middle;
      else low = middle;
    }
    const steps = stepsAt(high);
    if (!best || costOf(steps) < best.cost) best = { ...said(ways, steps), cost: costOf(steps), proven: false };
  }
  return best;
}

function waysOf({ rules }: Problem): Way[] {
  const bending = Object.entries(numbers).flatMap(([rule, [field, step, most]]): Way[] => {
    const from = rules[field];
    if (from === null) return [];
    const at = (steps: number) => Math.max(0, from + step * steps);
    return [
      {
        ...{ rule: rule as Rule, channel: null, at },
        most: step < 0 ? from : most,
        bent: (problem, steps) => ({ ...problem, rules: { ...problem.rules, [field]: at(steps) } }),
      },
    ];
  });
  const fewer = channels.flatMap((channel): Way[] => {
    const highest = Math.max(
      0,
      ...rules.targets.filter((target) => target.channel === channel).map(({ tests }) => tests),
    );
    if (highest === 0) return [];
    return [
      {
        ...{ rule: 'TARGET', channel, most: highest, at: (steps) => highest - steps },
        bent: (problem, steps) => ({ ...problem, fewer: { ...problem.fewer, [channel]: steps } }),
      },
    ];
  });
  return [...bending, ...fewer];
}

const bendAll = (problem: Problem, ways: readonly Way[], steps: readonly number[]): Problem =>
  ways.reduce((bent, way, i) => ((steps[i] ?? 0) > 0 ? way.bent(bent, steps[i] ?? 0) : bent), problem);

const said = (ways: readonly Way[], steps: readonly number[]) => ({
  bends: ways.flatMap(({ rule, channel, at }, i): Bend[] =>
    (steps[i] ?? 0) > 0 ? [{ rule, channel, from: at(0), to: at(steps[i] ?? 0) }] : [],
  ),
});
