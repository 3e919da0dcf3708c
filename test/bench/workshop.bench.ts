import { expect, test } from 'vitest';
import { type Entrant, fieldOf, type Setting, simulate } from '../../admin/workshop/simulate.ts';

/** An edition as large as that of 2022: 311 structures in 10 categories, six channels, one in five without a score. */
const codes = ['RECEPTION', 'PHONE', 'EMAIL', 'LETTER', 'WEBSITE', 'SOCIAL'];
const entrants = Array.from(
  { length: 311 },
  (_, i): Entrant => ({
    ...{ category: String(i % 10), rank: null, score: null, notApplicable: [], excluded: false },
    channels: codes.map((_, c) =>
      (i * 7 + c * 3) % 5 === 0 ? null : String(((i * 7919 + c * 104_729) % 10_000) / 100),
    ),
  }),
);
const settings = codes.map(
  (_, c): Setting => ({ weight: 10 + c * 5, compared: c > 0, whenAbsent: c % 2 ? 'FLOOR' : 'RENORMALISE', floor: 20 }),
);
const field = fieldOf(codes, entrants);
const scores = Float64Array.from(entrants, (_, i) => ((i * 7919) % 10_000) / 100);

/** A slider is dragged: all ranks must follow under the hand, in far less than the 100 ms people notice. */
test('ranking 311 structures again, beside a plain sort of 311 numbers', async ({ bench }) => {
  await bench.compare(
    bench('every score and rank after a slider moves', () => void simulate(field, settings)), // seen: 0.05 ms, 1.8 sorts
    bench('a plain sort, the limit', () => void scores.toSorted((a, b) => b - a)),
  );
  const started = performance.now();
  const { ranks } = simulate(field, settings);
  expect(performance.now() - started).toBeLessThan(100);
  expect(ranks.some((rank) => rank > 0)).toBe(true);
});
