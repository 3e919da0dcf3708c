import { expect, test } from 'vitest';
import { type Robustness, robustnessOf } from '../../server/uncertainty/uncertainty.rules.ts';
import { fieldworkOf } from '../support/fieldwork.ts';

/** An edition as large as that of 2022: 311 structures in 10 categories, 13 tests each, 40 criteria. */
const design = { tests: [2, 3, 2, 2, 2, 2], between: 8, silence: 0.2 };
const categories = Array.from({ length: 10 }, (_, i) =>
  fieldworkOf({ ...design, structures: i === 0 ? 32 : 31 }, `category ${i}`).category.map(({ id, channels }) => ({
    id: `${i} ${id}`,
    channels: channels.map((channel, c) => ({
      ...channel,
      criteria: Array.from({ length: c < 4 ? 7 : 6 }, (_, k) => ({ code: `${k}`, weight: 1 + (k % 4), score: 50 + k })),
    })),
  })),
);
const study = (): Robustness[] =>
  categories.flatMap((category) =>
    robustnessOf(category, { seed: '5eed', rest: categories.filter((other) => other !== category).flat() }),
  );

/**
 * As many multiply-adds as the study cannot do without, over numbers side by side in memory: each of 2000 times, one
 * for each test of a structure, one for each criterion and one for each channel whose weights move.
 */
function inPlainLoops(): number {
  let total = 0;
  for (const { channels } of categories.flat()) {
    const numbers = Float64Array.from(
      channels.flatMap(({ score, tests, criteria }) => [score, ...tests, ...criteria.map(({ score }) => score)]),
    );
    for (let replicate = 0; replicate < 2000; replicate += 1)
      for (let i = 0; i < numbers.length; i += 1) total += (numbers[i] ?? 0) * replicate;
  }
  return total;
}

/** People wait for it once a score run: a second or so, on one core. */
test('how sure the scores and ranks of an edition are', async ({ bench }) => {
  await bench.compare(
    bench('2000 replicates and 2000 sets of weights', () => void study()),
    bench('as many multiply-adds, the limit', () => void inPlainLoops()),
    { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 },
  );
  expect(study()).toHaveLength(311);
  expect(inPlainLoops()).toBeGreaterThan(0);
});
