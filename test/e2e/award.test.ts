import { expect, test } from 'vitest';
import { Edition, EditionPhase } from '../../server/edition/edition.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';

const { em, signIn } = await startApp('award');

// The edition of 2022 as it stood the day the jury met.
await em.fork().nativeUpdate(Edition, { year: 2022 }, { phase: EditionPhase.DELIBERATION, publishedAt: null });

test('a jury that departs from the ranking says why, and what it had decided before stays', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/award');
  const card = page.getByRole('region', { name: 'Villes entre 20 000 et 50 000 habitants' });
  await card.getByRole('button', { name: 'Revoir la décision' }).click();

  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: /^Attribuer (à|aux?) / });
  await dialog.getByLabel(/Choisir d’autres structures classées/).check();
  const chosen = dialog.getByRole('combobox', { name: 'Structures lauréates' });
  await chosen.press('Backspace');
  expect(await confirm.isDisabled()).toBe(true);
  await chosen.fill('Olivebrac');
  await page.getByRole('option').first().click();
  expect(await confirm.isDisabled()).toBe(true);
  expect(await obstacles(page)).toEqual([]);
  await dialog.getByLabel(/Motif/).fill('Une démarche que le jury veut faire connaître.');
  await confirm.click();
  await dialog.waitFor({ state: 'detached' });

  await card.getByText('Le lauréat n’est pas en tête du classement.').waitFor();
  await card.getByText('Une démarche que le jury veut faire connaître.').first().waitFor();
  await card.getByText('2 décisions').click();
  await card.getByText('Mathieu Roussel a attribué le trophée à la Ville d’Olivebrac').waitFor();
  await card.getByText('Mathieu Roussel a attribué le trophée à la Ville de Bourg-en-Bresse').waitFor();
});

test('a trophy may be left without a laureate, which the rehearsal then says', async () => {
  const page = await signIn('MANAGER', { width: 390 });
  await page.goto('/2022/award');
  const card = page.getByRole('region', { name: 'Conseils régionaux' });
  await card.getByRole('button', { name: 'Revoir la décision' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Ne pas attribuer le trophée/).check();
  await dialog.getByLabel(/Motif/).fill('Aucun dossier complet.');
  await dialog.getByRole('button', { name: 'Laisser sans lauréat' }).click();
  await card.getByText('Le trophée reste sans lauréat.').waitFor();

  await page.goto('/2022/publication');
  await page
    .getByRole('region', { name: 'Public' })
    .getByText(/^1\slauréat$/)
    .waitFor();
  await page.getByText('Publication impossible').waitFor();
  expect(await page.getByRole('button', { name: /^Demander la publication/ }).count()).toBe(0);
  await page.getByRole('link', { name: 'Changer de phase' }).click();
  await page.getByRole('heading', { level: 1, name: /10ᵉ édition/ }).waitFor();
});

test('an edition goes back a phase with a motive, and says what that opens and closes', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/publication');
  await page.getByRole('link', { name: 'Changer de phase' }).click();
  await page.getByRole('button', { name: 'Autre phase' }).click();
  await page.getByRole('menuitem', { name: /Revenir à «\sContrôle\s»/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('importer des audits').waitFor();
  await dialog.getByText('attribuer les trophées').waitFor();
  const confirm = dialog.getByRole('button', { name: /Revenir à «\sContrôle\s»/ });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByLabel(/Motif du retour/).fill('Deux audits à revoir.');
  // Trophies are decided already: that they stand has to be read before going back.
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('checkbox').check();
  await confirm.click();
  await dialog.waitFor({ state: 'detached' }); // the motive is also read where it is typed
  await page
    .getByText(/Deux audits à revoir/)
    .first()
    .waitFor();
  await page.goto('/2022/award');
  await page.getByText(/Les trophées s’attribuent pendant la délibération/).waitFor();
});
