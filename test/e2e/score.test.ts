import { expect, test } from 'vitest';
import { Edition, EditionPhase } from '../../server/edition/edition.ts';
import { Enrolment } from '../../server/enrolment/enrolment.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import { goTo } from '../support/travel.ts';

const { em, signIn } = await startApp('score');

test('a ranking is searched, its numbers shown, and each name leads to its scores', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/ranking?category=towns_20000_50000');
  await page.getByRole('heading', { name: /Ville de Bourg-en-Bresse en tête avec 86,\d\d sur 100/ }).waitFor();
  expect(await page.getByText('ex æquo', { exact: true }).count()).toBe(2);
  await page.getByRole('searchbox').fill('bourg en');
  await page.getByText('Aucune structure de cette catégorie ne porte ce nom.').waitFor();
  await page.getByRole('searchbox').fill('BOURG-EN');
  await page.getByText(/1 sur 52/).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Exporter en CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('barometre-2022-classement-towns_20000_50000.csv');
  await page.getByRole('link', { name: 'Ville de Bourg-en-Bresse' }).click();
  await page.getByRole('heading', { name: /De 0 à 86,/ }).waitFor();
  expect(await obstacles(page)).toEqual([]);
});

test('a score opens from channel to step to criterion to measurement, and gives its formula', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/ranking?category=towns_20000_50000');
  await page.getByRole('searchbox').fill('olivebrac');
  await page.getByRole('link', { name: 'Ville d’Olivebrac' }).click();
  const waterfall = page.getByRole('table', { name: 'Apport à la note' });
  await waterfall.getByRole('button', { name: 'Téléphone' }).click();
  await waterfall.getByRole('button', { name: 'Accès' }).click();
  await waterfall.getByRole('button', { name: 'Nombre de sonneries' }).click();
  const measurements = page.getByRole('table', { name: 'Mesures de « Nombre de sonneries »' });
  await measurements
    .getByText(/sonneries/)
    .first()
    .waitFor();
  expect(await measurements.getByRole('row').count()).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'La formule, avec ses valeurs' }).click();
  await page.getByText(/^Note globale [=≈] \(25 × /).waitFor();
  await page.getByText(/Juste au-dessus\s: Ville de Bourg-en-Bresse/).waitFor();
  await page.getByRole('table', { name: /Poids des canaux/ }).waitFor();
  expect(await obstacles(page)).toEqual([]);

  await page.getByRole('button', { name: /^EN/ }).click();
  await page.getByRole('button', { name: 'The formula, with its values' }).click();
  await page.getByText(/^Overall score [=≈] \(25 × /).waitFor();
});

test('a structure reads its own scores once they are published, and no one else’s', async () => {
  const page = await signIn('PARTICIPANT', { width: 390, dark: true });
  const sheet = page.getByRole('heading', { name: 'Canal par canal' });
  await page.goto('/2022/enrolment');
  await page
    .getByRole('link', { name: /2022|Ville/ })
    .first()
    .click();
  await sheet.waitFor();
  await page.getByText(/portés ensemble à leur maximum suffiraient/).waitFor();
  expect(await page.getByText(/Juste au-dessus\s:/).count()).toBe(0);
  await page.getByRole('button', { name: 'Tout déplier' }).click();
  // It reads what each criterion brings, and never the test behind it.
  await page.getByText('Nombre de sonneries').first().waitFor();
  expect(await page.getByRole('button', { name: 'Nombre de sonneries' }).count()).toBe(0);
  expect(await obstacles(page)).toEqual([]);
  const own = page.url();

  const other = await em.fork().findOneOrFail(Enrolment, { structure: { name: 'Ville de Strasbourg' } });
  await goTo(page, `/2022/enrolment/${other.id}/show`);
  await page.getByRole('heading', { level: 1, name: 'Page introuvable' }).waitFor();
  await goTo(page, '/2022/ranking');
  await page.getByRole('heading', { level: 1, name: 'Accès réservé' }).waitFor();

  await em.fork().nativeUpdate(Edition, { year: 2022 }, { phase: EditionPhase.EMBARGO });
  await page.goto(own);
  await page.getByText('Vos notes ne sont pas encore publiées').waitFor();
  expect(await sheet.count()).toBe(0);
});
