import loadHighs, { type Highs } from 'highs';
import type { Solver } from '../planner/model.rules.ts';

let opened: Promise<Highs> | null = null;

/**
 * Opens the solver of whole-number programs: HiGHS (University of Edinburgh, MIT), in WebAssembly, in one thread. It
 * gives up after so many branches and not after a time, so that it answers the same on every machine.
 */
export async function openSolver(): Promise<Solver> {
  opened ??= loadHighs();
  const highs = await opened;
  return (model) => {
    const answer = highs.solve(model, { mip_max_nodes: 20_000, random_seed: 1 });
    if (answer.Status === 'Infeasible') return 'INFEASIBLE';
    if (answer.Status !== 'Optimal') return null;
    return new Map(Object.entries(answer.Columns).map(([name, { Primal }]) => [name, Primal ?? 0]));
  };
}
