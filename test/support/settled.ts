import type { Page } from 'playwright-core';

/**
 * Waits until what a page asked for has come and is drawn. A page says by a wheel or a line that it waits; between two
 * questions, of which the second follows from the first, it says so at most until it has nothing else to do.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const waits = () => document.querySelector('[role=progressbar]:not([aria-valuenow])') !== null;
    for (let calm = 0; calm < 2; calm = waits() ? 0 : calm + 1)
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));
    return true;
  });
}
