import { describe, expect, test } from 'vitest';
import type { Actor } from '../../server/kernel/actor.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { makeFieldwork } from '../support/collecting.ts';

/**
 * Two hundred auditors who send a test in the same span of time, beside one who sends alone; all in one run, so that only
 * ratios count. The budget: the 95th percentile of all within three times that of one alone, when their sendings come at
 * chance over twenty seconds, as when a network comes back. All at the very same instant, they queue for the cores of the
 * machine: that is measured for the record, as the server lives it and as auditors do, whose network takes its own time
 * from one as from all; and each of them is kept all the same.
 */
const AUDITORS = 200;
const SPAN_MS = 20_000;
const ALONE = 40;
/** A server that has just answered answers faster than one that was asleep: alone, each comes by itself. */
const PAUSE_MS = 250;
const BUDGET = 3;
/** A phone on a fair day: the profile of `phone.bench.ts`, on a connection that is open. */
const NETWORK = { roundTripMs: 150, bitsPerMs: 1600 };

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
/** The same as its auditor waits for it. */
const sendFromPhone = async (by: Actor, assignment: string): Promise<number> => {
  const begun = performance.now();
  const bits = JSON.stringify(field.sending(assignment)).length * 8;
  await pause(NETWORK.roundTripMs + bits / NETWORK.bitsPerMs);
  await send(by, assignment);
  return performance.now() - begun;
};
const given = () => Promise.all(auditors.map(async (auditor) => [auditor, await field.assign(auditor)] as const));
const p95 = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.ceil(all.length * 0.95) - 1] ?? 0;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('sending a test', () => {
  test('two hundred auditors wait no more than three times as long as one', async () => {
    const warm = await given();
    for (const [auditor, assignment] of warm.slice(0, 20)) await send(auditor, assignment);
    const alone: number[] = [];
    for (const [auditor, assignment] of warm.slice(20, 20 + ALONE)) {
      await pause(PAUSE_MS);
      alone.push(await send(auditor, assignment));
    }
    const felt: number[] = [];
    for (const [auditor, assignment] of warm.slice(60, 60 + ALONE)) felt.push(await sendFromPhone(auditor, assignment));

    // Spread as chance would, and the same at every run: the golden ratio leaves no two at one place.
    const spread = (await given()).map(async ([auditor, assignment], i) => {
      await pause(((i * 0.618_033_988_75) % 1) * SPAN_MS);
      return send(auditor, assignment);
    });
    const together = await Promise.all(spread);

    const atOnce = async (how: typeof send) =>
      Promise.all((await given()).map(([auditor, assignment]) => how(auditor, assignment)));
    const [one, many, all] = [alone, together, await atOnce(send)].map(p95) as [number, number, number];
    const [oneFelt, allFelt] = [felt, await atOnce(sendFromPhone)].map(p95) as [number, number];
    console.info(
      [
        `alone ${one.toFixed(0)} ms, ${AUDITORS} over ${SPAN_MS / 1000} s ${many.toFixed(0)} ms (×${(many / one).toFixed(2)})`,
        `at one instant ${all.toFixed(0)} ms (×${(all / one).toFixed(1)})`,
        `from a phone alone ${oneFelt.toFixed(0)} ms, at one instant ${allFelt.toFixed(0)} ms (×${(allFelt / oneFelt).toFixed(1)})`,
      ].join(', '),
    );
    expect(many / one).toBeLessThan(BUDGET);
  }, 300_000);
});
