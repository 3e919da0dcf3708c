import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { fetched, partnersOf } from '../support/partnering.ts';

const office = await makeBackOffice('limit');
const { sql, url } = office;
await makeEdition(office, 'PUBLISHED');
const { partner } = partnersOf(office);
const YEARS = '{ editions { totalCount } }';

test('a token made for a contract that is no longer served is told so; others, and whoever shows none, are served', async () => {
  const [old, present] = [await partner(), await partner()];
  const asked = (token?: string) => fetched(office, YEARS, token ? { token } : {});
  expect((await asked(old.token)).headers['barometre-contract']).toBe('2026-11');
  await sql(`update partner_access set contract = '2020-01' where id = ?`, [old.id]);
  // What is known of a token is believed for two seconds.
  await expect
    .poll(async () => {
      const { status, refusals } = await asked(old.token);
      return { status, refusals };
    })
    .toEqual({ status: 410, refusals: ['CONTRACT_OVER'] });
  for (const token of [present.token, undefined])
    expect(await asked(token)).toMatchObject({ status: 200, data: { editions: { totalCount: 1 } } });
  await sql(`update partner_access set contract = '2026-11' where id = ?`, [old.id]);
  await expect.poll(async () => (await asked(old.token)).status).toBe(200);
});

const owner = new pg.Client(url);
await owner.connect();
afterAll(() => owner.end());

test('statements cut by the time limit say so, others are served meanwhile, and their connections are given back', async () => {
  // More of them than there are connections, each asked in words of its own: none is answered from memory.
  const slow = (i: number) => `query Lente${i} { means(where: { structureCount: { from: ${i} } }) { totalCount } }`;
  await owner.query('begin');
  await owner.query('lock table published.mean in access exclusive mode');
  const waiting = [0, 1, 2].map((i) => fetched(office, slow(i)));
  expect((await fetched(office, '{ editions { nodes { year } } }')).data).toEqual({
    editions: { nodes: [{ year: 2022 }] },
  });
  for (const { refusals, data } of await Promise.all(waiting))
    expect({ refusals, data }).toEqual({ refusals: ['TIME_LIMIT'], data: null });
  const crowd = await Promise.all(Array.from({ length: 16 }, (_, i) => fetched(office, slow(10 + i))));
  expect(new Set(crowd.flatMap(({ refusals }) => refusals))).toEqual(new Set(['TIME_LIMIT']));
  await owner.query('rollback');

  const after = await Promise.all(Array.from({ length: 16 }, (_, i) => fetched(office, slow(i))));
  for (const { status, data } of after)
    expect({ status, data }).toEqual({ status: 200, data: { means: { totalCount: expect.any(Number) } } });
});

test('who reads the status is told in it what took too long, when to come back, and nothing like data; once, not twice', async () => {
  const accept = 'application/graphql-response+json';
  const asked = async (headers: Record<string, string>) => {
    const query = 'query Lente($from: Int) { means(where: { structureCount: { from: $from } }) { totalCount } }';
    const from = performance.now();
    const payload = { query, variables: { from: Math.floor(from) } };
    const {
      statusCode,
      headers: told,
      body,
    } = await office.app.inject({
      ...{ method: 'POST', url: '/graphql', headers, payload },
    });
    const seconds = (performance.now() - from) / 1000;
    return { statusCode, told, length: Buffer.byteLength(body), body: JSON.parse(body), seconds };
  };
  for (const headers of [{ accept }, {}]) expect((await asked(headers)).statusCode).toBe(200);
  await owner.query('begin');
  await owner.query('lock table published.mean in access exclusive mode');
  const [slow, plain] = await Promise.all([asked({ accept }), asked({})]);
  await owner.query('rollback');

  expect(slow).toMatchObject({ statusCode: 503, told: { 'retry-after': '5', 'cache-control': 'no-store' } });
  expect(slow.told['content-type']).toContain(accept);
  const errors = [{ extensions: { code: 'TIME_LIMIT', httpStatus: 503 } }];
  expect(slow.body).toMatchObject({ errors });
  expect(slow.body).not.toHaveProperty('data');
  // Its connections are held for two seconds: whoever asks again at once holds them for four.
  expect(slow.seconds).toBeLessThan(3.9);
  expect(plain).toMatchObject({ statusCode: 200, body: { data: null, errors } });
  for (const { told, length } of [slow, plain]) expect(Number(told['content-length'])).toBe(length);
});

test('any refusal says its own status to who reads it, and the same in its body', async () => {
  const said = async (query: string, accept: string) => {
    const payload = { query };
    const { statusCode, body } = await office.app.inject({
      ...{ method: 'POST', url: '/graphql', headers: { accept }, payload },
    });
    const { data, errors } = JSON.parse(body);
    return [statusCode, errors[0].extensions.code, data];
  };
  const refused: readonly (readonly [string, number, string])[] = [
    ['{ editions(first: 101) { totalCount } }', 400, 'PAGE_SIZE'],
    ['{ editions(after: "forged") { totalCount } }', 400, 'CURSOR_INVALID'],
    ['{ editions(where: { version: { is: "\\u0000" } }) { totalCount } }', 404, 'NOT_FOUND'],
    ['{ nothing }', 400, 'GRAPHQL_VALIDATION_FAILED'],
  ];
  for (const [query, status, code] of refused) {
    expect(await said(query, 'application/graphql-response+json')).toEqual([status, code, undefined]);
    expect((await said(query, 'application/json')).slice(0, 2)).toEqual([200, code]);
  }
});
