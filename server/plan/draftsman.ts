import { parentPort, workerData } from 'node:worker_threads';
import { type Draft, type DraftAsked, draftOf } from '../planner/draft.rules.ts';
import { openSolver } from './solver.ts';

/** What the thread tells: how many tests it has looked at in all, ever more of them, then the draft. */
export type Said = { readonly looked: number } | { readonly draft: Draft };

const say = (said: Said): void => parentPort?.postMessage(said);

const work = draftOf(workerData as DraftAsked, await openSolver());
let before = 0;
let now = 0;
for (let step = work.next(); ; step = work.next()) {
  if (step.done) {
    say({ draft: step.value });
    break;
  }
  // Each part of the work counts from none.
  if (step.value < now) before += now;
  now = step.value;
  say({ looked: before + now });
}
