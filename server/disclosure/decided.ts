import { Worker } from 'node:worker_threads';
import type { Contributor, Why } from './contributor.rules.ts';
import { type Asked, withheldIn } from './disclosure.rules.ts';

/** An edition of fewer structures is decided at once: to start a thread would take longer. */
const MANY = 60;

/**
 * Which means of an edition are not told, and why, worked out in a thread of its own: it takes a second or more, and
 * whatever else is asked of this process meanwhile is answered.
 */
export async function decided(asked: Asked): Promise<ReadonlyMap<string, Why>> {
  if (asked.all.length < MANY) return withheldIn(asked);
  const thread = new Worker(new URL('./decider.ts', import.meta.url), { workerData: plain(asked) });
  const answer = new Promise<ReadonlyMap<string, Why>>((done, fail) => {
    thread.on('message', done);
    thread.on('error', fail);
    thread.on('exit', (code) => fail(new Error(`What is not told was not decided: its thread ended (${code}).`)));
  });
  return answer.finally(() => thread.terminate());
}

/** What a thread is given: plain data, and no more than it reads. Who is named is one of all, as before. */
function plain({ all, honours, ...rest }: Asked): Asked {
  const copies = new Map(
    all.map((each): [Contributor, Contributor] => {
      const { category, region, department, scores, marks, parts } = each;
      return [each, { category, region, department, scores, ...(marks && { marks }), ...(parts && { parts }) }];
    }),
  );
  const copied = (some: readonly Contributor[]) => some.map((each) => copies.get(each) as Contributor);
  return {
    ...{ ...rest, all: copied(all) },
    honours: honours.map(({ field, named, ...rest }) => ({ ...rest, field: copied(field), named: copied(named) })),
  };
}
