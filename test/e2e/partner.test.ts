import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, onTestFinished, test } from 'vitest';
import { Mail } from '../../server/kernel/mail.ts';
import { startApp } from '../support/app.ts';
import { obstacles } from '../support/axe.ts';
import { settled } from '../support/settled.ts';

const { em, open, signIn, url } = await startApp('partner');
const EMAIL = 'ada@courrier.example.org';

/** The secret of the link in the latest letter to the partner. */
async function linkIn(own: EntityManager): Promise<string> {
  const [mail] = await own.fork().find(Mail, { recipient: EMAIL }, { orderBy: { createdAt: 'desc' }, limit: 1 });
  return /#(\/partner\?token=\S+)/.exec(mail?.body ?? '')?.[1] ?? '';
}

test('a partner asks, staff grant, the token reads, a notification is tested and replayed', async () => {
  const guest = await open();
  await guest.goto('/api-access');
  await guest.getByLabel(/^Organisme/).fill('Le Courrier des communes');
  await guest.getByLabel(/^Nom/).fill('Ada Lovelace');
  await guest.getByLabel(/^Adresse électronique/).fill(EMAIL);
  await guest.getByLabel(/^Usage prévu/).fill('Suivre l’accueil du public.');
  await settled(guest);
  expect(await obstacles(guest)).toEqual([]);
  await guest.getByRole('button', { name: 'Envoyer la demande' }).click();
  await guest.getByText('Demande envoyée').waitFor();

  const staff = await signIn('MANAGER');
  await staff.goto('/');
  await staff.getByText('1 demande d’accès à l’API').click();
  await staff.getByText('Le Courrier des communes').first().click();
  await staff.getByRole('button', { name: 'Ouvrir l’accès' }).click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Ouvrir l’accès' }).click();
  await staff.getByText('Accès ouvert').waitFor();

  await guest.goto(`/#${await linkIn(em)}`);
  await guest.reload();
  await guest.getByRole('button', { name: 'Créer mon jeton' }).click();
  await guest.getByText('Voici votre jeton').waitFor();
  const token = (await guest.locator('code', { hasText: /^bar_.{32}$/ }).textContent()) ?? '';
  const read = await guest.request.post('/graphql', {
    headers: { authorization: `Bearer ${token}`, 'x-cost': 'told' },
    data: { query: 'query Annees { editions { nodes { year } } }' },
  });
  expect(await read.json()).toMatchObject({ extensions: { cost: { requested: 20, remaining: 200_000 - 20 } } });

  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(String(request.headers['barometre-signature']));
    response.writeHead(204).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  await guest.getByLabel(/^Adresse à prévenir/).fill('https://hooks.example.org/barometre');
  await guest.getByRole('button', { name: 'Ajouter l’adresse' }).click();
  await guest.getByRole('article').getByText('Rien n’a encore été envoyé.').waitFor();
  await em.execute('update webhook set url = ?', [`http://127.0.0.1:${(server.address() as AddressInfo).port}/`]);
  await guest.getByRole('button', { name: 'Envoyer un essai' }).click();
  await guest.getByText('Remis').waitFor();
  await guest.getByRole('button', { name: 'Renvoyer' }).click();
  await expect.poll(() => received.length).toBe(2);
  for (const signature of received) expect(signature).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
  await settled(guest);
  expect(await obstacles(guest)).toEqual([]);

  await guest.goto(`${url}/guide`);
  await guest.getByRole('heading', { level: 1, name: 'Guide de l’API' }).waitFor();
  expect(await obstacles(guest)).toEqual([]);
  await guest.goto(`${url}/donnees`);
  await guest.getByRole('heading', { level: 1, name: 'Données du baromètre' }).waitFor();
  expect(await obstacles(guest)).toEqual([]);
});

test('a researcher with only the explorer asks by keyboard, runs an example of the guide, and is told what to mend', async () => {
  const page = await open();
  await page.goto('/graphql');
  const [question, answer] = ['app-query-editor', 'app-query-result'].map((part) =>
    page.locator(`${part} .cm-content`),
  );
  if (!question || !answer) throw new Error('The explorer has no editor.');
  const asks = async (text: string) => {
    await question.first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
    await page.keyboard.press('ControlOrMeta+Enter');
  };
  await question.first().getByText('Le palmarès et les chiffres d’une édition.').waitFor();
  await page.getByRole('link', { name: 'Guide de l’API' }).waitFor();

  // What the contract offers is proposed as it is typed.
  await question.first().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('{ ');
  await page.keyboard.type('editio');
  await page.locator('.cm-tooltip-autocomplete').getByText('editions', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await asks('query Annees { editions(first: 3) { nodes { year } } }');
  await answer.first().getByText('2022').first().waitFor();
  // Three editions: what it cost stands under the answer.
  await answer
    .first()
    .getByText(/"requested": 3/)
    .waitFor();

  const guide = await page.request.get('/guide');
  const example = /<code>(query Palmares[^<]+)<\/code>/.exec(await guide.text())?.[1] ?? '';
  await asks(example);
  await answer.first().getByText('laureates').first().waitFor();

  await asks('{ editions(first: 500) { nodes { year } } }');
  await answer.first().getByText('A page holds 1 to 100 records.').waitFor();
});
