import { expect, test } from 'vitest';
import { type Robustness, robustnessOf } from '../../server/score/uncertainty.rules.ts';
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

/** People wait for it once a score run: a second or so, on one core. */
test('how sure the scores and ranks of an edition are', async ({ bench }) => {
  await bench('2000 replicates and 2000 sets of weights', () => void study()).run({
    iterations: 3,
    warmupIterations: 1,
  });
  expect(study()).toHaveLength(311);
});
