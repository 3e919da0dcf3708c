import { readFile } from 'node:fs/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { describe, expect, test } from 'vitest';
import { Edition } from '../../server/edition/edition.ts';
import { Enrolment } from '../../server/enrolment/enrolment.ts';
import { IndividualReport, ReportRun, ReportState } from '../../server/individual/individual.ts';
import { latestRun } from '../../server/ranking/score.service.ts';
import type { ScoreRun } from '../../server/ranking/score.ts';
import { individualReport } from '../../server/report/individual.service.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import { textIn } from '../support/pdf.ts';
import { settled } from '../support/settled.ts';

const { em, signIn } = await startApp('synthesis');

test('a figure typed by hand is named with its line and what to put instead; mended, saved, approved, printed', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/synthesis');
  await page.getByText('Chaque chiffre vient des données').waitFor();
  const field = page.getByRole('textbox', { name: 'Texte' });
  await field.fill('# Synthèse 2022\n\nAu téléphone, 77 % aboutissent.\n\nLa moyenne : {{ mean globall }}.');
  await page.getByText('« 77 % » est un chiffre saisi à la main.').waitFor();
  await page.getByText('« mean globall » ne se lit pas.').waitFor();
  expect(await obstacles(page)).toEqual([]);
  await page.getByRole('button', { name: 'Écrire {{ indicator phone.connected_first_call }}' }).click();
  await page.getByRole('button', { name: 'Écrire mean global', exact: true }).click();
  await page.getByText('Chaque chiffre vient des données').waitFor();
  expect(await field.inputValue()).toBe(
    '# Synthèse 2022\n\nAu téléphone, {{ indicator phone.connected_first_call }} aboutissent.\n\nLa moyenne : {{ mean global }}.',
  );
  await page.getByRole('combobox', { name: 'Insérer un chiffre, un nom, un lauréat' }).fill('laureates regions');
  await page.getByRole('option', { name: /laureates regions/ }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Texte enregistré').waitFor();
  await page.getByText(/Version nº 1, écrite par Mathieu Roussel/).waitFor();
  expect(await page.getByRole('button', { name: 'Approuver ce texte' }).count()).toBe(0);

  const other = await signIn('ADMINISTRATOR', { width: 390, dark: true });
  await other.goto('/2022/synthesis');
  await other.getByRole('button', { name: 'Approuver ce texte' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Approuver ce texte' }).click();
  await other
    .getByText(/approuvée par Élise Caron sur 2022\.1/)
    .first()
    .waitFor();
  expect(await obstacles(other)).toEqual([]);
  const [file] = await Promise.all([other.waitForEvent('download'), other.getByRole('link', { name: 'PDF' }).click()]);
  expect(file.suggestedFilename()).toBe('synthese-2022.pdf');
  const bytes = await readFile(await file.path());
  const text = textIn(bytes).replace(/\s+/g, ' ');
  expect(text).toContain('77 % de 800 appels passés aboutissent');
  expect(text).toContain('Région Grand Est');
  expect(text).not.toContain('Projet');

  // Given to the public: the very bytes that were read; then taken away, and why.
  const [online, dialog] = ['/donnees/2022.1/synthese.pdf', other.getByRole('dialog')];
  await other.getByRole('button', { name: 'Mettre en ligne avec 2022.1' }).click();
  expect(await dialog.getByRole('button', { name: 'Mettre en ligne avec 2022.1' }).isDisabled()).toBe(true);
  await dialog.getByRole('checkbox').check();
  expect(await obstacles(other)).toEqual([]);
  await dialog.getByRole('button', { name: 'Mettre en ligne avec 2022.1' }).click();
  await other.getByRole('link', { name: online }).waitFor();
  expect((await (await other.request.get(online)).body()).equals(bytes)).toBe(true);
  await other.getByRole('button', { name: 'Retirer…' }).click();
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Un nom était faux.');
  await dialog.getByRole('button', { name: 'Retirer ce texte' }).click();
  await other.getByText(/Retirée par Élise Caron/).waitFor();
  expect((await other.request.get(online)).status()).toBe(410);
});

test('reports are begun, watched, stopped, and gone on with', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2021/reports');
  await page.getByText('Les rapports ne sont pas encore produits').waitFor();
  expect(await obstacles(page)).toEqual([]);
  await page.getByRole('button', { name: 'Produire les rapports' }).click();
  await page.getByRole('progressbar', { name: /^[1-9]\d* sur 349$/ }).waitFor();
  expect(await obstacles(page)).toEqual([]);
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await page.getByText('Arrêtés').waitFor();
  const [archive] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Télécharger l/ }).click(),
  ]);
  expect(archive.suggestedFilename()).toBe('rapports-2021-calcul-1.zip');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await page.getByText('Arrêtés').waitFor();
});

/** The report of the demonstration's participant, as the job makes it. */
async function makeOwnReport(): Promise<void> {
  const own = em.fork() as EntityManager;
  const edition = await own.findOneOrFail(Edition, { year: 2022 });
  const scoreRun = (await latestRun(own, edition.id)) as ScoreRun;
  const enrolment = await own.findOneOrFail(Enrolment, { edition, structure: { reference: 'F-00065' } });
  const { name, content } = await individualReport(own.fork() as EntityManager, scoreRun, enrolment.id);
  const began = { startedByName: 'Élise Caron', startedAt: new Date('2022-11-10T09:00:00Z') };
  const run = own.create(ReportRun, { edition, scoreRun, state: ReportState.STOPPED, total: 311, ...began });
  own.create(IndividualReport, { run, enrolment, name, content, size: content.length, sha256: 'of the test' });
  await own.flush();
}

describe('the space of a structure', () => {
  test.each([
    { width: 1280, dark: false },
    { width: 390, dark: true },
  ])('says what is there, and lets it be taken away, at $width px', async (look) => {
    if (look.width === 1280) await makeOwnReport();
    const page = await signIn('PARTICIPANT', look);
    await page.goto('/2022/');
    await page.getByRole('heading', { name: /Ville d’Escalières · 2022/ }).waitFor();
    await settled(page);
    expect(await obstacles(page)).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(Math.max(0, wider)).toBe(0);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Votre rapport/ }).click(),
    ]);
    expect(textIn(await readFile(await file.path()))).toContain('Escalières');
    await page.getByText('Votre rapport individuel n’est pas encore déposé.').waitFor();
    await page.getByRole('link', { name: 'Le détail de votre note' }).first().click();
    await page.getByRole('button', { name: /certificat/i }).waitFor();
  });
});
