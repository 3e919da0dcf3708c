import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Edition, EditionPhase } from '../../server/edition/edition.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import { settled } from '../support/settled.ts';
import { goTo } from '../support/travel.ts';

const { em, signIn } = await startApp('panel');

// The edition of 2022 as it stood before its jury met.
await em.fork().nativeUpdate(Edition, { year: 2022 }, { phase: EditionPhase.DELIBERATION, publishedAt: null });

/** Fills in the dialog that is open, by label, and confirms it. */
async function answer(page: Page, fields: Readonly<Record<string, string>>, action: string) {
  const dialog = page.getByRole('dialog');
  for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(new RegExp(`^${label}`)).fill(text);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await page.locator('[role=dialog]').waitFor({ state: 'detached' });
}

async function choose(page: Page, label: string, option: string | RegExp) {
  await page.getByRole('combobox', { name: new RegExp(`^${label}`) }).click();
  await page.getByRole('option', { name: option }).click();
  await page.locator('[role=listbox]').waitFor({ state: 'detached' });
}

async function invite(page: Page, name: string, email: string, office: string) {
  await page.getByRole('button', { name: 'Inviter un membre' }).click();
  await choose(page, 'Fonction', office);
  await answer(page, { Nom: name, 'Adresse électronique': email }, 'Envoyer l’invitation');
  await page.getByText(name).first().waitFor();
}

test('staff form a panel, declare its rules, confirm a conflict and plan its meeting', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/panel');
  await page.getByText('Aucun jury dans cette édition').waitFor();
  await page.getByRole('link', { name: 'Constituer un jury' }).click();
  await page.getByLabel('Intitulé').fill('Jury national');
  await page.getByLabel('Jour de la réunion').fill('2022-10-20');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('heading', { level: 1, name: /Jury national/ }).waitFor();

  await invite(page, 'Claire Fontanel', 'claire.fontanel@jury.example', 'Présidence');
  await invite(page, 'Omar Benali', 'omar.benali@jury.example', 'Membre');
  await page.getByText('Invitation envoyée').nth(1).waitFor();
  await page.getByRole('button', { name: 'Relancer 2 membres' }).waitFor();
  expect(await obstacles(page)).toEqual([]);

  await page.getByRole('button', { name: 'Confier une récompense' }).click();
  await choose(page, 'Récompense', 'Conseils régionaux');
  await page.getByRole('dialog').getByRole('button', { name: 'Confier la récompense' }).click();
  await page.getByRole('heading', { level: 1, name: /Conseils régionaux/ }).waitFor();
  await page.getByRole('link', { name: 'Modifier', exact: true }).click();
  await choose(page, 'Noms des structures', /Cachés/);
  await page.getByLabel('Jamais moins de').fill('1');
  expect(await obstacles(page)).toEqual([]);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('la moitié des votants, jamais moins de 1').waitFor();

  await page.getByRole('button', { name: 'Tirer la liste courte' }).click();
  await answer(page, {}, 'Tirer la liste courte');
  await page.getByRole('button', { name: 'Présenter Région Grand Est' }).click();
  await answer(page, { Présentation: 'Tout le Grand Est en parle.' }, 'Enregistrer la présentation');
  await page.getByText('présentation, caractère 9').waitFor();
  expect(await obstacles(page)).toEqual([]);

  await page.goto('/2022/conflict');
  await page.getByRole('button', { name: 'Ajouter un lien de Claire Fontanel' }).click();
  await choose(page, 'Nature du lien', 'Mandat électif');
  await choose(page, 'Comment on le sait', 'Non vérifié');
  await page.getByRole('combobox', { name: 'Organisme au répertoire' }).fill('Région Grand Est');
  await page.getByRole('option', { name: 'Région Grand Est' }).click();
  await page.locator('[name=bodyName]').fill('Conseil régional du Grand Est');
  await answer(page, {}, 'Ajouter le lien');
  for (const name of ['Claire Fontanel', 'Omar Benali']) {
    await page.getByRole('button', { name: `Attester que rien ne manque aux liens de ${name}` }).click();
    await answer(page, {}, 'Attester que rien ne manque');
  }
  await page.getByRole('button', { name: 'À confirmer (1)' }).waitFor();
  await page.goto('/2022/');
  await page.getByRole('link', { name: /1 conflit à confirmer/ }).click();
  await page.getByRole('button', { name: 'Confirmer le lien de Claire Fontanel avec la Région Grand Est' }).click();
  await answer(page, { 'Source de la vérification': 'Répertoire national des élus' }, 'Confirmer le lien');
  await page.getByRole('button', { name: 'Certain (1)' }).waitFor();
  const cost = page.getByRole('row', { name: /Conseils régionaux/ });
  await cost.getByText('Claire Fontanel').waitFor();
  await cost.getByText('À portée').waitFor();
  expect(await obstacles(page)).toEqual([]);

  await page.goto('/2022/agenda');
  await page.getByRole('button', { name: 'Prévoir une séance' }).click();
  await answer(page, { Intitulé: 'Séance du 20 octobre', Lieu: 'Paris' }, 'Prévoir la séance');
  await page.getByRole('heading', { level: 1, name: /Séance du 20 octobre/ }).waitFor();
  await page.getByRole('button', { name: 'Composer l’ordre du jour' }).click();
  await answer(page, {}, 'Enregistrer l’ordre du jour');
  await page.getByText('Sort : Claire Fontanel').waitFor();
  await page.getByText('1 sortie de salle en tout.').waitFor();
  expect(await obstacles(page)).toEqual([]);
}, 120_000);

test('on a phone, in the dark, every page of the jury opens without an obstacle or a sideways scroll', async () => {
  const page = await signIn('ADMINISTRATOR', { width: 390, dark: true });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (const path of ['/2022/panel', '/2022/conflict', '/2022/agenda', '/2022/decision', '/2022/point']) {
    await goTo(page, path);
    await settled(page);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ path, errors, wider: Math.max(0, wider), obstacles: await obstacles(page) }).toEqual({
      ...{ path, errors: [], wider: 0, obstacles: [] },
    });
  }
});

test('those who do not run the barometer find no door to the juries', async () => {
  const page = await signIn('CONTROLLER');
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: /^Bonjour/ }).waitFor();
  expect(await page.getByRole('link', { name: 'Jurys' }).count()).toBe(0);
  await goTo(page, '/2022/conflict');
  await page.getByRole('heading', { level: 1, name: /Accès réservé/ }).waitFor();
});
