import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Edition, EditionPhase } from '../../server/edition/edition.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import { goTo } from '../support/travel.ts';

const { em, signIn } = await startApp('workshop');

// The edition of 2022 as it stood while its tests were being controlled.
await em.fork().nativeUpdate(Edition, { year: 2022 }, { phase: EditionPhase.CONTROL, publishedAt: null });

const TOWNS = 'category=towns_20000_50000';
const linesOf = async (page: Page, table: string) => {
  const rows = page.getByRole('table', { name: table }).locator('tbody tr');
  await rows.first().waitFor();
  return rows.allInnerTexts();
};

test('a slider moves the ranking and nothing else; its link shows the same, and all can be put back', async () => {
  const page = await signIn('MANAGER');
  const written: string[] = [];
  page.on('request', (request) => {
    if (/"query":"\s*mutation/.test(request.postData() ?? '')) written.push(request.postData() ?? '');
  });
  await page.goto(`/2022/workshop?${TOWNS}`);
  await page.getByRole('heading', { name: 'Simulation' }).waitFor();
  await page.getByText(/l’atelier ne les change pas/).waitFor();
  const simulated = () => linesOf(page, 'Classement simulé');
  const official = await simulated();

  await page.getByRole('slider', { name: 'Poids du canal Téléphone' }).press('End');
  await page.getByRole('textbox', { name: 'Poids du canal Courriel' }).fill('2,5');
  await page.getByText(/structures changent de rang, toutes catégories confondues/).waitFor();
  await page.waitForURL(/weight\.PHONE=60.*weight\.EMAIL=2\.5/);
  // The table follows as fast as it can be drawn: what it ends with is what the link begins with.
  const linked = await page.context().newPage();
  await linked.goto(page.url());
  const moved = await linesOf(linked, 'Classement simulé');
  await expect.poll(simulated).toEqual(moved);
  expect(moved).not.toEqual(official);
  expect(moved.some((line) => /places? gagnées?/.test(line))).toBe(true);

  await page.reload();
  expect(await simulated()).toEqual(moved);
  expect(await page.getByRole('slider', { name: 'Poids du canal Téléphone' }).inputValue()).toBe('60');
  expect(await obstacles(page)).toEqual([]);

  await page.getByRole('button', { name: 'Tout remettre comme dans la grille' }).click();
  await page.getByText(/Aucun réglage n’est modifié/).waitFor();
  expect(await simulated()).toEqual(official);
  await page.waitForURL((url) => url.search === `?${TOWNS}`);
  expect(written).toEqual([]);
});

test('a policy is chosen with its motive, its effect is read before the scores are computed, and the ranking shows it', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/workshop');
  await page.getByRole('button', { name: 'Choisir une politique' }).click();
  const dialog = page.getByRole('dialog');
  const choose = dialog.getByRole('button', { name: 'Choisir cette politique' });
  await dialog.getByText('C’est déjà la politique en vigueur.').waitFor();
  await dialog.getByLabel('Le canal Accueil physique compte dans la note globale').check();
  await dialog.getByRole('combobox', { name: 'Sans note sur le canal Accueil physique' }).click();
  await page.getByRole('option', { name: 'Compte un plancher' }).click();
  await dialog.getByLabel('Plancher du canal Accueil physique, sur 100').fill('101');
  expect(await choose.isDisabled()).toBe(true);
  await dialog.getByLabel('Plancher du canal Accueil physique, sur 100').fill('30');
  await dialog.getByText(/structures changent de rang/).waitFor();
  expect(await choose.isDisabled()).toBe(true);
  expect(await obstacles(page)).toEqual([]);
  await dialog.getByLabel(/^Motif/).fill('L’accueil physique compte partout.');
  await choose.click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Accueil physique : compte dans la note globale').first().waitFor();
  await page.getByText(/« L’accueil physique compte partout. »/).waitFor();

  await page.getByRole('link', { name: 'Recalculer les notes' }).click();
  await page.getByRole('heading', { level: 1, name: /Classements/ }).waitFor();
  const ranking = () => linesOf(page, 'Villes de plus de 50 000 habitants');
  const before = await ranking();
  const compute = page.getByRole('button', { name: 'Calculer les notes' });
  await compute.click();
  await dialog.getByRole('heading', { name: /^\d+\snotes et \d+\srangs changeraient$/ }).waitFor();
  expect(await obstacles(page)).toEqual([]);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Exporter en CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('barometre-2022-changements-de-notes.csv');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => compute.evaluate((button) => button === document.activeElement)).toBe(true);

  await compute.press('Enter');
  await dialog.getByRole('button', { name: 'Lancer le calcul n° 2' }).dblclick();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Calcul n° 2 terminé').waitFor();
  await page.getByText(/^Calcul n° 2 ·/).waitFor();
  await expect.poll(ranking).not.toEqual(before);
  await page.getByText('Tous les calculs (2)').click();
  await page.getByRole('cell', { name: 'n° 1', exact: true }).waitFor();

  await compute.click();
  await page.getByText(/Rien n’a changé depuis le calcul n° 2/).waitFor();
  expect(await dialog.count()).toBe(0);

  // The journal says the choice as the workshop does, never as it is stored.
  await goTo(page, '/2022/change');
  await page
    .getByText(
      /a choisi la politique n°.1 \(Accueil physique.: compte .*\), motif.: «.L’accueil physique compte partout\..»/,
    )
    .first()
    .waitFor();
});

test('what moved between reading and confirming is read again before anything is computed', async () => {
  const [reader, other] = [await signIn('MANAGER'), await signIn('ADMINISTRATOR')];
  const choose = async (page: Page, policy: string) => {
    await goTo(page, '/2022/workshop');
    await page.getByRole('button', { name: 'Choisir une politique' }).click();
    await page.getByRole('combobox', { name: 'Sans note sur le canal Accueil physique' }).click();
    await page.getByRole('option', { name: policy }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^Motif/)
      .fill(policy);
    await page.getByRole('button', { name: 'Choisir cette politique' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await choose(other, 'Compte zéro');
  await reader.goto('/2022/ranking');
  await reader.getByRole('button', { name: 'Calculer les notes' }).click();
  const confirm = reader.getByRole('button', { name: 'Lancer le calcul n° 3' });
  await confirm.waitFor();
  await choose(other, 'Exclut la structure');
  await confirm.click();
  await reader.getByText(/Les données ont changé pendant votre lecture/).waitFor();
  await confirm.click();
  await reader.getByText('Calcul n° 3 terminé').waitFor();
});

test('from deliberation on a policy is read, not chosen, and the page says why', async () => {
  const page = await signIn('MANAGER', { width: 390, dark: true });
  await page.goto('/2021/workshop');
  await page.getByText(/figée depuis la délibération/).waitFor();
  expect(await page.getByRole('button', { name: 'Choisir une politique' }).count()).toBe(0);
  await goTo(page, '/2019/workshop');
  await page.getByText('Pas de classement pour cette édition').waitFor();
});
