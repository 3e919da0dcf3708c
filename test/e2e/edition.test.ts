import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { ask } from '../support/room.ts';
import { goTo } from '../support/travel.ts';

const { signIn, url } = await startApp('edition');

const demo = (name: string) => fileURLToPath(new URL(`../../server/demo/${name}`, import.meta.url));

/** What staff do from an empty edition to a palmarès that partners read, with the files of the field agency. */
test('an edition goes by hand from its configuration to its palmarès', async () => {
  const page = await signIn('MANAGER');

  await page.goto('/2022/edition/create');
  await page.getByLabel(/^Intitulé/).fill('Baromètre de la répétition');
  await page.getByLabel(/^Année/).fill('2023');
  await page.getByLabel(/^Numéro/).fill('11');
  await page.getByLabel(/^Début du terrain/).fill('2022-05-02');
  await page.getByLabel(/^Fin du terrain/).fill('2022-09-16');
  await page.getByRole('button', { name: /Enregistrer|Créer/ }).click();
  await page.getByText('Baromètre de la répétition').waitFor();

  await goTo(page, '/2023/grid');
  await page.getByRole('link', { name: 'Reprendre d’une autre édition' }).click();
  await act(page, 'Appliquer à l’édition 2023', 'Appliquer à l’édition 2023');
  await page.getByText('Aucune différence').waitFor();

  await page.getByRole('link', { name: 'Vue d’ensemble' }).first().click();
  await forward(page, 'Inscriptions');
  await importFile(page, 'enrolment', 'enrolments-2022.csv', '311');
  await page.getByRole('link', { name: 'Vue d’ensemble' }).first().click();
  await forward(page, 'Terrain');
  for (const channel of ['accueil', 'telephone', 'courriel', 'courrier', 'site', 'reseaux'])
    await importFile(page, 'audit', `audits-2022-${channel}.csv`);
  await page.getByRole('link', { name: 'Vue d’ensemble' }).first().click();
  await forward(page, 'Contrôle');

  await goTo(page, '/2023/audit');
  await act(page, /Valider les .* audits à contrôler/, /Valider les .* audits/);
  await goTo(page, '/2023/ranking');
  await page.getByRole('button', { name: 'Calculer les notes' }).click();
  await page.getByText('Ville de Strasbourg en tête').waitFor();

  await page.getByRole('link', { name: 'Vue d’ensemble' }).first().click();
  await forward(page, 'Contradictoire');
  await forward(page, 'Délibération');
  await goTo(page, '/2023/award');
  const open = page.getByRole('button', { name: 'Attribuer le trophée' });
  for (let left = 7; left > 0; left -= 1) {
    await expect.poll(() => open.count()).toBe(left);
    await open.first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Point remarquable/).fill('Un accueil que chacun remarque.');
    await dialog.getByRole('button', { name: /^Attribuer à/ }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  await page.getByText(/7\strophées décidés sur 7/).waitFor();

  await page.getByRole('link', { name: 'Vue d’ensemble' }).first().click();
  await forward(page, 'Sous embargo');
  expect(await partner(2023)).toBeNull();
  const other = await signIn('ADMINISTRATOR');
  await settlePoints(page, other);
  await goTo(page, '/2023/publication');
  await page.getByRole('button', { name: 'Demander la publication de 2023.1' }).click();
  await page.getByLabel('Dès qu’elle est approuvée').check();
  await act(page, 'Demander la publication de 2023.1', 'Demander la publication de 2023.1', true);
  await page.getByText('personne n’ouvre cette porte seul').waitFor();

  await other.goto('/2023/publication');
  await other.getByRole('button', { name: 'Approuver la publication de 2023.1' }).click();
  await other.getByLabel(/Saisissez 2023.1/).fill('2023.1');
  await other.getByRole('dialog').getByRole('button', { name: 'Publier 2023.1' }).click();
  await other.getByText('La version 2023.1 est publique').first().waitFor();

  const published = await partner(2023);
  expect(published).toMatchObject({ structureCount: 311, version: '2023.1' });
  expect(published?.trophies.nodes.flatMap(({ laureates }) => laureates.nodes.map(({ name }) => name))).toContain(
    'Région Grand Est',
  );
});

interface Point {
  readonly id: string;
  readonly approvedAt: string | null;
  readonly consentAt: string | null;
}

const POINTS =
  'query ($id: ID!) { trophies(editionId: $id, perPage: 100) { items { points { id approvedAt consentAt } } } }';
const APPROVE = 'mutation ($id: ID!) { approvePoint(id: $id) { id } }';
const NOTE = 'mutation ($id: ID!, $by: Title!) { recordConsent(id: $id, given: true, by: $by) { id } }';

/**
 * Someone else than their author approves the seven points, and what laureates answered is noted: the first of each by
 * hand, the six like it through the contract.
 */
async function settlePoints(author: Page, approver: Page): Promise<void> {
  const by = 'Le cabinet, par courriel';
  const { items } = await ask<{ items: { id: string; year: number }[] }>(author, '{ editions { items { id year } } }');
  const id = items.find(({ year }) => year === 2023)?.id;
  const points = async () =>
    (await ask<{ items: { points: Point[] }[] }>(author, POINTS, { id })).items.flatMap((each) => each.points);

  await approver.goto('/2023/point');
  const approve = approver.getByRole('button', { name: /^Approuver le point remarquable d/ });
  await expect.poll(() => approve.count()).toBe(7);
  await act(approver, /^Approuver le point remarquable d/, 'Approuver le texte');
  await expect.poll(() => approve.count()).toBe(6);
  for (const { id, approvedAt } of await points()) if (!approvedAt) await ask(approver, APPROVE, { id });

  await goTo(author, '/2023/point');
  const note = author.getByRole('button', { name: /^Noter la réponse du lauréat/ });
  await expect.poll(() => note.count()).toBe(7);
  await note.first().click();
  const dialog = author.getByRole('dialog');
  await dialog.getByLabel(/Donnée par/).fill(by);
  await dialog.getByRole('button', { name: 'Enregistrer la réponse' }).click();
  await dialog.waitFor({ state: 'detached' });
  for (const { id, consentAt } of await points()) if (!consentAt) await ask(author, NOTE, { id, by });
  await author.reload();
  await author.getByText(`accord donné par ${by}`).nth(6).waitFor();
}

/** Presses a button, reads the dialog it opens, confirms with the verb it repeats. */
async function act(page: Page, button: string | RegExp, confirm: string | RegExp, opened = false): Promise<void> {
  if (!opened) await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: confirm }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function forward(page: Page, phase: string): Promise<void> {
  const name = new RegExp(`Passer en «\\s${phase}\\s»`);
  await page.getByRole('button', { name }).first().click();
  const dialog = page.getByRole('dialog');
  // What opens and closes is said once everything was looked at: nothing is confirmed before.
  await dialog.getByText('Devient possible').waitFor();
  const read = dialog.getByLabel('J’ai lu ces points et je confirme le changement de phase');
  if (await read.count()) await read.check();
  await dialog.getByRole('button', { name }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function importFile(page: Page, kind: string, file: string, count = ''): Promise<void> {
  await goTo(page, `/2023/import/${kind}`);
  await page.locator('input[type=file]').setInputFiles(demo(file));
  const name = new RegExp(`^Importer ${count}`);
  await page.getByRole('button', { name }).last().click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await page.getByText('Import terminé').first().waitFor();
}

interface List<T> {
  readonly nodes: readonly T[];
}

interface Published {
  readonly structureCount: number;
  readonly version: string;
  readonly trophies: List<{ readonly laureates: List<{ readonly name: string }> }>;
}

async function partner(year: number): Promise<Published | null> {
  const query = `{ edition(year: ${year}) { structureCount version trophies { nodes { laureates { nodes { name } } } } } }`;
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { data: { edition: Published | null } }).data.edition;
}
