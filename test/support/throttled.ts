import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** A middling phone on a middling network: a processor four times slower, 1.6 Mb/s down, 150 ms for each request. */
export async function throttle(page: Page): Promise<CDPSession> {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 },
  });
  await wire.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return wire;
}

/**
 * Answers the first question of a form, or types into the first field of a door, as soon as there is one, and notes when
 * the page took it: its own count of answers says so where it has one.
 */
export const answering = (selector: string): string => `(() => {
  const look = () => {
    const field = document.querySelector(${JSON.stringify(selector)});
    if (field && !field.checked && field.value !== 'c') {
      if (field.type === 'radio') field.click();
      else {
        field.value = 'c';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
    const counted = document.querySelector('progress');
    if (field && (!counted || counted.dataset.still || counted.value > 0)) window.usableAt = performance.now();
    else requestAnimationFrame(look);
  };
  look();
})()`;

/** Milliseconds from the opening of an address to its first question being usable, on a throttled phone. */
export async function usableAfter(context: BrowserContext, address: string, selector: string): Promise<number> {
  const page = await context.newPage();
  await throttle(page);
  await page.addInitScript(answering(selector));
  await page.goto(address, { waitUntil: 'commit' });
  const ms = await usable(page);
  await page.close();
  return ms;
}

/** When a page said that its first question was usable, on its own clock. */
export async function usable(page: Page): Promise<number> {
  const told = await page.waitForFunction(() => (window as { usableAt?: number }).usableAt, null, { polling: 50 });
  return (await told.jsonValue()) as number;
}

/** A page as it is drawn, without a program and in one file: what no app can be quicker than. */
export async function drawn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText));
    const bare = document.documentElement.cloneNode(true) as HTMLElement;
    for (const each of bare.querySelectorAll('script, link, style')) each.remove();
    for (const each of bare.querySelectorAll('progress')) each.dataset.still = 'true';
    const style = document.createElement('style');
    style.textContent = rules.filter((rule) => !rule.startsWith('@font-face')).join('\n');
    bare.querySelector('head')?.append(style);
    return `<!doctype html>${bare.outerHTML}`;
  });
}

/** Serves one page, compressed once. */
export async function serveStill(html: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const body = brotliCompressSync(html);
  const server = createServer((_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' }).end(body),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
