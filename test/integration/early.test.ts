import { describe, expect, test } from 'vitest';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { textIn } from '../support/pdf.ts';
import { releasesOf } from '../support/released.ts';

const office = await makeBackOffice('early');
const { app, ask, done, sql, time, headersOf } = office;
time.now = new Date('2022-11-10T08:00:00Z');
const edition = await makeEdition(office, 'EMBARGO');
const { scheduled, stop, tick } = releasesOf(office, edition);
const DUE = '2022-11-10T12:00:00.000Z';

const grant = async (name: string, fromAt = '2022-11-10T07:00:00.000Z'): Promise<{ id: string; token: string }> => {
  const input = { name, body: 'L’Agence', email: `${name}@presse.example.org`.toLowerCase(), fromAt };
  const { id } = await done(
    'mutation ($id: ID!, $input: EarlyAccessInput!) { grantEarlyAccess(editionId: $id, input: $input) { id } }',
    { id: edition.id, input },
  );
  const [mail] = await sql<{ body: string }>('select body from mail where recipient = ? order by created_at desc', [
    input.email,
  ]);
  return { id, token: /#\/early\?token=([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? '' };
};

interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string; readonly details?: object } }[];
}
async function asked<Data>(token: string, query: string): Promise<Answer<Data>> {
  const headers = { 'x-registration': token };
  const answer = await app.inject({ method: 'POST', url: '/admin/graphql', headers, payload: { query } });
  return answer.json();
}
const door = async (token: string) =>
  (await asked<{ earlyDoor: { state: string } }>(token, '{ earlyDoor { state name dueAt } }')).data?.earlyDoor.state;
const readIt = (token: string) =>
  asked<{ readEarly: { version: string; reader: string; rows: Record<string, { name?: string }[]> } }>(
    token,
    'mutation { readEarly { version reader at dueAt rows } }',
  );
const readings = async () => (await sql<{ n: number }>('select count(*)::int as n from early_read'))[0]?.n ?? 0;
const pdf = (token: string) => app.inject({ method: 'POST', url: '/early.pdf', headers: { 'x-registration': token } });

const ada = await grant('Ada');

describe('a link under embargo', () => {
  test('opens nothing before a release is scheduled, and says so', async () => {
    expect(await door(ada.token)).toBe('CLOSED');
    expect((await readIt(ada.token)).errors?.[0]?.extensions).toMatchObject({
      code: 'EARLY_CLOSED',
      details: { state: 'CLOSED' },
    });
    expect((await pdf(ada.token)).statusCode).toBe(409);
    expect(await readings()).toBe(0);
  });

  test('opens what will be public to whom it was given, and each reading is one line of the register', async () => {
    const id = await scheduled(DUE);
    const before = (await sql<{ n: string }>('select count(*) as n from change'))[0]?.n;
    // A scanner that follows the link asks for the page, at most for where it leads.
    await app.inject({ url: '/' });
    expect(await door(ada.token)).toBe('OPEN');
    expect([await readings(), (await sql<{ n: string }>('select count(*) as n from change'))[0]?.n]).toEqual([
      0,
      before,
    ]);

    const { data } = await readIt(ada.token);
    expect(data?.readEarly).toMatchObject({ version: '2022.1', reader: 'Ada, L’Agence' });
    expect(data?.readEarly.rows.laureate?.map(({ name }) => name)).toEqual(['Ville de Aubrevaux', 'Région Fontarelle']);
    expect(data?.readEarly.rows).toEqual((await edition.rehearse().then(() => readIt(ada.token))).data?.readEarly.rows);
    const { items } = await done<{ items: object[] }>(
      'query ($id: ID!) { earlyReads(editionId: $id) { items { reader means subject at address } } }',
      { id: edition.id },
    );
    expect(items).toEqual(
      Array(2).fill({
        ...{ reader: 'Ada, L’Agence', means: 'PAGE', subject: '2022.1', address: '127.0.0.1' },
        at: '2022-11-10T08:00:00.000Z',
      }),
    );
    expect((await stop(id)).refusals).toEqual([]);
  });

  test('opens nothing once the release is stopped, and again when it is asked for again', async () => {
    const seen = await readings();
    expect(await door(ada.token)).toBe('CLOSED');
    expect((await readIt(ada.token)).data).toBeNull();
    expect((await pdf(ada.token)).statusCode).toBe(409);
    expect(await readings()).toBe(seen);
    await scheduled(DUE);
    expect(await door(ada.token)).toBe('OPEN');
  });

  test('is a document each page of which says who reads it and when', async () => {
    const answer = await pdf(ada.token);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const text = textIn(answer.rawPayload);
    expect(text).toContain('Ville de Aubrevaux');
    expect(text).toMatch(/Ada, L’Agence\s*·\s*10 novembre 2022 à 9\sh\s00/);
  });

  test('opens from the day it was given for, not before, and never once withdrawn', async () => {
    const bob = await grant('Bob', '2022-11-10T10:00:00.000Z');
    expect(await door(bob.token)).toBe('NOT_YET');
    expect((await readIt(bob.token)).data).toBeNull();
    time.now = new Date('2022-11-10T10:00:00Z');
    expect(await door(bob.token)).toBe('OPEN');
    await done('mutation ($id: ID!) { revokeEarlyAccess(id: $id) { revokedAt } }', { id: bob.id });
    expect(await door(bob.token)).toBe('REVOKED');
    expect((await readIt(bob.token)).data).toBeNull();
  });

  test('that was made up leads nowhere, and what the table holds opens nothing', async () => {
    const [kept] = await sql<{ seed: string; token_hash: string }>('select seed, token_hash from early_access limit 1');
    for (const token of ['x', kept?.seed ?? '', kept?.token_hash ?? ''])
      expect((await readIt(token)).errors?.[0]?.extensions.code).toBe('INVITATION_UNKNOWN');
  });

  test('leads to what all read once it is public, and reads nothing more by itself', async () => {
    time.now = new Date(DUE);
    const seen = await readings();
    expect(await door(ada.token)).toBe('CLOSED');
    await tick();
    expect(await door(ada.token)).toBe('PUBLISHED');
    expect((await readIt(ada.token)).data).toBeNull();
    expect(await readings()).toBe(seen);
  });
});

test('the register is printed for staff, and for nobody else', async () => {
  const url = `/admin/reports/early-access/${edition.id}`;
  const text = textIn((await app.inject({ url, headers: headersOf('MANAGER') })).rawPayload);
  expect(text).toMatch(/Ada,\s*L’Agence/);
  expect(text).toContain('ada@presse.example.org');
  expect(text).toContain('127.0.0.1');
  for (const role of ['CONTROLLER', 'JUROR'] as const)
    expect((await app.inject({ url, headers: headersOf(role) })).statusCode).toBe(403);
  expect((await ask(actorOf('PARTICIPANT', edition.structure.T1), '{ earlyReads { total } }')).refusals).toEqual([
    'FORBIDDEN',
  ]);
});

test('nothing changes or removes a reading', async () => {
  await expect(sql(`update early_read set reader = 'personne'`)).rejects.toThrow(/Nothing changes or removes/);
});
