import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { fetched, partnersOf } from '../support/partnering.ts';
import { releasesOf } from '../support/released.ts';

const office = await makeBackOffice('press');
const { sql, time } = office;
const edition = await makeEdition(office, 'EMBARGO');
const { partner } = partnersOf(office);
const releases = releasesOf(office, edition);
const ASKED = '{ edition(year: 2022) { version trophies { nodes { laureates { nodes { name } } } } } }';

const read = (token?: string, headers: Record<string, string> = {}) =>
  fetched(office, ASKED, { ...(token ? { token } : {}), headers: { 'x-cost': '', ...headers } });
const register = () =>
  sql<{ reader: string; means: string; subject: string }>('select reader, means, subject from early_read');

test('a token let into the press set reads it before everyone, in the register; another reads what everyone reads', async () => {
  const [press, other, elsewhere] = [
    await partner({ scope: { embargo: [2022] } }),
    await partner(),
    await partner({ scope: { embargo: [2019] } }),
  ];
  for (const token of [press.token, other.token, elsewhere.token, undefined])
    expect((await read(token)).data).toEqual({ edition: null });
  expect(await register()).toEqual([]);

  const due = new Date(time.now.getTime() + 3_600_000).toISOString();
  const id = await releases.scheduled(due);
  const early = await read(press.token);
  expect(early.data).toMatchObject({ edition: { version: '2022.1' } });
  expect(early.headers).toMatchObject({ 'barometre-embargo': '2022.1' });
  expect(String(early.headers['cache-control'])).toContain('private');
  const kept = { reader: press.organisation, means: 'API', subject: '2022.1' };
  expect(await register()).toEqual([kept]);
  // Asked again by others, in the very same words: nothing of it was kept for them.
  for (const token of [other.token, elsewhere.token, undefined]) {
    const answer = await read(token);
    expect(answer.data).toEqual({ edition: null });
    expect(answer.headers).not.toHaveProperty('barometre-embargo');
  }
  expect((await read(press.token, { 'x-cost': 'only' })).data).toBeNull();
  expect(await register()).toEqual([kept]);

  await releases.stop(id);
  expect((await read(press.token)).data).toEqual({ edition: null });
  expect(await register()).toEqual([kept]);
});

test('and reads what everyone reads, should something wait that it was not let into', async () => {
  const press = await partner({ scope: { embargo: [2022] } });
  await releases.scheduled(new Date(time.now.getTime() + 3_600_000).toISOString());
  expect((await read(press.token)).data).toMatchObject({ edition: { version: '2022.1' } });
  await sql(
    `insert into embargoed.dataset select (json_populate_record(d, '{"version": "2031.1", "year": 2031}')).* from embargoed.dataset d`,
  );
  expect((await read(press.token)).data).toEqual({ edition: null });
});
