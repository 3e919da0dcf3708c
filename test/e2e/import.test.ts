import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Audit } from '../../server/audit/audit.ts';
import { Edition, EditionPhase } from '../../server/edition/edition.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';

const { em, signIn } = await startApp('import');

// The edition of 2022 as it stood during fieldwork.
await em.fork().nativeUpdate(Edition, { year: 2022 }, { phase: EditionPhase.FIELDWORK, publishedAt: null });

const agency = await readFile(fileURLToPath(new URL('../../server/demo/audits-2022-courrier.csv', import.meta.url)));
const give = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });

test('rows with faults are told one by one; the good ones are imported alone, then taken back', async () => {
  const page = await signIn('MANAGER');
  const before = await em.fork().count(Audit);
  await page.goto('/2022/audit');
  await page.getByRole('link', { name: 'Importer' }).click();
  const lines = agency.toString('latin1').replaceAll('LE-22-', 'LX-22-').split('\n');
  lines[3] = lines[3]?.replace(/(\d\d\/\d\d)\/2022/g, '$1/2019') ?? '';
  lines[5] = lines[5]?.replace(/;[^;]+;/, ';F-99999;') ?? '';
  await give(page, 'courrier-abîmé.csv', Buffer.from(lines.join('\n'), 'latin1'));

  await page.getByText(/2\slignes sont refusées/).waitFor();
  await page
    .getByText(/date, «\s02\/05\/2019\s»\s: Hors des dates du terrain/)
    .filter({ visible: true })
    .waitFor();
  await page
    .getByText(/reference, «\sF-99999\s»\s: Structure non inscrite/)
    .filter({ visible: true })
    .waitFor();
  expect(await page.getByRole('button', { name: /^Importer \d/ }).isDisabled()).toBe(true);
  expect(await obstacles(page)).toEqual([]);
  await page.getByLabel(/Importer seulement les/).check();
  await page.getByRole('button', { name: /^Importer \d/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Importer \d/ })
    .click();
  await page.getByText('Import terminé').waitFor();
  expect(await em.fork().count(Audit)).toBeGreaterThan(before);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Résultats en CSV' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain('Hors des dates du terrain;4');

  await page.getByRole('button', { name: 'Annuler cet import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler cet import' }).click();
  await page.getByText(/Import annulé le/).waitFor();
  expect(await em.fork().count(Audit)).toBe(before);
});

test('the same file twice changes nothing, and says so', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/import/audit');
  await give(page, 'audits-2022-courrier.csv', agency);
  await page.getByText('Ce fichier ne change rien').waitFor();
  expect(await page.getByRole('button', { name: /^Importer \d/ }).count()).toBe(0);
});

test('headings nobody knows are left out in one click, and a value is given for all rows', async () => {
  const page = await signIn('MANAGER', { width: 390 });
  await page.goto('/2022/import/structure');
  await give(page, 'structures.csv', Buffer.from('reference;nom;météo\nF-90001;Préfecture fictive;pluie\n'));
  await page.getByRole('button', { name: 'Ignorer la colonne inconnue' }).click();
  await page.getByLabel('type, pour toutes les lignes').selectOption('Autre');
  await page.getByRole('button', { name: 'Examiner de nouveau' }).click();
  await page.getByRole('button', { name: 'Importer 1 structure' }).waitFor();
  expect(await obstacles(page)).toEqual([]);
});

test('an empty file, one far too large, one of Excel: each is told in words, and none leaves the computer', async () => {
  const page = await signIn('MANAGER', { width: 390 });
  const sent: string[] = [];
  page.on('request', (request) => request.url().includes('/admin/uploads') && sent.push(request.url()));
  await page.goto('/2022/import/audit');
  await give(page, 'vide.csv', Buffer.alloc(0));
  await page.getByText(/vide\.csv est vide/).waitFor();
  await give(page, 'enorme.csv', Buffer.alloc(21 * 1024 * 1024));
  await page.getByText(/la limite est de 20\sMo/).waitFor();
  await give(page, 'classeur.ods', Buffer.from('PK'));
  await page.getByText(/classeur\.ods n’est ni un classeur \.xlsx ni un CSV/).waitFor();
  expect(sent).toEqual([]);
  expect(await obstacles(page)).toEqual([]);
});

test('a file whose encoding was broken on its way says so line by line', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/import/structure');
  const twice = Buffer.from(Buffer.from('reference;nom;type\nF-90001;Préfecture;autre\n').toString('latin1'));
  await give(page, 'structures.csv', twice);
  await page
    .getByText(/Encodage illisible/)
    .first()
    .waitFor();
});

test('an import that the phase does not allow is not offered', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2021/import/audit');
  await page.getByText(/ne s’importent pas dans la phase/).waitFor();
  expect(await page.locator('input[type=file]').count()).toBe(0);
});
