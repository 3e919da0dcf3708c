import { streamOf } from '../uncertainty/random.rules.ts';

/** A test that may be drawn. */
export interface Drawable {
  readonly id: string;
  readonly reference: string;
  readonly channel: string;
}

/**
 * Draws a share of the tests of each channel, rounded up, so that none is left out. The same seed and the same tests give
 * the same draw, in whatever order they come: each test has its own number, from the seed and its reference.
 */
export function drawnFrom<Test extends Drawable>(tests: readonly Test[], share: number, seed: string): Test[] {
  const channels = [...Map.groupBy(tests, ({ channel }) => channel)].sort(([a], [b]) => (a < b ? -1 : 1));
  return channels.flatMap(([, own]) => {
    const numbered = own.map((test) => ({ test, number: streamOf(seed, 'double check', test.reference).next() }));
    numbered.sort((a, b) => a.number - b.number || (a.test.reference < b.test.reference ? -1 : 1));
    return numbered.slice(0, Math.ceil((share * own.length) / 100)).map(({ test }) => test);
  });
}
