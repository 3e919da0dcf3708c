import { expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';

const { signIn } = await startApp('robustness');
const regions = '/2022/ranking?category=regions';

test('a ranking says who cannot be told apart from the first, and shows it, or not', async () => {
  const page = await signIn('MANAGER');
  await page.goto(regions);
  await page
    .getByRole('heading', { name: /Région Grand Est en tête .* autres structures ne s’en distinguent pas/ })
    .waitFor();
  const row = page.getByRole('row', { name: /^1 Région Grand Est/ });
  expect(await row.textContent()).toMatch(/entre la 1ʳᵉ et la \d+ᵉ place si les tests étaient tombés autrement/);
  await row.getByRole('link').focus();
  expect(await obstacles(page)).toEqual([]);
  await page.getByRole('switch', { name: 'Incertitude' }).click();
  expect(await row.textContent()).not.toContain('si les tests étaient tombés autrement');
});

test('near the podium, the weights that would make two structures level are folded under their pair', async () => {
  const page = await signIn('MANAGER', { width: 390, dark: true });
  await page.goto(regions);
  await page.getByRole('heading', { name: 'Près du podium' }).waitFor();
  const fold = page.getByRole('table', { name: 'Poids des canaux, en vigueur et à égalité' }).first();
  expect(await fold.isVisible()).toBe(false);
  await page.getByText('Voir les poids').first().press('Enter');
  await fold.getByText('Téléphone').waitFor();
  expect(await obstacles(page)).toEqual([]);
});
