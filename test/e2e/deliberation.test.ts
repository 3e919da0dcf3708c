import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import { textIn } from '../support/pdf.ts';
import { everythingAsked } from '../support/prying.ts';
import { bestOf, duelsOf, gradesIn, medianOf, rankingsIn, winnerOf } from '../support/recount.ts';
import { ask } from '../support/room.ts';

const { signIn, signInAs } = await startApp('deliberation');
const TOWNS = 'Villes de plus de 50 000 habitants';
const GROUPS = 'Intercommunalités';
const DEPARTMENTS = 'Conseils départementaux';

interface Member {
  readonly name: string;
  readonly page: Page;
}
/** The seven of the demonstration; those named here are recused from an award each. */
let chair: Member;
let deputy: Member;
let secretary: Member;
let driss: Member;
let eva: Member;
let fabien: Member;
let gisele: Member;
let staff: Page;
let meetingId = '';

const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
/** Presses a button of the chair, then the same in the dialog that says what follows. */
async function decide(page: Page, name: string, fill?: string): Promise<void> {
  await press(page, name);
  const dialog = page.getByRole('dialog');
  if (fill) await dialog.getByLabel('Motif').fill(fill);
  await dialog.getByRole('button', { name }).click();
  await dialog.waitFor({ state: 'detached' });
}
const deposit = async ({ page }: Member): Promise<void> => {
  await press(page, 'Relire et déposer');
  await page.getByRole('dialog').getByRole('button', { name: 'Déposer mon bulletin' }).click();
  await said(page, 'Votre bulletin est dans l’urne');
};
const castBlank = async ({ page }: Member): Promise<void> => {
  await press(page, 'Voter blanc');
  await page.getByRole('dialog').getByRole('button', { name: 'Déposer un bulletin blanc' }).click();
  await said(page, 'Votre bulletin est dans l’urne');
};
/** Ranks files one after the other, the best first. */
async function rank({ page }: Member, codes: readonly string[]): Promise<void> {
  await said(page, 'Votez maintenant');
  for (const code of codes) {
    const letter = page.getByText(code, { exact: true });
    await page
      .getByRole('button', { name: /^Classer/ })
      .filter({ has: letter })
      .press('Enter');
  }
}
/** Gives each file its grade, in words. */
async function grade({ page }: Member, grades: Readonly<Record<string, string>>): Promise<void> {
  await said(page, 'Votez maintenant');
  for (const [code, word] of Object.entries(grades)) {
    const choice = page.locator(`input[name="grade ${code}"][value="${word}"]`);
    await choice.press('Space');
    await expect.poll(() => choice.isChecked()).toBe(true);
  }
}

/** The candidates of the last ballot on an award, as staff see them. */
async function candidatesOf(label: string, first = false): Promise<{ code: string; name: string }[]> {
  const { items } = await ask<{ items: { label: string; candidates: { code: string; name: string }[] }[] }>(
    staff,
    'query ($id: ID!) { meeting(id: $id) { items { label candidates { code name } } } }',
    { id: meetingId },
  );
  const own = items.filter((item) => item.label.replace(/\s/g, ' ') === label);
  return own.at(first ? 0 : -1)?.candidates ?? [];
}
const codesOf = async (label: string): Promise<string[]> => (await candidatesOf(label)).map(({ code }) => code);
const namesOn = async (label: string): Promise<string[]> => (await candidatesOf(label, true)).map(({ name }) => name);

test('seven come in from their own screens, and whoever is in conflict is told where they leave', async () => {
  staff = await signIn('MANAGER');
  const come = async (name: string, email: string, look: { width?: number; dark?: boolean } = {}): Promise<Member> => ({
    name,
    page: await signInAs(`${email}@demo.barometre.example`, look),
  });
  chair = await come('', 'jury', { width: 820 });
  deputy = await come('Bernard Aubin', 'jury2', { width: 390, dark: true });
  secretary = await come('Claire Meunier', 'jury3');
  driss = await come('Driss Benali', 'jury4', { width: 820, dark: true });
  eva = await come('Eva Lindqvist', 'jury5', { width: 390 });
  fabien = await come('Fabien Roche', 'jury6');
  gisele = await come('Gisèle Touré', 'jury7', { width: 820 });
  const editions = await ask<{ items: { id: string; year: number }[] }>(
    staff,
    '{ editions(perPage: 100) { items { id year } } }',
  );
  const { items: panels } = await ask<{ items: { meetings: { id: string; closedAt: string | null }[] }[] }>(
    staff,
    'query ($id: ID) { panels(editionId: $id) { items { meetings { id closedAt } } } }',
    { id: editions.items.find(({ year }) => year === 2026)?.id },
  );
  meetingId = panels[0]?.meetings.find(({ closedAt }) => closedAt === null)?.id ?? '';
  const room = `/2026/meeting/${meetingId}`;
  for (const { page } of [chair, deputy, secretary, driss, eva, fabien, gisele]) await page.goto(room);
  await staff.goto(`/2026/agenda/${meetingId}`);
  await decide(chair.page, 'Ouvrir la séance');
  for (const { name, page } of [deputy, secretary, driss, eva, fabien, gisele]) await press(page, `${name} : Absent`);
  await said(chair.page, '7 présents sur 7');
  for (const { page } of [driss, eva, fabien]) await said(page, 'Vous sortez : déport');
  for (const { page } of [deputy, gisele]) expect(await page.getByText('Vous sortez : déport').count()).toBe(0);
});

test('two towns are first together: a second ballot, equal again, and the chair parts them under their own name', async () => {
  await decide(chair.page, 'Ouvrir le point');
  await said(driss.page, 'Quittez la salle pour ce point');
  await said(gisele.page, 'Écoutez la présentation');
  expect(await obstacles(driss.page)).toEqual([]);
  await decide(chair.page, 'Clore la discussion');
  await said(eva.page, 'Égalité : un second tour va s’ouvrir');
  await decide(chair.page, 'Ouvrir le second tour');
  const [one = '', other = ''] = await codesOf(TOWNS);

  await said(eva.page, 'Votez maintenant');
  await eva.page.context().setOffline(true);
  await said(eva.page, /Connexion perdue/);
  await rank(eva, [other, one]);
  await rank(chair, [one, other]);
  await deposit(chair);
  await rank(deputy, [one, other]);
  await deposit(deputy);
  await rank(fabien, [other, one]);
  await deposit(fabien);
  await castBlank(gisele);
  await said(chair.page, '4 bulletins sur 5');
  await said(staff, 'En direct');
  await said(staff, /4 bulletins dans l’urne/);
  expect(await chair.page.getByRole('heading', { name: 'Résultat' }).count()).toBe(0);
  await eva.page.context().setOffline(false);
  await said(eva.page, 'En direct');
  await deposit(eva);

  await decide(chair.page, 'Clore le scrutin');
  await said(deputy.page, 'Égalité : la voix du président est attendue');
  await press(chair.page, 'Donner ma voix prépondérante');
  await chair.page.getByRole('dialog').getByRole('radio').first().check({ force: true });
  await chair.page.getByRole('dialog').getByRole('button', { name: 'Donner ma voix prépondérante' }).click();
  await decide(chair.page, 'Enregistrer la décision', 'À égalité, le jury suit la présidence.');
  await said(gisele.page, /Décision nº \d+ enregistrée/);
});

test('whoever was recused learns nothing of it, by any means they have', async () => {
  const secrets = await namesOn(TOWNS);
  expect(secrets).toHaveLength(5);
  const { told, tried } = await everythingAsked(driss.page, { staff, meetingId, award: TOWNS });
  expect(tried).toBeGreaterThan(40);
  expect(secrets.filter((name) => told.includes(name))).toEqual([]);
});

test('files under their codes are put in order; who is recused waits outside; the duels are shown to the others', async () => {
  await driss.page.goto(`/2026/meeting/${meetingId}`);
  await said(driss.page, 'Vous pouvez revenir dans la salle');
  await decide(chair.page, 'Ouvrir le point');
  await said(fabien.page, 'Quittez la salle pour ce point');
  await said(driss.page, 'Votez maintenant');
  const [a = '', b = '', c = '', d = '', e = ''] = await codesOf(GROUPS);
  for (const [member, order] of [
    [chair, [a, b, c, d, e]],
    [deputy, [b, a, c, e, d]],
    [driss, [c, b, a, d, e]],
    [eva, [b, c, a, d, e]],
    [gisele, [a, b, d, c, e]],
  ] as const) {
    await rank(
      member,
      order.filter((code) => code !== ''),
    );
    await deposit(member);
  }
  await decide(chair.page, 'Clore le scrutin');
  await said(deputy.page, 'Duels, candidat par candidat');
  expect(await obstacles(deputy.page)).toEqual([]);
  await decide(chair.page, 'Enregistrer la décision', 'Le vote du jury.');
  await said(driss.page, /Décision nº \d+ enregistrée/);
});

test('grades in words; one abstains, one votes blank, and an item broken off comes back', async () => {
  await decide(chair.page, 'Ouvrir le point');
  await said(eva.page, 'Quittez la salle pour ce point');
  await decide(secretary.page, 'Interrompre le point', 'Alerte incendie.');
  await said(gisele.page, 'Prochain point');
  await decide(chair.page, 'Ouvrir le point');
  const [a = '', b = '', c = '', d = ''] = await codesOf(DEPARTMENTS);
  for (const [member, grades] of [
    [chair, { [a]: 'VERY_GOOD', [b]: 'GOOD', [c]: 'PASSABLE', [d]: 'GOOD' }],
    [driss, { [a]: 'GOOD', [b]: 'EXCELLENT', [c]: 'GOOD', [d]: 'REJECT' }],
    [fabien, { [a]: 'FAIRLY_GOOD', [b]: 'GOOD', [c]: 'INSUFFICIENT', [d]: 'GOOD' }],
  ] as const) {
    await grade(member, Object.fromEntries(Object.entries(grades).filter(([code]) => code !== '')));
    await deposit(member);
  }
  await castBlank(deputy);
  await press(gisele.page, 'M’abstenir');
  await decide(chair.page, 'Clore le scrutin');
  await said(fabien.page, 'Mentions données à chaque candidat');
  expect(await obstacles(fabien.page)).toEqual([]);
  await decide(chair.page, 'Enregistrer la décision', 'Le vote du jury.');
  await said(gisele.page, /Décision nº \d+ enregistrée/);
  await decide(chair.page, 'Clore la séance');
  await said(gisele.page, 'Séance close');
});

test('the minutes, counted again by hand, say what was decided', async () => {
  expect(await driss.page.getByRole('link', { name: 'Procès-verbal' }).count()).toBe(0);
  await gisele.page.getByRole('link', { name: 'Procès-verbal' }).waitFor();
  const answer = await gisele.page.request.get(`/admin/reports/minutes/${meetingId}`);
  expect(answer.status()).toBe(200);
  expect((await driss.page.request.get(`/admin/reports/minutes/${meetingId}`)).status()).toBe(404);
  const text = textIn(await answer.body());

  const towns = rankingsIn(text, TOWNS);
  expect(towns.ballots).toHaveLength(4);
  expect(winnerOf(towns.duels.codes, towns.duels.rows)).toBe('');
  expect(towns.part).toMatch(new RegExp(`Voix prépondérante de .+ elle désigne [^(]+\\(${towns.laureate}\\)`));

  const groups = rankingsIn(text, GROUPS);
  expect(groups.ballots).toHaveLength(5);
  expect(groups.duels.rows).toEqual(duelsOf(groups.duels.codes, groups.ballots));
  expect(groups.laureate).toBe(winnerOf(groups.duels.codes, groups.duels.rows));

  const departments = gradesIn(text, DEPARTMENTS);
  expect([departments.count, departments.given.size]).toEqual([3, 4]);
  for (const [code, grades] of departments.given)
    expect([code, departments.medians.get(code)]).toEqual([code, medianOf(grades)]);
  expect(departments.laureate).toBe(bestOf(departments.given));
});
