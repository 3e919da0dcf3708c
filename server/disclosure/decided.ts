import { hash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Contributor, Why } from './contributor.rules.ts';
import { type Asked, withheldIn } from './disclosure.rules.ts';

/** An edition of fewer structures is decided at once: to start a thread would take longer. */
const MANY = 60;

/** Decisions kept in mind: a few editions, each as it is and as it was before the last change. */
const MOST = 20;

const known = new Map<string, Promise<ReadonlyMap<string, Why>>>();

/**
 * Which means of an edition are not told, and why. It hangs on nothing but what is asked: a release that asks at its
 * rehearsal, its request, its approval and its instant is answered once.
 */
export function decided(asked: Asked): Promise<ReadonlyMap<string, Why>> {
  const own = plain(asked);
  const key = hash('sha256', textOf(own), 'base64url');
  const decision = known.get(key) ?? decide(own);
  known.delete(key);
  known.set(key, decision);
  decision.catch(() => known.delete(key));
  const [oldest = ''] = known.keys();
  if (known.size > MOST) known.delete(oldest);
  return decision;
}

/** In a thread of its own: it takes a second or more, and whatever else is asked of this process meanwhile is answered. */
async function decide(asked: Asked): Promise<ReadonlyMap<string, Why>> {
  if (asked.all.length < MANY) return withheldIn(asked);
  const thread = new Worker(new URL('./decider.ts', import.meta.url), { workerData: asked });
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

/** All of it as one text, a structure named by the palmarès by its place among all. */
function textOf({ all, honours, ...rest }: Asked): string {
  const places = new Map(all.map((each, place) => [each, place]));
  const placesOf = (some: readonly Contributor[]) => some.map((each) => places.get(each));
  const named = honours.map(({ field, named, ...own }) => ({ ...own, field: placesOf(field), named: placesOf(named) }));
  return JSON.stringify({ ...rest, all, named }, (_, value) => (value instanceof Map ? [...value] : value));
}
