import type { Piece } from './board.rules.ts';
import { castOf } from './casting.rules.ts';
import { type Clash, clashOf } from './clash.rules.ts';
import { decide } from './decision.rules.ts';
import type { Solver } from './model.rules.ts';
import { allRules, type Planned, type Problem, type Rule } from './problem.rules.ts';
import { cheapest, type Relaxation } from './relaxation.rules.ts';
import { mend, replaced } from './repair.rules.ts';

/** What a plan is drafted from. */
export interface DraftAsked {
  readonly problem: Problem;
  /** The tests that are planned already and may move. */
  readonly tests: readonly Planned[];
  readonly seed: string;
  /** Whether tests stay where they may, and only those move that must. */
  readonly mending: boolean;
}

/** What comes of it: a plan, the rules that clash, or the structures that found no place. */
export type Draft =
  | {
      readonly outcome: 'PLAN';
      readonly plan: readonly Planned[];
      /** How many of the tests have another day or another auditor, and how many are no longer wanted. */
      readonly moved: number;
      readonly removed: number;
      /** Whether it is proven that fewer could not move; null for a plan that is drawn all anew. */
      readonly fewest: boolean | null;
    }
  | { readonly outcome: 'CLASH'; readonly clash: Clash; readonly relaxation: Relaxation | null }
  | { readonly outcome: 'UNKNOWN'; readonly unplaced: readonly string[] };

const all: ReadonlySet<Rule> = new Set(allRules);

/** Drafts a plan under all rules. The same problem, tests and seed give the same draft. Yields tests looked at. */
export function* draftOf({ problem, tests, seed, mending }: DraftAsked, solve: Solver): Generator<number, Draft> {
  const mended = mending && tests.length > 0 ? yield* mend(problem, all, tests, seed, solve) : null;
  if (mended) {
    const { plan, moved, removed, proven } = mended;
    return { outcome: 'PLAN', plan, moved: moved.length, removed: removed.length, fewest: proven };
  }
  const verdict = yield* decide(problem, all, seed, solve);
  if (verdict.outcome === 'NONE') {
    const clash = yield* clashOf(problem, all, seed, solve);
    return { outcome: 'CLASH', clash, relaxation: yield* cheapest(problem, seed, solve) };
  }
  if (verdict.outcome === 'UNKNOWN')
    return { outcome: 'UNKNOWN', unplaced: verdict.structures.map((i) => problem.structures[i]?.id ?? '') };
  const before: ReadonlyMap<Piece, Planned> = replaced(verdict.board, tests);
  const plan = castOf(verdict.board, seed, before);
  const { moved, removed } = differences(tests, plan);
  return { outcome: 'PLAN', plan, moved: moved.length, removed: removed.length, fewest: null };
}

/** What differs between the tests as they are and as they would be. */
export function differences(tests: readonly Planned[], plan: readonly Planned[]) {
  const there = new Map(plan.flatMap((test) => (test.id === null ? [] : [[test.id, test] as const])));
  const moved = tests.filter(({ id, day, auditor }) => {
    const next = there.get(id ?? '');
    return next && (next.day !== day || next.auditor !== auditor);
  });
  return { moved, removed: tests.filter(({ id }) => !there.has(id ?? '')) };
}
