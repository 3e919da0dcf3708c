import type { Page } from 'playwright-core';

/**
 * Goes to a screen as a link of the application does; opens the application there when the page has not. An application
 * that starts again for each screen takes twice the time.
 */
export async function goTo(page: Page, path: string): Promise<void> {
  if (!page.url().startsWith('http')) return void (await page.goto(path));
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}
