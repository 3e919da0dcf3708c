import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Structure } from '../../server/structure/structure.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import { settled } from '../support/settled.ts';

const { em, signIn } = await startApp('duplicate');

/** What stands in someone's way, once everything asked for has come. */
const obstaclesOn = async (page: Page) => {
  await settled(page);
  return obstacles(page);
};

test('a town found in the reference fills the form; its duplicate is announced, merged, and the merge undone', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/structure/create');
  await page.getByLabel('Retrouver une collectivité').fill('st etienne du rouvray');
  await page.getByRole('option', { name: /Ville de Saint-Étienne-du-Rouvray.*76800.*Seine-Maritime/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByLabel(/^Nom/).inputValue()).toBe('Ville de Saint-Étienne-du-Rouvray');
  expect(await page.getByLabel(/^Population/).inputValue()).toBe('29518');
  expect(await page.getByLabel('Année de la population').inputValue()).toBe('2023');
  expect(await page.getByLabel('Département').inputValue()).toBe('Seine-Maritime (76)');
  expect(await obstaclesOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ville de Saint-Étienne-du-Rouvray' }).waitFor();

  await page.goto('/2022/structure/create');
  await page.getByLabel(/^Nom/).fill('Mairie de St Etienne du Rouvray');
  await page.getByText('Une structure du répertoire ressemble à celle-ci').waitFor();
  await page.getByLabel(/^Nature/).click();
  await page.getByRole('option', { name: 'Commune', exact: true }).click();
  await page.getByLabel(/^Référence/).fill('DOUBLE-1');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('heading', { level: 2, name: 'Doublon possible' }).waitFor();

  await page.goto('/2022/duplicates');
  await page.getByRole('button', { name: 'Comparer et fusionner' }).first().click();
  await page.getByRole('dialog').getByText('DOUBLE-1 (restera retrouvée)').waitFor();
  expect(await obstaclesOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Fusionner dans « Ville de Saint-Étienne-du-Rouvray »' }).click();
  await page.getByText('Fusion faite').waitFor();
  expect(await em.fork().count(Structure, { reference: 'DOUBLE-1' })).toBe(0);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await page.getByText('tout est comme avant').waitFor();
  expect(await em.fork().count(Structure, { reference: 'DOUBLE-1' })).toBe(1);
});
