import { afterAll, describe, expect, test } from 'vitest';
import { openPurse } from '../../server/allowance/allowance.ts';
import { ANYONES_ALLOWANCE } from '../../server/allowance/visitor.ts';
import { openLedger } from '../../server/database/ledger.ts';
import { Refusal } from '../../server/kernel/errors.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { fetched, partnersOf } from '../support/partnering.ts';

const office = await makeBackOffice('allowance', { anyonesAllowance: ANYONES_ALLOWANCE });
const { app, sql, time, url } = office;
await makeEdition(office, 'PUBLISHED');
const { partner } = partnersOf(office);
const PALMARES =
  'query Palmares { edition(year: 2022) { year trophies(first: 10) { nodes { laureates(first: 10) { nodes { name } } } } } }';
const COST = 111;

describe('an operation', () => {
  test('says in headers what is left, and what it cost in the answer to whoever asks for it', async () => {
    const { token } = await partner({ allowance: 1000 });
    time.now = new Date('2022-07-01T09:15:00Z');
    const first = await fetched(office, PALMARES, { token });
    expect(first.cost).toEqual({ requested: COST, remaining: 1000 - COST, resetAt: '2022-07-01T10:00:00.000Z' });
    expect(first.headers).toMatchObject({
      'ratelimit-limit': '1000',
      'ratelimit-remaining': String(1000 - COST),
      'ratelimit-reset': '2700',
    });
    expect((await fetched(office, PALMARES, { token })).cost?.remaining).toBe(1000 - 2 * COST);
  });

  test('can be weighed without being run, by a header or an extension: nothing is spent', async () => {
    const { token } = await partner({ allowance: 1000 });
    for (const weighing of [{ headers: { 'x-cost': 'only' } }, { extensions: { costOnly: true } }])
      for (let i = 0; i < 3; i++)
        expect(await fetched(office, PALMARES, { token, ...weighing })).toMatchObject({
          ...{ status: 200, data: null, refusals: [] },
          cost: { requested: COST, remaining: 1000 },
        });
  });

  test('is refused, and not run, once the hour is spent; the next hour is whole', async () => {
    const { token } = await partner({ allowance: 250 });
    time.now = new Date('2022-07-01T10:59:59Z');
    for (let i = 0; i < 2; i++) expect((await fetched(office, PALMARES, { token })).status).toBe(200);
    const refused = await fetched(office, PALMARES, { token });
    expect(refused).toMatchObject({
      status: 429,
      refusals: ['ALLOWANCE_SPENT'],
      details: [{ requested: COST, remaining: 250 - 2 * COST }],
    });
    expect(refused.data ?? null).toBeNull();
    expect(refused.headers).toMatchObject({ 'retry-after': '1', 'ratelimit-remaining': String(250 - 2 * COST) });
    // What is still there can be spent on something smaller.
    expect((await fetched(office, '{ edition(year: 2022) { year } }', { token })).status).toBe(200);
    time.now = new Date('2022-07-01T11:00:00Z');
    expect((await fetched(office, PALMARES, { token })).cost?.remaining).toBe(250 - COST);
  });

  test('that asks for more than any may is refused before it runs, and spends nothing', async () => {
    const { token } = await partner();
    const huge = '{ editions(first: 100) { nodes { trophies { nodes { laureates { nodes { name } } } } } } }';
    expect(await fetched(office, huge, { token })).toMatchObject({
      refusals: ['QUERY_TOO_COSTLY'],
      details: [{ most: 10_000 }],
    });
    expect((await fetched(office, PALMARES, { token, headers: { 'x-cost': 'only' } })).cost?.remaining).toBe(200_000);
  });

  test('asked by anyone counts for where they come from, whatever they say of it', async () => {
    const left = async (from: string, headers = {}) =>
      (await fetched(office, PALMARES, { from, headers })).cost?.remaining;
    expect(await left('198.51.100.7')).toBe(ANYONES_ALLOWANCE - COST);
    expect(await left('198.51.100.7', { 'x-forwarded-for': '203.0.113.9' })).toBe(ANYONES_ALLOWANCE - 2 * COST);
    expect(await left('198.51.100.8')).toBe(ANYONES_ALLOWANCE - COST);
    expect(await left('2001:db8:7:7::1')).toBe(ANYONES_ALLOWANCE - COST);
    expect(await left('2001:db8:7:7:ffff::2')).toBe(ANYONES_ALLOWANCE - 2 * COST);
  });

  test('fetched by GET says in headers alone what is left: its body may be kept by anyone', async () => {
    const response = await app.inject({
      url: `/graphql?query=${encodeURIComponent(PALMARES)}`,
      remoteAddress: '198.51.100.30',
    });
    expect(response.statusCode).toBe(200);
    expect(response.json()).not.toHaveProperty('extensions');
    expect(response.headers).toMatchObject({ 'ratelimit-remaining': String(ANYONES_ALLOWANCE - COST) });
  });

  test('can be asked for by its hash once it was sent, by GET too', async () => {
    const { createHash } = await import('node:crypto');
    const extensions = {
      persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(PALMARES).digest('hex') },
    };
    const ask = (more: Record<string, string>) =>
      app.inject({ url: `/graphql?${new URLSearchParams({ extensions: JSON.stringify(extensions), ...more })}` });
    expect((await ask({})).json().errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await ask({ query: PALMARES })).json().data.edition.year).toBe(2022);
    expect((await ask({})).json().data.edition.year).toBe(2022);
  });
});

describe('an hour', async () => {
  const servers = [openLedger(url, () => {}), openLedger(url, () => {}), openLedger(url, () => {})];
  afterAll(() => Promise.all(servers.map((ledger) => ledger.close())));
  const purses = servers.map(openPurse);
  const payer = { holder: 'token:race', allowance: 1000 };

  test('is never overspent, however many servers and requests there are at once', async () => {
    const now = new Date('2022-07-01T12:00:00Z');
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, i) =>
        purses[i % 3]?.spend(payer, 7, now).then(
          () => true,
          (error: unknown) => {
            expect(error).toBeInstanceOf(Refusal);
            return false;
          },
        ),
      ),
    );
    const given = answers.filter(Boolean).length;
    // A server may hold up to a fiftieth that the two others refuse.
    expect(given).toBeLessThanOrEqual(142);
    expect(given).toBeGreaterThanOrEqual(142 - (2 * 20) / 7);
    const [row] = await sql<{ spent: number }>(`select spent from access.allowance where holder = 'token:race'`);
    expect(row?.spent).toBeLessThanOrEqual(1000);
    expect(row?.spent).toBeGreaterThanOrEqual(given * 7);
  });

  test('is asked of PostgreSQL fifty times at most by one server, and told to the last object', async () => {
    const now = new Date('2022-07-01T13:00:00Z');
    let asked = 0;
    const [ledger] = servers as [(typeof servers)[0]];
    const purse = openPurse({
      ...ledger,
      query: (...statement) => {
        asked += 1;
        return ledger.query(...statement);
      },
    });
    const own = { holder: 'token:alone', allowance: 1000 };
    for (let i = 1; i <= 1000; i += 1) expect((await purse.spend(own, 1, now)).remaining).toBe(1000 - i);
    expect(asked).toBe(50);
    await expect(purse.spend(own, 1, now)).rejects.toThrow(Refusal);
    expect((await purse.balanceOf(own, now)).remaining).toBe(0);
  });

  test('that is over is forgotten', async () => {
    time.now = new Date('2022-07-02T12:00:00Z');
    await app.inject({ method: 'POST', url: '/graphql', payload: { query: '{ __typename }' } });
    expect((await sql<{ n: number }>('select count(*)::int as n from access.allowance'))[0]?.n).toBeGreaterThan(1);
    const { forgetHours } = await import('../../server/allowance/allowance.ts');
    await forgetHours(servers[0] as (typeof servers)[0], time.now);
    expect(await sql(`select hour from access.allowance where hour < '2022-07-02T12:00:00Z'`)).toEqual([]);
  });
});

describe('what was read', () => {
  const USAGE =
    'query ($id: ID) { accessUsage(accessId: $id) { remaining lastAt lines { day operation requests cost refusals } } }';

  test('is counted by day and by name of operation, for staff and for its reader', async () => {
    time.now = new Date('2022-07-03T22:30:00Z'); // the fourth, in Paris
    const one = await partner({ allowance: 250 });
    for (let i = 0; i < 3; i++) await fetched(office, PALMARES, { token: one.token });
    await fetched(office, '{ edition(year: 2022) { year } }', { token: one.token });
    await fetched(office, 'query Fausse { rien }', { token: one.token });
    const lines = [
      { day: '2022-07-04', operation: 'Palmares', requests: 3, cost: 222, refusals: 1 },
      { day: '2022-07-04', operation: '…', requests: 2, cost: 1, refusals: 1 },
    ];
    await expect
      .poll(
        async () => (await one.ask('{ ownUsage { remaining lines { day operation requests cost refusals } } }')).value,
        { timeout: 20_000 },
      )
      // 27, less what the server holds of a fiftieth it took for the last one.
      .toEqual({ remaining: 23, lines });
    expect(await office.done(USAGE, { id: one.id })).toMatchObject({ lines, lastAt: '2022-07-03T22:30:00.000Z' });
    const other = await partner();
    expect((await other.ask('{ ownUsage { lines { day } } }')).value).toEqual({ lines: [] });
  });

  test('whoever makes up names fills a few lines, not the table', async () => {
    const one = await partner();
    for (let i = 0; i < 60; i++)
      await fetched(office, `query Nom${i} { edition(year: 2022) { year } }`, { token: one.token });
    const lines = async () => (await office.done<{ lines: { requests: number }[] }>(USAGE, { id: one.id })).lines;
    await expect
      .poll(async () => (await lines()).reduce((sum, { requests }) => sum + requests, 0), { timeout: 20_000 })
      .toBe(60);
    expect((await lines()).length).toBeLessThanOrEqual(41);
  });
});
