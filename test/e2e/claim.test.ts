import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '../../server/kernel/clock.ts';
import { Mail } from '../../server/kernel/mail.ts';
import { openDisk } from '../../server/kernel/store.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import { ask } from '../support/room.ts';

const folder = mkdtempSync(join(tmpdir(), 'claim-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const days = { PHOTO: 0, CAPTURE: 0, DOCUMENT: 400, MESSAGE: 0, RECORDING: 0 };
const keeping = { store: openDisk(folder), scanner: null, days, incoming: join(folder, 'incoming') };
const { signIn, open, em } = await startApp('claim', systemClock, { keeping });

/** An edition whose scores are known, brought to the phase that hears structures, with someone to write to at one. */
async function makeHearing() {
  const staff = await signIn('MANAGER');
  await em
    .fork()
    .execute(
      `update edition set phase = 'CONTRADICTORY', contradictory_from = null, contradictory_to = null, dates_drive = false where year = 2026`,
    );
  const editions = await ask<{ items: { id: string; year: number }[] }>(
    staff,
    '{ editions(perPage: 100) { items { id year } } }',
  );
  const { id: editionId = '' } = editions.items.find(({ year }) => year === 2026) ?? {};
  const scores = await ask<{ inputsHash: string }>(
    staff,
    'query ($id: ID!) { scorePreview(editionId: $id) { inputsHash } }',
    {
      id: editionId,
    },
  );
  await ask(staff, 'mutation ($id: ID!, $hash: String) { computeScores(editionId: $id, inputsHash: $hash) { id } }', {
    ...{ id: editionId, hash: scores.inputsHash },
  });
  const [first] = await em.fork().execute<{ id: string; name: string }[]>(
    `select s.id, s.name from score p join enrolment e on e.id = p.enrolment_id join structure s on s.id = e.structure_id
     where e.edition_id = ? and p.channel_id is null and p.rank = 2 order by s.reference limit 1`,
    [editionId],
  );
  const { id = '', name = '' } = first ?? {};
  await ask(
    staff,
    'mutation ($id: ID!, $input: ContactInput!) { createContact(structureId: $id, input: $input) { id } }',
    {
      ...{ id, input: { name: 'Ada Martin', email: 'ada@mairie.example.org' } },
    },
  );
  return { staff, name };
}

test('a structure contests a finding by its link, and is answered by someone who did not handle its tests', async () => {
  const { staff, name } = await makeHearing();
  await staff.goto('/2026/claims');
  await staff.getByRole('button', { name: 'Envoyer les résultats provisoires' }).click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Envoyer les résultats provisoires' }).click();
  await staff.getByText(/Les structures peuvent contester jusqu’au .* à 23\sh\s59 \(heure de Paris\)/).waitFor();
  expect(await obstacles(staff)).toEqual([]);

  const mail = await em.fork().findOneOrFail(Mail, { recipient: 'ada@mairie.example.org' });
  const link = /\/#\/provisional\?token=\S+/.exec(mail.body)?.[0] ?? '';
  const guest = await open({ width: 390, dark: true });
  await guest.goto(link);
  await guest.getByText(/Qui détient ce lien lit ces résultats/).waitFor();
  expect(await obstacles(guest)).toEqual([]);
  await guest.getByRole('button', { name: 'Lire les résultats' }).click();
  await guest
    .getByRole('button', { name: /^Contester «/ })
    .first()
    .click();
  await guest.getByLabel(/^Ce qui est inexact/).fill('La ligne était en panne ce jour-là, comme le dit Mme Durand.');
  await guest.getByText(/Cela désigne peut-être une personne/).waitFor();
  await guest.getByLabel(/^Ce qui est inexact/).fill('La ligne était en panne ce jour-là, comme le dit l’opérateur.');
  const attach = (name: string, content: string) =>
    guest.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
  await attach('avis.jpg', '#!/bin/sh');
  await guest.getByText(/n’est pas d’un type accepté.* Ce que vous avez écrit est gardé\./).waitFor();
  await attach('avis de panne.pdf', '%PDF-1.7\n');
  await guest.getByRole('button', { name: 'Retirer la pièce « avis de panne.pdf »' }).waitFor();
  await guest.reload();
  await guest.getByRole('button', { name: 'Lire les résultats' }).click();
  await guest.getByRole('button', { name: 'Relire la pièce « avis de panne.pdf »' }).waitFor();
  expect(await guest.getByLabel(/^Ce qui est inexact/).inputValue(), 'kept with the file').toMatch(/l’opérateur\.$/);
  await guest.getByLabel(/^Vos nom et fonction/).fill('Ada Martin, directrice de l’accueil');
  expect(await obstacles(guest)).toEqual([]);
  await guest.getByRole('button', { name: 'Envoyer la réclamation' }).click();
  await guest.getByRole('dialog').getByRole('button', { name: 'Envoyer la réclamation' }).click();
  await guest.getByText(/Un accusé de réception part par courriel/).waitFor();

  const judge = await signIn('ADMINISTRATOR');
  await judge.goto('/2026/claims');
  await judge.getByRole('table').first().getByRole('link', { name }).click();
  await judge.getByText('Si elle est acceptée').waitFor();
  await judge.getByRole('rowheader', { name: 'Avec celle-ci' }).waitFor();
  const downloaded = judge.waitForEvent('download');
  await judge.getByRole('link', { name: 'Télécharger « avis de panne.pdf »' }).click();
  expect((await downloaded).suggestedFilename()).toMatch(/^piece-.*\.pdf$/);
  expect(await obstacles(judge)).toEqual([]);
  await judge.getByRole('button', { name: 'Décider' }).click();
  const dialog = judge.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Accepter', exact: true }).check();
  await dialog.getByLabel(/^Motif/).fill('L’opérateur confirme la panne.');
  await dialog.getByLabel(/^Réponse/).fill('Votre réclamation est fondée.');
  await dialog.getByRole('rowheader', { name: 'Avec celle-ci' }).waitFor();
  await dialog.getByRole('button', { name: 'Rendre la décision' }).click();
  await judge.getByText('Un constat ne compte plus : recalculez les notes.').waitFor();
  await judge.getByText('Ne compte plus', { exact: true }).first().waitFor();

  const again = await open();
  await again.goto(link);
  await again.getByRole('button', { name: 'Lire les résultats' }).click();
  await again.getByText('Votre réclamation est fondée.').waitFor();
  await again.getByText(/Motif\s: L’opérateur confirme la panne\./).waitFor();
  expect(await obstacles(again)).toEqual([]);
});
