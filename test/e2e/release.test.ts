import { expect, test } from 'vitest';
import { Mail } from '../../server/kernel/mail.ts';
import { Release } from '../../server/release/release.ts';
import { Structure } from '../../server/structure/structure.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import { goTo } from '../support/travel.ts';

const DAY = 24 * 3_600_000;
let later = 0;
const { em, open, signIn, url } = await startApp('release', () => new Date(Date.now() + later));

// A laureate of 2022 had its name written wrong: the version that is public is to be corrected.
await em
  .fork()
  .nativeUpdate(Structure, { name: 'Ville de Strasbourg' }, { name: 'Ville et Eurométropole de Strasbourg' });

/** Noon in two days, in Paris, as the field takes it. */
const noon = `${new Date(Date.now() + 2 * DAY).toISOString().slice(0, 10)}T12:00`;

test('a correction is asked for by one, stopped, asked for again, approved by another, read early, and goes out', {
  timeout: 240_000,
}, async () => {
  const manager = await signIn('MANAGER');
  await manager.goto('/2022/publication');
  await manager.getByText('Tout est prêt pour corriger 2022.1 par 2022.2').waitFor();
  const seen = manager.getByRole('region', { name: 'Public' });
  await seen.getByRole('button', { name: /^1\slauréat$/ }).click();
  await manager.getByText(/Ville de Strasbourg\s» devient «\sVille et Eurométropole de Strasbourg/).waitFor();
  expect(await obstacles(manager)).toEqual([]);
  await manager.getByRole('button', { name: 'Fermer' }).click();

  const ask = async (own?: string) => {
    await manager.getByRole('button', { name: 'Demander la publication de 2022.2' }).click();
    const dialog = manager.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: 'Demander la publication de 2022.2' });
    await dialog.getByLabel(/^Date et heure/).fill(noon);
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel(/^Pourquoi corriger 2022.1/).fill('Le nom de la lauréate était incomplet.');
    if (own) {
      await dialog.getByRole('button', { name: 'Donner un motif propre à certains changements' }).click();
      await dialog.getByLabel(/^Motif propre\s:.*Strasbourg/).fill(own);
    }
    await confirm.click();
    await dialog.waitFor({ state: 'detached' });
    await manager.getByText('personne n’ouvre cette porte seul').waitFor();
  };
  await ask();
  expect(await manager.getByRole('button', { name: /^Approuver/ }).count()).toBe(0);
  await manager.getByRole('button', { name: 'Retirer la demande' }).click();
  const withdrawal = manager.getByRole('dialog');
  await withdrawal.getByLabel(/^Motif/).fill('Une autre coquille à relire.');
  await withdrawal.getByRole('button', { name: 'Retirer la demande' }).click();
  await manager.getByText('Publication de 2022.2 arrêtée par Mathieu Roussel').waitFor();
  await ask('Nom corrigé à sa demande.');
  const [asked] = await em.fork().find(Release, { name: '2022.2', endedAt: null });
  expect(asked?.reasons).toEqual([
    { table: 'laureate', key: expect.any(String), field: 'name', reason: 'Nom corrigé à sa demande.' },
  ]);

  const administrator = await signIn('ADMINISTRATOR', { width: 390, dark: true });
  await administrator.goto('/2022/publication');
  await administrator.getByRole('button', { name: 'Approuver la publication de 2022.2' }).click();
  const approval = administrator.getByRole('dialog');
  const approve = approval.getByRole('button', { name: 'Approuver la publication de 2022.2' });
  expect(await approve.isDisabled()).toBe(true);
  await approval.getByLabel(/Saisissez 2022.2/).fill('2022.2');
  expect(await obstacles(administrator)).toEqual([]);
  await approve.click();
  await administrator.getByRole('heading', { name: 'Publication de 2022.2 programmée' }).waitFor();
  await administrator.getByText(/^[12]\sj\s\d\d\sh$/).waitFor();
  expect(await administrator.getByRole('button', { name: 'Arrêter la publication' }).count()).toBe(1);

  await goTo(manager, '/2022/embargo');
  await manager.getByText(/La version 2022.2 attend sa publication/).waitFor();
  await manager.getByRole('button', { name: 'Autoriser une personne' }).click();
  const grant = manager.getByRole('dialog');
  await grant.getByLabel(/^Nom/).fill('Ada Lemaire');
  await grant.getByLabel(/^Organisme/).fill('L’Agence');
  await grant.getByLabel(/^Adresse/).fill('ada@presse.example.org');
  await grant.getByLabel(/^À partir de/).fill(`${new Date().toISOString().slice(0, 10)}T00:00`);
  await grant.getByRole('button', { name: 'Autoriser et envoyer le lien' }).click();
  await grant.waitFor({ state: 'detached' });
  await manager.getByRole('cell', { name: /^Ada Lemaire/ }).waitFor();

  const [letter] = await em.fork().find(Mail, { recipient: 'ada@presse.example.org' });
  const link = /#\/early\?token=[\w-]+/.exec(letter?.body ?? '')?.[0] ?? '';
  const journalist = await open({ width: 390 });
  await journalist.goto(`/${link}`);
  await journalist.getByText('Ne rien diffuser avant').first().waitFor();
  expect(await obstacles(journalist)).toEqual([]);
  await journalist.getByRole('button', { name: 'Lire sous embargo' }).click();
  await journalist.getByText('Ville et Eurométropole de Strasbourg').first().waitFor();
  await journalist
    .getByText(/^Ada Lemaire, L’Agence · /)
    .first()
    .waitFor();
  const downloading = journalist.waitForEvent('download');
  await journalist.getByRole('button', { name: 'Télécharger en PDF' }).click();
  expect((await downloading).suggestedFilename()).toBe('palmares-2022.2.pdf');
  await manager.reload();
  await manager.getByRole('heading', { name: /^2\slectures$/ }).waitFor();

  later = new Date(`${noon}:00+01:00`).getTime() - Date.now() + 2 * 3_600_000;
  // The clock leapt, the page counts on: who looks again sees it at once.
  await expect.poll(async () => (await fetch(`${url}/datasets/2022.2.json`)).status).toBe(200);
  await administrator.reload();
  await administrator.getByText('La version 2022.2 est publique et à jour').first().waitFor();
  const { hashes, tables } = await (await fetch(`${url}/datasets/2022.2.json`)).json();
  expect(Object.keys(hashes)).toContain('erratum');
  expect(tables.erratum).toMatchObject([{ field: 'name', reason: 'Nom corrigé à sa demande.' }]);
  await journalist.reload();
  await journalist.getByText('Le palmarès est public').first().waitFor();
});
