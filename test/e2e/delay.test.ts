import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { Edition, EditionPhase } from '../../server/edition/edition.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';

const { em, signIn } = await startApp('delay');

test('the delays of a published edition are read, told apart and taken away, and answers stay closed', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/');
  await page.getByRole('link', { name: 'Délais de réponse' }).click();
  await page
    .getByRole('heading', { name: /55\s% des 640 courriels ont reçu une réponse en moins de 10 jours/ })
    .waitFor();
  expect(await page.getByRole('button', { name: 'Clore les réponses' }).count()).toBe(0);

  await page.getByRole('tab', { name: 'Courrier' }).click();
  await page
    .getByRole('heading', { name: /40\s% des 320 courriers ont reçu une réponse en moins de 15 jours/ })
    .waitFor();
  await page.getByLabel('Détailler par').click();
  await page.getByRole('option', { name: 'Catégorie' }).click();
  await page.getByRole('button', { name: 'Tracer la courbe de Conseils régionaux' }).click();
  await page.getByRole('heading', { name: /^Conseils régionaux : .* des 14 courriers/ }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Exporter en CSV' }).first().click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain('Ensemble;320;');
});

test('answers are closed on another day once what it changes was read', async () => {
  await em.fork().nativeUpdate(Edition, { year: 2022 }, { phase: EditionPhase.CONTROL, publishedAt: null });
  const page = await signIn('MANAGER', { width: 390 });
  await page.goto('/2022/delays');
  await page.getByRole('button', { name: 'Clore les réponses' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Aucune réponse ne change de sort.').waitFor();
  await dialog.getByLabel('Dernier jour où une réponse compte').fill('2022-08-10');
  await dialog.getByText(/^\d+ réponses ne compteraient plus/).waitFor();
  expect(await obstacles(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Clore les réponses le 10 août 2022' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/Clôture le 10 août 2022/).waitFor();
  expect(await page.getByRole('heading', { name: /55\s% des 640/ }).count()).toBe(0);

  await page.goto('/2022/audit?filter={"q":"EM-22-00614"}');
  await page.getByText('CCAS de Calmezac').first().click();
  await page.getByText('après la clôture, ne compte pas').waitFor();
  await page.getByText(/6 octobre 2022 à 11\sh\s48/).waitFor();
});
