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
