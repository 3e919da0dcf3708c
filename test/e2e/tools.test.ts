import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import { settled } from '../support/settled.ts';
import { goTo } from '../support/travel.ts';

const { signIn, url } = await startApp('tools');

const nameOf = (page: Page) => page.getByLabel(/^Nom/).first();
const titled = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** What a manager does with a list by keyboard, and sends to a colleague. */
test('a list is searched, walked and ticked by keyboard; its view is shared, and opened by its address', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/structure');
  const row = page.getByRole('row').nth(1);
  await row.waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('1');
  expect(await page.getByRole('searchbox').inputValue()).toBe('1');
  await page.getByRole('button', { name: 'Enregistrer comme vue' }).waitFor();
  await settled(page); // the rows are those that were searched
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText(/1\sligne sélectionnée/).waitFor();
  expect(await row.getByRole('checkbox').isChecked()).toBe(true);
  await page.keyboard.press('x');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Raccourcis clavier' }).waitFor();
  expect(await obstacles(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Enregistrer comme vue' }).click();
  await page.getByLabel(/^Nom de la vue/).fill('Avec un 1');
  await page.getByRole('switch', { name: /Partagée/ }).check();
  await page.getByRole('button', { name: 'Enregistrer la vue' }).click();
  await page.getByRole('tab', { name: /Avec un 1/, selected: true }).waitFor();
  const asked = await page.evaluate(async () => {
    const query = '{ savedViews(resource: "structure") { id } }';
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/admin/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) });
    return (await response.json()).data.savedViews[0].id as string;
  });

  const colleague = await signIn('ADMINISTRATOR', { width: 390 });
  await colleague.goto(`/2022/structure?view=${asked}`);
  await colleague.getByRole('tab', { name: /Avec un 1/, selected: true }).waitFor();
  await expect.poll(() => colleague.getByRole('searchbox').inputValue()).toBe('1');
  await settled(colleague);
  await colleague.getByRole('checkbox').first().check();
  await colleague.getByText(/1\sligne sélectionnée/).waitFor();
  expect(await obstacles(colleague)).toEqual([]);
});

/** Two people on one record, then one who changes their mind. */
test('two changes of one record are put together; what is removed comes back', async () => {
  const [a, b] = [await signIn('MANAGER'), await signIn('ADMINISTRATOR')];
  await a.goto('/2022/structure/create');
  await a.getByLabel(/^Référence/).fill('DEUX-MAINS');
  await nameOf(a).fill('Ville à deux mains');
  await a
    .getByLabel(/^Nature/)
    .first()
    .click();
  await a.getByRole('option', { name: 'Commune' }).click();
  await a.keyboard.press('Control+s');
  await titled(a, 'Ville à deux mains');
  const form = a
    .url()
    .replace(/\/show$/, '')
    .replace(url, '');
  for (const page of [a, b]) {
    await goTo(page, form);
    await nameOf(page).waitFor();
  }
  await nameOf(a).fill('Ville de gauche');
  await a.getByRole('button', { name: 'Enregistrer' }).click();
  await titled(a, 'Ville de gauche');

  await nameOf(b).fill('Ville de droite');
  await b
    .getByLabel(/^Code Insee/)
    .first()
    .fill('57463');
  await b.keyboard.press('Control+Enter');
  const dialog = b.getByRole('dialog', { name: /a modifié cette fiche pendant votre saisie/ });
  await dialog.getByText('Ville de gauche').waitFor();
  expect(await obstacles(b)).toEqual([]);
  await dialog.getByRole('radio', { name: /Votre saisie/ }).check();
  await dialog.getByRole('button', { name: 'Enregistrer les deux' }).click();
  await titled(b, 'Ville de droite');
  await b.getByText('57463').first().waitFor();

  await b.goto(form);
  await nameOf(b).fill('Ville jamais enregistrée');
  await b.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes('Ville jamais enregistrée')));
  b.on('dialog', (asked) => asked.accept());
  await b.reload();
  await b.getByRole('button', { name: 'Reprendre cette saisie' }).click();
  expect(await nameOf(b).inputValue()).toBe('Ville jamais enregistrée');

  await b.getByRole('button', { name: 'Supprimer' }).click();
  await b.getByRole('dialog').getByRole('button', { name: 'Supprimer Ville de droite' }).click();
  await b.getByText('« Ville de droite » est dans la corbeille').waitFor();
  await a.goto(`${form}/show`);
  await a.getByText('Cette fiche est dans la corbeille').waitFor();
  expect(await obstacles(a)).toEqual([]);
  await a.getByRole('button', { name: /^Rétablir/ }).click();
  await titled(a, 'Ville de droite');
});
