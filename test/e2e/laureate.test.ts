import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';

const { signIn } = await startApp('laureate');
const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test('staff lend a logo with its wording, and read it as a laureate will', async () => {
  const staff = await signIn('MANAGER');
  await staff.goto('/2026/licence');
  await staff.getByRole('link', { name: 'Ajouter un droit d’usage' }).click();
  await staff.getByLabel(/^Intitulé/).fill('Logo du trophée, en couleur');
  await staff.getByLabel(/^Formule autorisée/).fill('Lauréat {inconnu} {year}');
  await staff.getByLabel(/^Premier jour/).fill('2026-12-10');
  await staff.getByLabel(/^Dernier jour/).fill('2027-11-09');
  await staff.getByLabel('Choisir un fichier').setInputFiles({
    ...{ name: 'trophee-2026.png', mimeType: 'image/png' },
    buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  });
  await said(staff, 'trophee-2026.png');
  expect(await obstacles(staff)).toEqual([]);
  await staff.getByRole('button', { name: 'Enregistrer' }).click();
  await said(staff, /Certains noms entre accolades ne peuvent pas être remplis/);
  await staff.getByLabel(/^Formule autorisée/).fill('Lauréat {year} « {award} »');
  await staff.getByRole('button', { name: 'Enregistrer' }).click();
  await staff.getByRole('link', { name: 'trophee-2026.png' }).waitFor();

  await staff.goto('/2026/laureate');
  await staff.getByRole('button', { name: /^Droits d’usage : Région/ }).click();
  await said(staff, /^Lauréat 2026 «\sConseils régionaux\s»$/);
  expect(await obstacles(staff)).toEqual([]);
});

test('a trophy of a published edition is handed over on a day, from its line or with others', async () => {
  const staff = await signIn('MANAGER', { width: 390, dark: true });
  await staff.goto('/2022/');
  await staff.getByRole('link', { name: /7 trophées à remettre/ }).click();
  await staff.getByRole('button', { name: /^Remettre .* à la Ville de Strasbourg/ }).click();
  await staff
    .getByRole('dialog')
    .getByLabel(/Remis le/)
    .fill('2022-11-10');
  await staff.getByRole('dialog').getByRole('button', { name: 'Enregistrer la remise' }).click();
  await said(staff, '6 résultats');
  await staff.getByRole('checkbox', { name: /Département de la Mayenne/ }).check();
  await staff.getByRole('checkbox', { name: /Région Grand Est/ }).check();
  await staff.getByRole('button', { name: 'Marquer remis' }).click();
  await staff
    .getByRole('dialog')
    .getByLabel(/Remis le/)
    .fill('2022-11-10');
  await staff.getByRole('dialog').getByRole('button', { name: 'Marquer 2 trophées remis' }).click();
  await said(staff, /2 trophées marqués remis/);
  await staff.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click();
  await said(staff, '4 résultats');
  expect(await obstacles(staff)).toEqual([]);
});
