import type { EntityManager } from '@mikro-orm/postgresql';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../../server/demo/demonstration.ts';
import type { startApp } from './app.ts';
import type { BackOffice } from './back-office.ts';
import { makeEdition } from './edition.ts';

type App = Awaited<ReturnType<typeof startApp>>;

export const citizen = DEMO_PEOPLE.find(({ role }) => role === 'AUDITOR') as (typeof DEMO_PEOPLE)[number];

/** Asks the back office as the manager of the demonstration, without a browser. */
async function asManager(url: string) {
  const headers = { 'content-type': 'application/json', origin: url };
  const email = DEMO_PEOPLE.find(({ role }) => role === 'MANAGER')?.email;
  const body = JSON.stringify({ email, password: DEMO_PASSWORD });
  const door = await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers, body });
  const cookie = door.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return async <Data = Record<string, unknown>>(_: unknown, query: string, variables: object = {}) => {
    const asked = { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify({ query, variables }) };
    const { data, errors = [] } = (await (await fetch(`${url}/admin/graphql`, asked)).json()) as Answered;
    return { data: data as Data, refusals: errors.map(({ extensions }) => extensions.code) };
  };
}

interface Answered {
  readonly data: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/**
 * A small edition in fieldwork today, in the database of a whole product, with the mystery citizen of the demonstration:
 * what a phone finds when it is first opened.
 */
export async function makePhoneWork(app: App) {
  const ask = await asManager(app.url);
  const done = async <Value = { id: string }>(query: string, variables: object = {}): Promise<Value> => {
    const { data, refusals } = await ask<Record<string, Value>>(null, query, variables);
    if (refusals.length > 0) throw new Error(`Refused: ${refusals}, asked ${query}`);
    return Object.values(data)[0] as Value;
  };
  const edition = await makeEdition({ ask, done } as unknown as BackOffice, 'FIELDWORK', { year: 2029 });
  const sql = <Row = { id: string }>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (app.em.fork() as EntityManager).execute(text, values as string[]);
  const one = async (text: string, values: unknown[]) => (await sql(text, values))[0]?.id ?? '';
  await sql('update edition set fieldwork_from = current_date - 20, fieldwork_to = current_date + 20 where id = ?', [
    edition.id,
  ]);
  await sql(
    `update criterion set delay = '{"from":"SENT","to":"ANSWERED","count":"WORKING_DAYS"}' where code = 'email.delay'
     and channel_id in (select c.id from channel c join grid g on g.id = c.grid_id where g.edition_id = ?)`,
    [edition.id],
  );
  const [account] = await sql(`select id from auth."user" where email = ?`, [citizen.email]);
  const auditor = await one(
    `insert into auditor (account_id, code, name, email, channels, departments) values (?, 'C-29', ?, ?, '{PHONE,EMAIL}', '{}')
     on conflict (account_id) do update set name = excluded.name returning id`,
    [account?.id, citizen.name, citizen.email],
  );
  // What the demonstration has for them is done by others: a phone finds the tests of this edition alone.
  await sql(
    `update assignment set auditor_id = (select id from auditor where id <> ? order by code limit 1) where auditor_id = ?`,
    [auditor, auditor],
  );
  const persona = await one(
    `insert into persona (edition_id, code, label, mailbox, phone_line) values (?, 'p1', 'Claude Martin', 'claude@persona.example', '06 39 98 00 00') returning id`,
    [edition.id],
  );
  const scenarios = new Map<string, string>();
  for (const channel of ['PHONE', 'EMAIL', 'RECEPTION'])
    scenarios.set(
      channel,
      await one(
        `insert into scenario (edition_id, channel, code, label, instructions) values (?, ?, ?, 'Déclarer une naissance', 'Vous venez d’avoir un enfant. Demandez quelles pièces apporter, et jusqu’à quel jour.') returning id`,
        [edition.id, channel, channel],
      ),
    );
  let count = 0;
  /** A test of the citizen, so many days from today. */
  const assign = (channel = 'PHONE', structure = 'T1', days = 0): Promise<string> =>
    one(
      `insert into assignment (edition_id, enrolment_id, channel, reference, scenario_id, persona_id, auditor_id, on_day, from_time, to_time, state)
       values (?, ?, ?, ?, ?, ?, ?, current_date + ?::int, '09:00', '12:00', 'ASSIGNED') returning id`,
      [
        ...[edition.id, edition.enrolment[structure], channel, `T-${String(++count).padStart(5, '0')}`],
        ...[scenarios.get(channel), persona, auditor, days],
      ],
    );
  return { ...edition, sql, assign, auditor, done };
}

/** Opens the app of the field on a phone and signs in as the mystery citizen. */
export async function signInOnPhone(page: Page): Promise<void> {
  await page.goto('/terrain/');
  await page.getByLabel('Adresse électronique').fill(citizen.email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { name: 'Mes tests' }).waitFor();
}

/** Waits until the app would open without a network. */
export const installed = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((next) => setTimeout(next, 50));
  });

/** How a phone is looked at. */
export const phone = { width: 390 };

export const openTest = async (page: Page, name: RegExp | string): Promise<void> => {
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('link', { name: /(Commencer|Reprendre) le test|Corriger et renvoyer/ }).click();
};

export const next = (page: Page): Promise<void> => page.getByRole('link', { name: 'Suivant' }).click();

export const answer = (page: Page, question: string, value: string): Promise<void> =>
  page
    .getByRole('radiogroup', { name: question, exact: true })
    .getByRole('radio', { name: value, exact: true })
    .check();

/** A call, from the first ring to the last word. */
export async function fillInCall(page: Page, verbatim = 'Accueil chaleureux.'): Promise<void> {
  await page.getByRole('button', { name: 'Je compose le numéro' }).click();
  for (const _ of [1, 2, 3]) await page.getByRole('button', { name: /Ça sonne/ }).click();
  await page.getByRole('button', { name: 'On décroche' }).click();
  await next(page);
  await answer(page, 'Mis en relation', 'Oui');
  await page.getByRole('button', { name: 'Reprendre le compteur : 3'.replace(' :', '\u00a0:') }).click();
  await next(page);
  await answer(page, 'Courtoisie', '4');
  await next(page);
  await page.getByLabel('En vos mots').fill(verbatim);
}
