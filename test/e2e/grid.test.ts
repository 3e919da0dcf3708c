import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Look, startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';

const { signIn } = await startApp('grid');

/** Asks the back office as the person who is signed in on a page. */
const ask = <Answer>(page: Page, query: string, variables: object = {}): Promise<Answer> =>
  page.evaluate(
    async ([query, variables]) => {
      const answer = await fetch('/admin/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await answer.json()).data;
    },
    [query, variables] as const,
  );

/** Opens a list, takes a word of it, and waits until the list is gone. */
async function choose(page: Page, list: Locator, word: string, several = false): Promise<void> {
  await list.click();
  await page.getByRole('option', { name: word }).click();
  // A list of several words stays open until it is left.
  if (several) await page.keyboard.press('Escape');
  await page.locator('[role=listbox]').waitFor({ state: 'detached' });
}

/** A manager in front of the grid of a new edition, copied from that of 2022. */
async function atNewGrid(year: number, look: Look = {}): Promise<Page> {
  const page = await signIn('MANAGER', look);
  const { editions } = await ask<{ editions: { items: { id: string; year: number }[] } }>(
    page,
    '{ editions(perPage: 100) { items { id year } } }',
  );
  const { createEdition } = await ask<{ createEdition: { id: string } }>(
    page,
    'mutation ($input: EditionInput!) { createEdition(input: $input) { id } }',
    { input: { ordinal: year - 2012, year, label: `Baromètre ${year}`, provenance: 'SIMULATED' } },
  );
  await ask(
    page,
    'mutation ($to: ID!, $from: ID!) { copyConfiguration(editionId: $to, fromEditionId: $from) { id } }',
    {
      ...{ to: createEdition.id, from: editions.items.find((each) => each.year === 2022)?.id },
    },
  );
  await page.goto(`/${year}/grid`);
  await page.getByRole('heading', { level: 2, name: 'Téléphone' }).waitFor();
  return page;
}

test.each([
  { year: 2024, width: 1280, dark: false },
  { year: 2025, width: 390, dark: true },
])(
  'a channel and a criterion are settled by hand, and the grid says so in words, at $width px',
  async (look) => {
    const page = await atNewGrid(look.year, look);
    await page.getByRole('button', { name: /Modifier le canal « Téléphone/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Éliminatoire sous/).fill('130');
    await dialog.getByRole('button', { name: 'Enregistrer le canal' }).click();
    await dialog.getByText('Un nombre de 0 à 100').waitFor();
    await dialog.getByLabel(/^Éliminatoire sous/).fill('30');
    await choose(page, dialog.getByLabel(/^Sans note sur le canal/), 'Compte un plancher');
    await dialog.getByLabel(/^Plancher/).fill('20');
    expect(await obstacles(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Enregistrer le canal' }).click();
    await page.getByText('sans note : compte 20 sur 100').waitFor();
    await page.getByText('éliminatoire sous 30').waitFor();

    await page.getByRole('button', { name: /^Nombre de sonneries/ }).click();
    await page.getByRole('link', { name: 'Modifier ce critère' }).click();
    await page.getByRole('button', { name: 'Ajouter une condition' }).click();
    const condition = page.getByRole('group', { name: 'Condition 1' });
    await choose(page, condition.getByLabel('Critère posé avant'), 'Appel abouti dès le premier appel');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Complétez chaque condition').first().waitFor();
    await choose(page, condition.getByLabel('Réponses attendues'), 'Oui', true);
    expect(await obstacles(page)).toEqual([]);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('posé si « Appel abouti dès le premier appel » : oui').waitFor();
  },
  120_000,
);

test('what the rules of a grid refuse together is told in the dialog, fault by fault', async () => {
  const page = await atNewGrid(2026);
  await page.getByRole('button', { name: 'Modifier les règles' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Part minimale mesurée/).fill('0,6');
  await dialog.getByLabel('Accès').fill('2');
  await dialog.getByRole('button', { name: 'Enregistrer les règles' }).click();
  await dialog.getByText('either every step has a weight or none has').waitFor();
  await dialog.getByLabel('Accès').fill('');
  await dialog.getByRole('button', { name: 'Enregistrer les règles' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/^60\s%$/).waitFor();
}, 60_000);
