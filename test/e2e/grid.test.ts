import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';

const { signIn } = await startApp('grid');

/** Asks the back office as the person who is signed in on a page. */
const ask = <Answer>(page: Page, query: string, variables: object = {}): Promise<Answer> =>
  page.request
    .post('/admin/graphql', { data: { query, variables } })
    .then(async (answer) => (await answer.json()).data);

const newEdition = (page: Page, year: number): Promise<{ createEdition: { id: string } }> =>
  ask(page, 'mutation ($input: EditionInput!) { createEdition(input: $input) { id } }', {
    input: { ordinal: year - 2012, year, label: `Baromètre ${year}`, provenance: 'SIMULATED' },
  });

/** The lines of the tree, as they are read: level and name. */
const lines = (page: Page): Promise<string[]> =>
  page
    .locator('[role=row][data-row]')
    .evaluateAll((rows) =>
      rows.map((row) => `${row.getAttribute('aria-level')} ${row.children[1]?.childNodes[0]?.textContent ?? ''}`),
    );

test('a grid is built from nothing by keyboard alone: weighed, ordered, removed, taken back', async () => {
  const page = await signIn('MANAGER');
  await newEdition(page, 2024);
  await page.goto('/2024/grid');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Types over what a field of the dialog has. */
  const type = async (name: string | RegExp, words: string) => {
    await page.getByRole('dialog').getByLabel(name).focus();
    await press('Control+a');
    await page.keyboard.type(words);
  };
  const criteria = async () => (await lines(page)).slice(2);
  const focused = (name: RegExp) => page.locator('[role=row]:focus').filter({ hasText: name }).waitFor();
  await page.getByRole('button', { name: 'Commencer une grille' }).focus();
  await press('Enter');
  await type(/^Question posée/, 'Appel abouti');
  await press('Enter');
  await page.getByRole('treegrid').waitFor();
  await expect.poll(() => lines(page)).toEqual(['1 Téléphone', '2 Accès', '3 Appel abouti']);

  await page.locator('[role=row][aria-level="3"]').focus();
  await press('n');
  await type(/^Intitulé/, 'Accueil courtois');
  await type(/^Poids/, '3');
  await press('Enter');
  await focused(/Accueil courtois/);
  await page.getByText(/^75,00\s%$/).waitFor();

  await press('F2');
  await page.keyboard.type('7');
  await page.getByText(/^87,50\s%$/).waitFor(); // while it is being typed
  await press('Enter');
  await page.getByText('poids de « Accueil courtois »').waitFor();

  await page.locator('[role=row][aria-level="3"]').last().focus();
  await press('Alt+ArrowUp');
  await page.getByText('« Accueil courtois » déplacé : Téléphone, Accès').waitFor();
  await focused(/Accueil courtois/);
  await expect.poll(criteria).toEqual(['3 Accueil courtois', '3 Appel abouti']);

  await press('Delete');
  await page.getByText('« Accueil courtois » supprimé').waitFor();
  await expect.poll(criteria).toEqual(['3 Appel abouti']);
  await focused(/Appel abouti/);
  await press('Delete'); // the last one: a channel without a criterion cannot be scored
  await page
    .getByRole('alert')
    .getByText(/Téléphone/)
    .waitFor();
  await page.locator('[role=row][aria-level="3"]').focus();
  await press('Control+z');
  await page.getByText('Annulé : « Accueil courtois » supprimé').waitFor();
  await expect.poll(() => lines(page)).toContain('3 Accueil courtois');
  await press('Control+y');
  await expect.poll(() => lines(page)).not.toContain('3 Accueil courtois');
  await press('/');
  await page.keyboard.type('ABOUTI');
  await page.locator('mark').getByText('abouti').waitFor();
  expect(await obstacles(page)).toEqual([]);
});

test('on a phone, in the dark: several corrected together, one opened, the form of the auditor answered', async () => {
  const page = await signIn('MANAGER', { width: 390, dark: true });
  const { editions } = await ask<{ editions: { items: { id: string; year: number }[] } }>(
    page,
    '{ editions(perPage: 100) { items { id year } } }',
  );
  const { createEdition } = await newEdition(page, 2025);
  const of2022 = editions.items.find((each) => each.year === 2022)?.id;
  const { grids } = await ask<{ grids: { items: { id: string }[] } }>(
    page,
    'query ($id: ID!) { grids(editionId: $id) { items { id } } }',
    { id: of2022 },
  );
  const { gridConfiguration } = await ask<{ gridConfiguration: object }>(
    page,
    'query ($id: ID!) { gridConfiguration(id: $id) }',
    { id: grids.items[0]?.id },
  );
  await ask(
    page,
    'mutation ($id: ID!, $grid: JSONObject!) { configureGrid(editionId: $id, configuration: $grid) { id } }',
    { id: createEdition.id, grid: gridConfiguration },
  );
  await page.goto('/2025/grid');
  await page.getByLabel('Chercher un critère').fill('sonneries');
  const rings = page.getByRole('row').filter({ hasText: 'Nombre de sonneries' });
  await rings.getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Modifier ensemble' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Éliminatoire sous/).fill('130');
  await dialog.getByRole('button', { name: /^Modifier le critère/ }).click();
  await dialog.getByText('Un nombre de 0 à 100').waitFor();
  await dialog.getByLabel(/^Éliminatoire sous/).fill('30');
  expect(await obstacles(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Modifier le critère/ }).click();
  await page.getByText('éliminatoire sous 30').waitFor();

  await rings.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('2,50 % de la note globale').waitFor();
  await page.getByRole('button', { name: 'Ajouter une condition' }).click();
  const condition = page.getByRole('group', { name: 'Condition 1' });
  await condition.getByLabel('Critère posé avant').click();
  await page.getByRole('option', { name: 'Appel abouti dès le premier appel' }).click();
  await condition.getByLabel('Réponses attendues').click();
  await page.getByRole('option', { name: 'Oui' }).click();
  await page.keyboard.press('Escape');
  await page.locator('[role=listbox]').waitFor({ state: 'detached' });
  expect(await obstacles(page)).toEqual([]);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByText('posé si « Appel abouti dès le premier appel » : oui').waitFor();

  await page.getByRole('button', { name: 'Effacer les filtres' }).click();
  await page.getByRole('button', { name: 'Aperçu du formulaire' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Canal').click();
  await page.getByRole('option', { name: 'Téléphone' }).click();
  const first = form.getByRole('group', { name: /^Appel abouti dès le premier appel/ }).first();
  expect(await form.getByRole('textbox', { name: /^Nombre de sonneries/ }).count()).toBe(0);
  await first.getByRole('button', { name: 'Oui' }).click();
  await form.getByRole('textbox', { name: /^Nombre de sonneries/ }).fill('4');
  expect(await obstacles(page)).toEqual([]);
});
