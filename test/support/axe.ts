import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What stands between a person and a page, by the rules of WCAG 2.1 AA; empty when nothing does. The chart library marks
 * its own drawing in a way axe forbids: allowed on that element alone, which has a data table beside it.
 */
export async function obstacles(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !(id === 'aria-prohibited-attr' && html.includes('MuiCharts')))
      .map(
        ({ html, failureSummary }) =>
          `${id}: ${html.slice(0, 160)} — ${failureSummary?.split('\n').at(1)?.trim() ?? ''}`,
      ),
  );
}
