import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSolver } from '../../server/plan/solver.ts';
import { breaksAmong } from '../../server/planner/breaks.rules.ts';
import { castOf } from '../../server/planner/casting.rules.ts';
import { clashOf } from '../../server/planner/clash.rules.ts';
import { decide } from '../../server/planner/decision.rules.ts';
import { allRules, type Channel, type Planned, type Problem, type Rule } from '../../server/planner/problem.rules.ts';
import { type Bend, cheapest } from '../../server/planner/relaxation.rules.ts';
import { mend } from '../../server/planner/repair.rules.ts';
import { faultsOf } from '../support/planchecker.ts';
import { isPossible } from '../support/planjudge.ts';
import { ended, smallEditions, tightEditions } from '../support/planning.ts';

/** How many editions are drawn: all of them with `PLANS=1000`, see `npm run plans`. */
const RUNS = Number(process.env.PLANS ?? 100);
const rules: ReadonlySet<Rule> = new Set(allRules);
const solve = await openSolver();

test('a plan obeys every rule; where there is none, the rules named clash, and without any one of them they do not', () => {
  const told = { PLAN: 0, NONE: 0 };
  fc.assert(
    fc.property(smallEditions, (problem) => {
      const verdict = ended(decide(problem, rules, 'seed', solve));
      const possible = isPossible(problem, rules);
      expect(verdict.outcome).toBe(possible ? 'PLAN' : 'NONE');
      if (verdict.outcome === 'PLAN') {
        told.PLAN++;
        expect(faultsOf(problem, castOf(verdict.board, 'seed'))).toEqual([]);
        return;
      }
      told.NONE++;
      const clash = ended(clashOf(problem, rules, 'seed', solve));
      expect(clash.proven).toBe(true);
      expect(isPossible(problem, new Set(clash.rules))).toBe(false);
      for (const rule of clash.rules)
        expect(isPossible(problem, new Set(clash.rules.filter((other) => other !== rule))), rule).toBe(true);
    }),
    { numRuns: RUNS },
  );
  // Neither kind is rare among what is drawn.
  expect(Math.min(told.PLAN, told.NONE)).toBeGreaterThan(RUNS / 5);
});

test('a test put elsewhere by hand breaks the rules that are named, and no other', () => {
  const told = { none: 0, some: 0 };
  fc.assert(
    fc.property(smallEditions, fc.nat(), fc.nat(), fc.nat(), (problem, which, when, who) => {
      const verdict = ended(decide(problem, rules, 'seed', solve));
      if (verdict.outcome !== 'PLAN') return;
      const plan = castOf(verdict.board, 'seed');
      const test = plan[which % Math.max(1, plan.length)];
      if (!test) return;
      const others = plan.filter((each) => each !== test);
      const breaks = breaksAmong(problem, [...problem.fixed, ...others]);
      expect(breaks(test)).toEqual([]);
      const days =
        Math.round((Date.parse(problem.to) - Date.parse(problem.notBefore ?? problem.from)) / 86_400_000) + 1;
      const day = new Date(Date.parse(problem.notBefore ?? problem.from) + (when % days) * 86_400_000);
      const moved = { ...test, day: day.toISOString().slice(0, 10), auditor: `A${who % problem.auditors.length}` };
      const open = problem.rules.bands.filter(
        ({ channel, weekdays }) => channel === test.channel && weekdays.includes(day.getUTCDay() || 7),
      );
      const [{ from, to } = test] = open;
      const named = breaks(moved);
      expect(named.length === 0).toBe(faultsOf(problem, [...others, { ...moved, from, to }]).length === 0);
      told[named.length === 0 ? 'none' : 'some']++;
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(told.none, told.some)).toBeGreaterThan(RUNS / 30);
});

test('a plan is mended by moving as few tests as possible, as trying everything finds it', () => {
  let mendable = 0;
  fc.assert(
    fc.property(tightEditions, fc.nat(2), fc.option(fc.nat(3)), late, (problem, who, tie, days) => {
      const verdict = ended(decide(problem, rules, 'seed', solve));
      if (verdict.outcome !== 'PLAN') return;
      const tests = castOf(verdict.board, 'seed').map((test, i) => ({ ...test, id: `T${i}` }));
      const after = later(tie === null ? without(problem, who) : tied(problem, who, tie), days);
      const mended = ended(mend(after, rules, tests, 'again', solve));
      expect(mended !== null).toBe(isPossible(after, rules));
      if (!mended) return;
      expect(mended.proven).toBe(true);
      expect(faultsOf(after, mended.plan)).toEqual([]);
      expect(mended.moved.length).toBe(fewestMoves(after, tests));
      if (mended.moved.length > 0) mendable++;
    }),
    { numRuns: RUNS },
  );
  expect(mendable).toBeGreaterThan(RUNS / 30);
});

/** After how many days of fieldwork a plan is mended, now and then once they are all over. */
const late = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(13) });

/** So many days go by. */
const later = (problem: Problem, days: number | null): Problem => ({
  ...problem,
  notBefore: days === null ? null : new Date(Date.parse(problem.from) + days * 86_400_000).toISOString().slice(0, 10),
});

/** Someone leaves. */
const without = (problem: Problem, who: number): Problem => ({
  ...problem,
  auditors: problem.auditors.filter((_, i) => i !== who % problem.auditors.length),
});

/** Someone turns out to be tied to a structure. */
const tied = (problem: Problem, who: number, tie: number): Problem => ({
  ...problem,
  auditors: problem.auditors.map((one, i) =>
    i === who % problem.auditors.length ? { ...one, conflicts: [...one.conflicts, `S${tie}`] } : one,
  ),
});

/** How many tests have to move, by trying to keep ever fewer. */
function fewestMoves(problem: Problem, tests: readonly Planned[]): number {
  const valid = (kept: readonly Planned[]) => faultsOf(problem, kept).every((fault) => / for \d+$/.test(fault));
  const own = tests.filter((test) => valid([test]));
  for (let moved = 0; ; moved++)
    for (const left of subsets(own, moved)) {
      const kept = own.filter((test) => !left.includes(test));
      if (valid(kept) && isPossible({ ...problem, fixed: [...problem.fixed, ...kept] }, rules))
        return tests.length - kept.length;
    }
}

function* subsets<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) yield [];
  else
    for (const [i, first] of all.entries())
      for (const rest of subsets(all.slice(i + 1), size - 1)) yield [first, ...rest];
}

test('the cheapest way to bend rules makes a plan possible, and nothing cheaper does', () => {
  let bent = 0;
  fc.assert(
    fc.property(smallEditions, (problem) => {
      if (isPossible(problem, rules)) return;
      const found = ended(cheapest(problem, 'seed', solve));
      if (!found) return;
      bent++;
      expect(found.proven).toBe(true);
      expect(isPossible(bend(problem, found.bends), rules)).toBe(true);
      for (const { bends } of cheaperThan(problem, found.cost))
        expect(isPossible(bend(problem, bends), rules)).toBe(false);
    }),
    { numRuns: Math.ceil(RUNS / 8) },
  );
  expect(bent).toBeGreaterThan(RUNS / 40);
});

type Field =
  | 'weekMost'
  | 'structureShare'
  | 'structureGap'
  | 'auditorLockOut'
  | 'scenarioLockOut'
  | 'personaLockOut'
  | 'weekExcess';
const fields: readonly (readonly [Rule, Field, number])[] = [
  ['AUDITOR_WEEK', 'weekMost', 1],
  ['STRUCTURE_SHARE', 'structureShare', 1],
  ['STRUCTURE_GAP', 'structureGap', -1],
  ['AUDITOR_ROTATION', 'auditorLockOut', -1],
  ['SCENARIO_REUSE', 'scenarioLockOut', -1],
  ['PERSONA_REUSE', 'personaLockOut', -1],
  ['WEEK_SPREAD', 'weekExcess', 10],
];

function bend(problem: Problem, bends: readonly Bend[]): Problem {
  const said: { -readonly [key in keyof Problem['rules']]: Problem['rules'][key] } = { ...problem.rules };
  const fewer: Partial<Record<Channel, number>> = {};
  for (const { rule, channel, from, to } of bends) {
    const [, field] = fields.find(([name]) => name === rule) ?? [];
    if (channel) fewer[channel] = from - to;
    else if (field) said[field] = to;
  }
  return { ...problem, rules: said, fewer };
}

/** Every way to bend that costs less. */
function cheaperThan(problem: Problem, cost: number) {
  const costOf = new Map(problem.rules.costs.map((each) => [each.rule, each.cost]));
  let all: { readonly bends: readonly Bend[]; readonly cost: number }[] = [{ bends: [], cost: 0 }];
  const widen = (rule: Rule, channel: Channel | null, from: number, step: number, most: number) => {
    all = all.flatMap((each) =>
      Array.from({ length: most + 1 }, (_, n) => ({
        bends: n === 0 ? each.bends : [...each.bends, { rule, channel, from, to: from + step * n }],
        cost: each.cost + n * (costOf.get(rule) ?? 0),
      })).filter((way) => way.cost < cost),
    );
  };
  for (const [rule, field, step] of fields) {
    const from = problem.rules[field];
    if (from !== null) widen(rule, null, from, step, step < 0 ? from : 40);
  }
  for (const channel of ['RECEPTION', 'PHONE', 'EMAIL'] as const) {
    const highest = Math.max(
      ...problem.rules.targets.filter((line) => line.channel === channel).map(({ tests }) => tests),
    );
    widen('TARGET', channel, highest, -1, highest);
  }
  return all;
}
