import { expect, test } from 'vitest';
import { placeAll } from '../../server/ranking/ranking.rules.ts';
import type { Finding } from '../../server/score/measure.rules.ts';

/** An edition as large as that of 2022: 311 structures, 8 tests each, 8 criteria a test. */
const codes = Array.from({ length: 40 }, (_, i) => `c${i}`);
const channels = Array.from({ length: 5 }, (_, channel) => ({
  ...{ code: `channel${channel}`, weight: '20', optional: false },
  criteria: codes.slice(channel * 8, channel * 8 + 8).map((code, i) => ({
    ...{ code, weight: String(1 + (i % 4)), scale: { type: 'LINEAR', zeroAt: '0', oneAt: '10' } as const },
    absences: { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'ZERO' } as const,
  })),
}));
const entrants = Array.from({ length: 311 }, (_, structure) => ({
  ...{ id: String(structure), category: String(structure % 10) },
  tests: Array.from(
    { length: 8 },
    (_, t) =>
      new Map(
        codes
          .slice((t % 5) * 8, (t % 5) * 8 + 8)
          .map((criterion, i): [string, Finding] => [
            criterion,
            { criterion, value: String((structure * 7 + t * 3 + i) % 11), absence: null },
          ]),
      ),
  ),
}));

/** The same arithmetic in floating point: the limit that no exact arithmetic can reach. */
function inFloatingPoint(): number[] {
  return entrants.map(({ tests }) => {
    const found = tests.flatMap((test) => [...test.values()]);
    const means = channels.map(({ criteria }) => {
      let sum = 0;
      let weights = 0;
      for (const { code, weight } of criteria) {
        const own = found.filter(({ criterion }) => criterion === code);
        if (own.length === 0) continue;
        sum += (Number(weight) * own.reduce((total, { value }) => total + Number(value) / 10, 0)) / own.length;
        weights += Number(weight);
      }
      return sum / weights;
    });
    return (100 * means.reduce((a, b) => a + b, 0)) / means.length;
  });
}

/** People wait for "Compute the scores": exactness may cost them some, but not change how it feels. */
test('scoring an edition exactly, beside the same in floating point', async ({ bench }) => {
  await bench.compare(
    bench('exact fractions', () => void placeAll({ channels }, entrants)),
    bench('floating point, the limit', () => void inFloatingPoint()),
  );
  expect(placeAll({ channels }, entrants)).toHaveLength(311);
});
