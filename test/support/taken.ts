import { setTimeout as after } from 'node:timers/promises';
import { chanceOf } from '../../server/demo/random.ts';
import type { Twin } from './twins.ts';

/** The least of so many requests is what one takes when nothing else happens. */
const LEAST_OF = 3;

/**
 * What two databases take to answer the same, in ms: asked in turn, whichever first by lot, in words that were never
 * answered before. What slows the machine down slows both. `delay` makes the second wait, in ms.
 */
export async function takenBy(one: Twin, two: Twin, query: string, times: number, delay = 0) {
  const chance = chanceOf(query);
  const [first, second]: [number[], number[]] = [[], []];
  let asked = 0;
  const taken = async (twin: Twin, wait: number): Promise<number> => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < LEAST_OF; i++) {
      asked += 1;
      const from = performance.now();
      if (wait > 0) await after(wait);
      await twin.seen({ query: query.replace('{', `query Asked${asked} {`), variables: {} });
      least = Math.min(least, performance.now() - from);
    }
    return least;
  };
  for (let i = 0; i < times; i++) {
    if (chance.happens(0.5)) {
      first.push(await taken(one, 0));
      second.push(await taken(two, delay));
    } else {
      second.push(await taken(two, delay));
      first.push(await taken(one, 0));
    }
  }
  return { first, second };
}
