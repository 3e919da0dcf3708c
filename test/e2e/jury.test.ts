import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import { ask, backToDeliberation, checkTies, type Invited, invite, makeJury, takeSeat } from '../support/room.ts';

const { em, open, signIn } = await startApp('jury');
await backToDeliberation(em);

const TOWNS = 'Villes entre 20 000 et 50 000 habitants';
const REGIONS = 'Conseils régionaux';
/** Those of the story, who come in with its first test. */
let staff: Page;
let aline: Page;
let basile: Page;
let chair: Invited;
let member: Invited;
let jury: Awaited<ReturnType<typeof makeJury>>;

/** The names of the categories of 2022, as they are kept. */
async function labelsOf(page: Page): Promise<string[]> {
  const { items } = await ask<{ items: { label: string; edition: { year: number } }[] }>(
    page,
    '{ categories(perPage: 100) { items { label edition { year } } } }',
  );
  return items.filter(({ edition }) => edition.year === 2022).map(({ label }) => label);
}

/** A body that leads to no town: declaring it recuses from the award of regions alone. */
async function someRegion(): Promise<{ name: string; siren: string }> {
  const { items } = await ask<{ items: { name: string; siren: string | null }[] }>(
    staff,
    '{ structures(q: "Région", perPage: 20) { items { name siren } } }',
  );
  const found = items.find(({ siren }) => siren !== null);
  return { name: found?.name ?? '', siren: found?.siren ?? '' };
}

const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const confirm = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('button', { name }).click();

test('a seat is taken through its link, which opening does not use up and which works once', async () => {
  staff = await signIn('MANAGER');
  jury = await makeJury(staff, [
    { label: TOWNS, rules: { mode: 'RANK', quorumFewest: 2, names: 'ONCE_DECIDED', shortList: 3 } },
    { label: REGIONS, rules: { mode: 'RATIFY', quorumFewest: 2 } },
  ]);
  aline = await open({ width: 820 });
  basile = await open({ width: 390, dark: true });
  chair = await invite(staff, em, jury.id, 'Aline Ferrand', 'CHAIR');
  member = await invite(staff, em, jury.id, 'Basile Nguyen');

  await aline.goto(chair.link);
  await said(aline, /vous êtes invité à siéger comme président/);
  expect(await aline.getByRole('button', { name: 'Accepter et siéger' }).isDisabled()).toBe(true);
  expect(await obstacles(aline)).toEqual([]);
  await takeSeat(aline, chair);
  await takeSeat(basile, member);
  const scanner = await open();
  await scanner.goto(chair.link);
  await said(scanner, /Ce lien a déjà servi/);
  await scanner.goto('/#/jury-invitation?token=inconnu');
  await scanner.reload();
  await said(scanner, /Ce lien ne mène à aucune invitation/);
});

test('a juror has two words in the rail, declares their interests, and sees what is left to do', async () => {
  const region = await someRegion();
  await basile.getByRole('link', { name: /Déclarer vos liens/ }).click();
  await press(basile, 'Déclarer un lien');
  await basile.getByLabel(/^Organisme/).fill(region.name);
  await basile.getByLabel(/^SIREN/).fill(region.siren);
  await press(basile, 'Enregistrer ce lien');
  await said(basile, region.name);
  expect(await obstacles(basile)).toEqual([]);
  await press(basile, 'J’ai déclaré tous mes liens');
  await confirm(basile, 'J’ai déclaré tous mes liens');
  await said(basile, /Déclaration terminée/);

  await aline.getByRole('link', { name: /Déclarer vos liens/ }).click();
  await press(aline, 'Je n’ai aucun lien');
  await confirm(aline, 'Je n’ai aucun lien');
  await said(aline, /Déclaration terminée/);
  await press(aline, 'Ouvrir le menu');
  const words = await aline.getByRole('navigation').getByRole('listitem').allInnerTexts();
  expect(words.map((word) => word.trim())).toEqual(['Dossiers', 'Séance']);
});

test('a file is read under its code; notes survive a lost connection, and opinions are blind at first', async () => {
  await checkTies(staff, chair.id);
  await aline.goto('/2022/dossier');
  await aline.getByRole('link', { name: new RegExp(TOWNS.replaceAll(' ', '\\s')) }).click();
  await aline.getByRole('link', { name: 'Dossier A' }).click();
  await said(aline, /Le nom reste caché jusqu’à la décision/);
  await said(aline, /quand vous aurez donné le vôtre/);
  expect(await obstacles(aline)).toEqual([]);

  await aline.context().setOffline(true);
  await aline.getByLabel('Pour vous seul').fill('Très bon accueil au guichet.');
  await said(aline, /vos notes sont gardées sur cet appareil/);
  await aline.context().setOffline(false);
  await said(aline, 'Tout est enregistré.');
  await aline.reload();
  await said(aline, 'Très bon accueil au guichet.');

  await aline.getByLabel('Ce que vous pensez de ce dossier').fill('Solide partout.');
  await press(aline, 'Donner mon avis');
  await said(aline, 'Aucun autre avis pour le moment.');
});

const myRanking = (page: Page) => page.getByRole('list', { name: 'Mon classement' }).getByRole('listitem');
const thirdIsFirst = (page: Page) => myRanking(page).first().getByText('Dossier C').waitFor();

/** Ranks everyone in the order of codes. */
async function rankAll(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: /^Classer/ }).first();
  for (let left = 3; left > 0; left--) await next.press('Enter');
}

/** Brings the third to the top by keyboard alone. */
async function lift(page: Page): Promise<void> {
  for (let up = 0; up < 2; up++) await page.getByRole('button', { name: 'Monter Dossier C' }).press('Alt+ArrowUp');
  await thirdIsFirst(page);
}

/** Brings the third to the top by its handle. */
async function drag(page: Page): Promise<void> {
  await myRanking(page)
    .nth(2)
    .evaluate((row) => row.scrollIntoView({ block: 'center' }));
  const from = await myRanking(page).nth(2).boundingBox();
  const to = await myRanking(page).nth(0).boundingBox();
  if (!from || !to) throw new Error('The lines of the ranking are on the page.');
  await page.mouse.move(from.x + 30, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 10, { steps: 5 });
  await page.mouse.move(to.x + 30, to.y + 30, { steps: 10 });
  await page.mouse.up();
  await thirdIsFirst(page);
  await page.waitForTimeout(200); // the library swallows the click that ends a drag, quicker than any hand
}

test('two jurors vote in secret beside one another, one loses the network, and the chair records it', async () => {
  await checkTies(staff, member.id);
  const room = `/2022/meeting/${jury.meetingId}`;
  await Promise.all([aline.goto(room), basile.goto(room)]);
  await press(aline, 'Ouvrir la séance');
  await confirm(aline, 'Ouvrir la séance');
  await press(basile, 'Basile Nguyen : Absent');
  await said(basile, 'Vous sortez : déport');
  await press(aline, 'Ouvrir le point');
  await confirm(aline, 'Ouvrir le point');
  await Promise.all([said(aline, 'Votez maintenant'), said(basile, 'Votez maintenant')]);
  expect(await obstacles(aline)).toEqual([]);
  expect(await obstacles(basile)).toEqual([]);

  await basile.context().setOffline(true);
  await said(basile, /Connexion perdue/);
  await rankAll(basile);
  await lift(basile);
  await basile.context().setOffline(false);
  await said(basile, 'En direct');
  await basile.reload();
  await thirdIsFirst(basile);
  await press(basile, 'Relire et déposer');
  await confirm(basile, 'Déposer mon bulletin');
  await said(basile, 'Votre bulletin est dans l’urne');
  await said(aline, '1 bulletin sur 2');
  expect(await aline.getByRole('heading', { name: 'Résultat' }).count()).toBe(0);

  await rankAll(aline);
  await drag(aline);
  await press(aline, 'Relire et déposer');
  await confirm(aline, 'Déposer mon bulletin');
  await said(aline, '2 bulletins sur 2');
  await press(aline, 'Clore le scrutin');
  await confirm(aline, 'Clore le scrutin');
  await said(basile, 'Par le vote du jury.');
  await said(basile, 'Duels, candidat par candidat');
  expect(await obstacles(basile)).toEqual([]);
  await press(aline, 'Enregistrer la décision');
  await aline.getByRole('dialog').getByLabel('Motif').fill('Le jury distingue un accueil exemplaire.');
  await confirm(aline, 'Enregistrer la décision');
  await said(aline, /Décision nº \d+ enregistrée/);
  await said(basile, /Décision nº \d+ enregistrée/);
  await said(basile, /\(C\)/);
});

test('an item without its quorum does not open, and says why', async () => {
  await said(aline, 'Il manque 1 membre');
  await press(aline, 'Ouvrir le point');
  await confirm(aline, 'Ouvrir le point');
  await aline
    .getByRole('dialog')
    .getByText(/quorum n’est pas atteint/)
    .waitFor();
  await aline.keyboard.press('Escape');
  await press(aline, 'Clore la séance');
  await confirm(aline, 'Clore la séance');
  await said(basile, 'Séance close');
});

test('the ceremony asks nothing of a laureate before it is revealed', async () => {
  const asked: string[] = [];
  staff.on('request', (request) => {
    if (request.postData()?.includes('laureates')) asked.push(request.url());
  });
  await staff.goto('/2022/ceremony');
  await staff.getByRole('heading', { name: 'Trophées 2022' }).waitFor();
  expect(await obstacles(staff)).toEqual([]);
  await staff.keyboard.press('Space');
  await staff.getByRole('heading', { level: 1, name: 'Trophées 2022' }).waitFor({ state: 'detached' });
  await staff.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  await staff.keyboard.press('PageDown');
  await said(staff, '···');
  await said(staff, /Services d’aménagement|Ville|Conseil|Communauté|Métropole|Département|Région/);
  expect(asked.length).toBe(1);
  await staff.keyboard.press('Escape');
  await staff.waitForURL(/\/2022\/trophy/);
});

/** Makes a second structure laureate with the first, with a mention, and gives each a point remarquable of its own. */
async function makeEquals(): Promise<string[]> {
  const sql = (text: string, values: unknown[]) => em.fork().execute<{ id: string; name: string }[]>(text, values);
  const [{ id: trophy = '' } = {}] = await sql(
    'select t.id from trophy t join category c on c.id = t.category_id where c.label = ? order by t.created_at desc limit 1',
    [(await labelsOf(staff)).find((label) => label.replace(/\s/g, ' ') === TOWNS)],
  );
  await sql(
    `insert into laureate (trophy_id, structure_id, rank, award, mention, confidence, sources)
     select ?, e.structure_id, 1, 'TROPHY', 'écoute', 'HIGH', '{}' from enrolment e join trophy t on t.category_id = e.category_id
     where t.id = ? and e.structure_id not in (select structure_id from laureate where trophy_id = t.id) order by e.id limit 1`,
    [trophy, trophy],
  );
  await sql(
    `insert into point_remarquable
       (trophy_id, structure_id, text, evidence, author_id, author_name, approved_at, approved_by_name, consent)
     select trophy_id, structure_id, 'Point de ' || s.name, '[]', 'a', 'A', now(), 'B', 'GIVEN'
     from laureate l join structure s on s.id = l.structure_id where trophy_id = ?
     on conflict (trophy_id, structure_id) do update
       set text = excluded.text, approved_at = excluded.approved_at, approved_by_name = 'B', consent = 'GIVEN'`,
    [trophy],
  );
  const named = await sql(
    'select s.id, s.name from laureate l join structure s on s.id = l.structure_id where l.trophy_id = ? order by s.name',
    [trophy],
  );
  return named.map(({ name }) => name);
}

test('equals are revealed together, each with its own point; what is hidden by the clicker is shown again unchanged', async () => {
  const names = await makeEquals();
  expect(names).toHaveLength(2);
  await staff.goto('/2022/ceremony');
  await staff.getByRole('heading', { name: 'Trophées 2022' }).waitFor();
  const announced = staff.getByRole('heading', { level: 1, name: new RegExp(TOWNS.replaceAll(' ', '\\s')) });
  for (let pressed = 0; pressed < 20 && (await announced.count()) === 0; pressed++) {
    await staff.keyboard.press('PageDown');
    await staff.waitForLoadState('networkidle');
  }
  for (const name of names) expect(await staff.getByText(name, { exact: true }).count()).toBe(0);
  await staff.keyboard.press('b');
  await said(staff, /Écran noir/);
  await staff.keyboard.press('PageDown');
  await staff.getByText(/Écran noir/).waitFor({ state: 'detached' });
  for (const name of names) expect(await staff.getByText(name, { exact: true }).count()).toBe(0);
  await staff.keyboard.press('PageDown');
  await said(staff, 'Ex æquo');
  for (const name of names) await said(staff, `Point de ${name}`);
  await said(staff, 'Mention écoute');
  expect(await obstacles(staff)).toEqual([]);
});
