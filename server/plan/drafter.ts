import { Worker } from 'node:worker_threads';
import type { Way } from '../kernel/jobs.ts';
import type { Draft, DraftAsked } from '../planner/draft.rules.ts';
import type { Said } from './draftsman.ts';

/** How often one looks whether to give up, in milliseconds: a solver that is at work says nothing itself. */
const LOOK_MS = 100;

/**
 * Drafts a plan in a thread of its own: whatever else is asked of this process meanwhile is answered. Told to give up,
 * it does so at once, in the middle of whatever it was doing.
 */
export function drafted(asked: DraftAsked, { told }: Way): Promise<Draft> {
  const thread = new Worker(new URL('./draftsman.ts', import.meta.url), { workerData: asked });
  let looked = 0;
  let watch: NodeJS.Timeout | undefined;
  const draft = new Promise<Draft>((done, fail) => {
    const tell = () => {
      try {
        told(looked);
      } catch (givenUp) {
        fail(givenUp);
      }
    };
    watch = setInterval(tell, LOOK_MS);
    thread.on('message', (said: Said) => {
      if ('draft' in said) return done(said.draft);
      looked = said.looked;
      tell();
    });
    thread.on('error', fail);
    thread.on('exit', (code) => fail(new Error(`The draft of a plan ended early (${code}).`)));
  });
  return draft.finally(async () => {
    clearInterval(watch);
    await thread.terminate();
  });
}
