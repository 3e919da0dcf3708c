import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds for which one may work before others have their turn: nobody notices so little. */
const AT_ONCE = 10;

/**
 * Does the same with each of many, and lets whoever else asks this process be answered in between: what takes half a
 * second in one go would keep all readers waiting for it. Same results, in the same order.
 */
export async function inTurns<Item, Result>(items: Iterable<Item>, work: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  let from = performance.now();
  for (const item of items) {
    results.push(work(item));
    if (performance.now() - from < AT_ONCE) continue;
    await turn();
    from = performance.now();
  }
  return results;
}
