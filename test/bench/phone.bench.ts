import { describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../server/demo/demonstration.ts';
import { startApp } from '../support/app.ts';
import { citizen, installed, makePhoneWork, phone, signInOnPhone } from '../support/phone.ts';
import { answering, drawn, serveStill, throttle, usable, usableAfter } from '../support/throttled.ts';

/**
 * The form on a middling phone and network, from opening the address of a test to answering its first question, in a real
 * browser. As every day: the app is on the phone. The first time: nothing is, and one signs in. Beside it, in the same run,
 * the same form as a page without a program, in one file, which no app can be quicker than.
 */
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const EVERY_DAY_MS = 1_000;
const FIRST_LOAD_BYTES = 250_000;

const app = await startApp('phone_bench');
const { assign } = await makePhoneWork(app);
const address = `/terrain/#/test/${await assign('PHONE', 'T1')}/form/1`;
const first = 'main fieldset input[type=radio]';

const middle = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** A phone that has the app and its tests, and the form as it draws it. */
async function everyDay() {
  const page = await app.open(phone);
  await signInOnPhone(page);
  await installed(page);
  await page.goto(address);
  await page.locator(first).first().waitFor();
  const still = await serveStill(await drawn(page));
  await page.close();
  return { context: page.context(), still };
}

/** A phone that has never seen the app: the door is there, then the form, once one has signed in; and what it took. */
async function firstTime(): Promise<{ readonly door: number; readonly form: number; readonly bytes: number }> {
  const page = await app.open(phone);
  const wire = await throttle(page);
  let bytes = 0;
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.addInitScript(answering('input[name=email]'));
  await page.goto(address, { waitUntil: 'commit' });
  const door = await usable(page);
  await page.getByLabel('Adresse électronique').fill(citizen.email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(DEMO_PASSWORD);
  await page.waitForLoadState('networkidle');
  const loaded = bytes;
  const begun = await page.evaluate(() => {
    (window as { usableAt?: number }).usableAt = 0;
    document.querySelector('form')?.requestSubmit();
    return performance.now();
  });
  await page.evaluate(answering(first));
  const form = (await usable(page)) - begun;
  await page.context().close();
  return { door, form, bytes: loaded };
}

describe('the form on a phone', () => {
  test('is usable within a second every day, and the first load weighs less than 250 kB', async () => {
    const { context, still } = await everyDay();
    const days: number[] = [];
    const bare: number[] = [];
    const firsts: Awaited<ReturnType<typeof firstTime>>[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      days.push(await usableAfter(context, address, first));
      bare.push(await usableAfter(context, still.url, first));
      firsts.push(await firstTime());
    }
    still.close();
    const [day, limit] = [middle(days), middle(bare)];
    const [door, form, bytes] = (['door', 'form', 'bytes'] as const).map((what) => middle(firsts.map((f) => f[what])));
    const ms = (n = 0): string => `${n.toFixed(0)} ms`;
    console.info(
      `every day ${ms(day)} (${days.map((n) => n.toFixed(0)).join(' ')}), the page without a program ${ms(limit)} (×${(day / limit).toFixed(2)}); the first time: door ${ms(door)}, form ${ms(form)} after signing in, ${bytes} bytes`,
    );
    expect(day).toBeLessThan(EVERY_DAY_MS);
    expect(bytes).toBeLessThan(FIRST_LOAD_BYTES);
  }, 600_000);
});
