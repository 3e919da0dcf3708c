import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import { ask } from '../support/room.ts';
import { goTo } from '../support/travel.ts';

const { signIn, em } = await startApp('control');

/** The tests of the edition in fieldwork that wait and have nothing odd, by their numbers. */
const waiting = await em.fork().execute<{ id: string; reference: string }[]>(
  `select a.id, a.reference from audit a join edition e on e.id = a.edition_id
   where e.year = 2027 and a.state = 'SUBMITTED' and a.verbatim is null order by a.reference`,
);

/** The button of a dialog, and its end. */
async function confirm(page: Page, action: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const [label, text] of Object.entries(more)) await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

test('a controller asks, corrects with the effect in sight, and leaves the last word to another', async () => {
  const [controller, staff] = [await signIn('CONTROLLER'), await signIn('MANAGER')];
  const [one] = waiting;
  // The scores that a correction is measured against.
  const [edition] = await em.fork().execute<{ id: string }[]>('select id from edition where year = 2027');
  await ask(staff, 'mutation ($id: ID!) { computeScores(editionId: $id) { id } }', { id: edition?.id });
  await controller.goto('/2027/control');
  await controller
    .getByRole('row', { name: one?.reference ?? '' })
    .getByRole('link')
    .click();
  await controller.getByRole('button', { name: 'Prendre en contrôle' }).click();
  await confirm(controller, 'Prendre en contrôle');
  await controller.getByText('En contrôle', { exact: true }).first().waitFor();

  await controller
    .getByRole('button', { name: /^Poser une question sur/ })
    .first()
    .click();
  await confirm(controller, 'Poser la question', { Question: 'Qu’avez-vous vu exactement ?' });
  await controller.getByText('Question ouverte').waitFor();
  await controller.getByRole('button', { name: 'Valider' }).click();
  await controller
    .getByRole('dialog')
    .getByText(/Une question sur ce test n’est pas close/)
    .waitFor();
  expect(await controller.getByRole('dialog').getByRole('button', { name: 'Valider' }).isDisabled()).toBe(true);
  await controller.keyboard.press('Escape');
  await controller.getByRole('button', { name: 'Clore' }).click();
  await confirm(controller, 'Clore', { Conclusion: 'Le constat tient.' });

  await controller
    .getByRole('button', { name: /^Corriger «/ })
    .first()
    .click();
  const dialog = controller.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Refusé' }).click();
  await dialog.getByText('Effet sur la structure').waitFor();
  await dialog
    .getByText(/de .* à /)
    .first()
    .waitFor();
  expect(await obstacles(controller)).toEqual([]);
  await confirm(controller, 'Enregistrer la correction', { Motif: 'L’auditrice l’a confirmé par écrit.' });
  await controller.getByText('Corrigé', { exact: true }).waitFor();
  await controller.getByRole('button', { name: 'Valider' }).click();
  await controller.getByText('Personne ne valide un test qu’il a fait ou qu’il a corrigé en dernier.').waitFor();
  await controller.keyboard.press('Escape');
  expect(await obstacles(controller)).toEqual([]);

  await goTo(staff, `/2027/control/${one?.id}`);
  await staff.getByRole('button', { name: 'Valider' }).click();
  await confirm(staff, 'Valider');
  await staff.getByText('Validé', { exact: true }).first().waitFor();
});

test('of two who have one test before them the second learns what the first did; of several at once some stay', async () => {
  const [controller, staff] = [await signIn('CONTROLLER'), await signIn('MANAGER')];
  const [, one] = waiting;
  for (const page of [controller, staff]) {
    await goTo(page, `/2027/control/${one?.id}`);
    await page.getByRole('button', { name: 'Rejeter' }).waitFor();
  }
  await controller.getByRole('button', { name: 'Prendre en contrôle' }).click();
  await confirm(controller, 'Prendre en contrôle');
  await staff.getByRole('button', { name: 'Valider' }).click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Valider' }).click();
  await staff.getByText(/Ce test a changé depuis que vous l’avez ouvert. Changé d’état par Nadia Belkacem/).waitFor();

  await goTo(controller, '/2027/control?view=IN_CONTROL');
  await controller.getByRole('checkbox', { name: 'Tout choisir' }).check();
  await controller.getByRole('button', { name: 'Valider' }).click();
  const dialog = controller.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Valider' }).click();
  await dialog.getByText(/tests sont restés où ils étaient/).waitFor();
  expect(await obstacles(controller)).toEqual([]);
  await dialog.getByRole('button', { name: 'Fermer' }).click();
  await controller.getByText('2 tests', { exact: true }).waitFor();
});
