import { describe, expect, test } from 'vitest';
import type { Actor } from '../../server/kernel/actor.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { makeFieldwork } from '../support/collecting.ts';

/**
 * Two hundred auditors who send a test in the same span of time, beside one who sends alone; both in one run, so that only
 * their ratio counts. The budget: the 95th percentile of all within three times that of one alone, when their sendings
 * come at chance over twenty seconds, as when a network comes back. All at the very same instant, they queue for the
 * cores of the machine: that is measured for the record, and each of them is kept all the same.
 */
const AUDITORS = 200;
const SPAN_MS = 20_000;
const ALONE = 40;
const BUDGET = 3;

const office = await makeBackOffice('collect_bench');
const field = await makeFieldwork(office);
const auditors: (Actor & { auditorId: string })[] = [];
for (let i = 0; i < AUDITORS; i++) auditors.push(await field.auditor());

const send = async (by: Actor, assignment: string): Promise<number> => {
  const begun = performance.now();
  const { data } = await field.submit(by, field.sending(assignment));
  expect(data.submitTest.outcome).toBe('ACCEPTED');
  return performance.now() - begun;
};
const given = () => Promise.all(auditors.map(async (auditor) => [auditor, await field.assign(auditor)] as const));
const percentile = (all: readonly number[], share: number): number =>
  all.toSorted((a, b) => a - b)[Math.ceil(all.length * share) - 1] ?? 0;
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('sending a test', () => {
  test('two hundred auditors wait no more than three times as long as one', async () => {
    const warm = await given();
    for (const [auditor, assignment] of warm.slice(0, 20)) await send(auditor, assignment);
    const alone: number[] = [];
    for (const [auditor, assignment] of warm.slice(20, 20 + ALONE)) alone.push(await send(auditor, assignment));

    // Spread as chance would, and the same at every run: the golden ratio leaves no two at one place.
    const spread = (await given()).map(async ([auditor, assignment], i) => {
      await after(((i * 0.618_033_988_75) % 1) * SPAN_MS);
      return send(auditor, assignment);
    });
    const together = await Promise.all(spread);

    const burst = await Promise.all((await given()).map(([auditor, assignment]) => send(auditor, assignment)));
    const [one, many, all] = [alone, together, burst].map((times) => percentile(times, 0.95)) as [
      number,
      number,
      number,
    ];
    console.info(
      `alone ${one.toFixed(0)} ms, ${AUDITORS} over ${SPAN_MS / 1000} s ${many.toFixed(0)} ms (×${(many / one).toFixed(2)}), at one instant ${all.toFixed(0)} ms (×${(all / one).toFixed(1)})`,
    );
    expect(many / one).toBeLessThan(BUDGET);
  }, 300_000);
});
