import { expect, test } from 'vitest';
import { Edition, EditionPhase } from '../../server/edition/edition.ts';
import { Enrolment } from '../../server/enrolment/enrolment.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';

const { em, signIn } = await startApp('score');

test('a ranking is searched, its numbers shown, and each name leads to its scores', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/ranking?category=towns_20000_50000');
  await page.getByRole('heading', { name: /Ville de Bourg-en-Bresse en tête avec 86,09 sur 100/ }).waitFor();
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
  await page.getByRole('heading', { name: /De 0 à 86,1/ }).waitFor();
  await page.getByRole('button', { name: 'Téléphone' }).click();
  await page.getByRole('table', { name: 'Détail de Téléphone' }).waitFor();
  expect(await obstacles(page)).toEqual([]);
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
  expect(await obstacles(page)).toEqual([]);
  const own = page.url();

  const other = await em.fork().findOneOrFail(Enrolment, { structure: { name: 'Ville de Strasbourg' } });
  await page.goto(`/2022/enrolment/${other.id}/show`);
  await page.getByRole('heading', { level: 1, name: 'Page introuvable' }).waitFor();
  await page.goto('/2022/ranking');
  await page.getByRole('heading', { level: 1, name: 'Accès réservé' }).waitFor();

  await em.fork().nativeUpdate(Edition, { year: 2022 }, { phase: EditionPhase.EMBARGO });
  await page.goto(own);
  await page.getByText('Vos notes ne sont pas encore publiées').waitFor();
  expect(await sheet.count()).toBe(0);
});
