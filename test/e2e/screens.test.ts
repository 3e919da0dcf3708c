import { expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../server/demo/demonstration.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import { settled } from '../support/settled.ts';
import { goTo } from '../support/travel.ts';

const { signIn, open } = await startApp('screens');

const pages = [
  '/2022/',
  '/2022/edition',
  '/2022/structure',
  '/2022/structure/create',
  '/2022/duplicates',
  '/2022/enrolment',
  '/2022/category',
  '/2022/special_prize',
  '/2022/rehearsal',
  '/2022/turnout',
  '/2022/invitations',
  '/2022/enrol',
  '/2022/grid',
  '/2022/configuration',
  '/2027/plan',
  '/2027/assignment',
  '/2027/scenario',
  '/2027/persona',
  '/2027/auditor',
  '/2027/briefing',
  '/2027/fieldwork',
  '/2027/audit',
  '/2027/submission',
  '/2027/control',
  '/2027/control/readings',
  '/2027/control/suspicions',
  '/2027/effect',
  '/2028/claims',
  '/2022/ranking',
  '/2022/workshop?weight.PHONE=60',
  '/2022/comparison',
  '/2019/comparison',
  '/2022/indicators',
  '/2022/delays',
  '/2022/delays?criterion=letter.processing.delay&by=CATEGORY',
  '/2019/delays',
  '/2022/award',
  '/2022/publication',
  '/2022/reports',
  '/2022/synthesis',
  '/2022/synthesis?text=PRESS_RELEASE',
  '/2022/import/structure',
  '/2022/import/audit',
  '/2019/award',
  '/2022/trophy',
  '/2022/laureate',
  '/2022/licence',
  '/2026/licence',
  '/2026/licence/create',
  '/2026/award',
  '/2026/decision',
  '/2026/agenda',
  '/2022/dataset',
  '/2022/account',
  '/2022/change',
  '/2022/mail',
  '/2022/trash',
  '/2022/partner_access',
  '/2022/partner_access/create',
  '/2022/usage',
  '/2022/profile',
];

/** How screens are looked at: every second one otherwise; each in both ways when one explores. */
const looks = [
  { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;

test('every screen opens without an error, an obstacle or a sideways scroll, wide and light or narrow and dark', async () => {
  const page = await signIn('ADMINISTRATOR', { moving: true });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  for (const [place, path] of pages.entries()) {
    await goTo(page, path);
    const both = process.env.EXPLORE !== undefined;
    for (const { viewport, colorScheme } of looks.filter((_, look) => both || look === place % 2)) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await settled(page);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      const seen = { path, colorScheme, errors, wider: Math.max(0, wider), obstacles: await obstacles(page) };
      expect(seen).toEqual({ path, colorScheme, errors: [], wider: 0, obstacles: [] });
    }
  }
});

test('a wrong password is refused in French, and says nothing more', async () => {
  const page = await open();
  await page.goto('/');
  await page.getByLabel('Adresse électronique').fill('gestion@demo.barometre.example');
  await page.getByLabel(/^Mot de passe/).fill('pas le bon mot de passe');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByText('Adresse électronique ou mot de passe incorrect.').waitFor();
  expect(await obstacles(page)).toEqual([]);
});

test('what is simulated says so on every screen of its edition, and nowhere else', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/structure');
  await page.getByText('Données simulées pour la démonstration').waitFor();
  await goTo(page, '/2019/category');
  await settled(page);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('Données simulées pour la démonstration').count()).toBe(0);
});

test('whatever is waited for has a name, in the language one reads', async () => {
  const page = await signIn('MANAGER');
  await page.goto('/2022/structure');
  await settled(page);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/admin/graphql', (route) => held.then(() => route.continue()));
  await page.getByRole('link', { name: 'Prix spéciaux' }).click();
  await page.locator('.app-loader').waitFor();
  expect(await obstacles(page)).toEqual([]);
  const names = () =>
    page
      .getByRole('progressbar')
      .evaluateAll((all) => [...new Set(all.map((each) => each.getAttribute('aria-label')))]);
  expect(await names()).toEqual(['Chargement…']);
  await page.getByRole('button', { name: /^EN/ }).click();
  await expect.poll(names).toEqual(['Loading…']);
  letGo();
});

test('one signs in on the page of that name; the interface switches to English and back', async () => {
  const page = await open();
  await page.goto('/');
  await page.getByLabel('Adresse électronique').fill('gestion@demo.barometre.example');
  await page.getByLabel(/^Mot de passe/).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { level: 1, name: /^Bonjour/ }).waitFor();
  await page.getByRole('button', { name: /English|EN/ }).click();
  await page.getByRole('link', { name: 'Editions' }).waitFor();
  await page.getByRole('button', { name: /Français|FR/ }).click();
  await page.getByRole('link', { name: 'Éditions' }).waitFor();
});

test('a structure sees its own enrolments and no door to anything else', async () => {
  const page = await signIn('PARTICIPANT');
  await page.goto('/2022/enrolment');
  await page.getByText('Ville d’Escalières').first().waitFor();
  expect(await page.getByText('Ville de Strasbourg').count()).toBe(0);
  await goTo(page, '/2022/audit');
  await page.getByRole('heading', { level: 1, name: /rôle|Accès/i }).waitFor();
});

test('a person at the partners’ address gets an explorer that needs nothing from outside', async () => {
  const page = await open();
  const outside: string[] = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') outside.push(request.url());
  });
  await page.goto('/graphql');
  await page.getByText('Palmarès').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(outside).toEqual([]);
});
