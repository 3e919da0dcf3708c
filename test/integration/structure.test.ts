import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { sirenOf, siretOf } from '../support/sample.ts';

const { ask, done, complaints, sql, url } = await makeBackOffice('structure');

const create = 'mutation ($input: StructureInput!) { createStructure(input: $input) { id version siren siret } }';
const update =
  'mutation ($id: ID!, $version: Int!, $input: StructureInput!) { updateStructure(id: $id, version: $version, input: $input) { id version name } }';
const remove = 'mutation ($id: ID!) { removeStructure(id: $id) }';
const one = 'query ($id: ID!) { structure(id: $id) { id name version parent { id } } }';

let count = 0;
const town = (more: object = {}) => ({
  ...{ reference: `S${++count}`, name: `Ville numéro ${count}`, kind: 'COMMUNE', ...more },
});
interface Stored {
  readonly id: string;
  readonly version: number;
}
const made = (more: object = {}) => done<Stored>(create, { input: town(more) });
const NOBODY = '00000000-0000-4000-8000-00000000dead';

test('ten writes whose connections are killed leave nothing, and the next one passes', async () => {
  const [owner, watcher] = [new pg.Client(url), new pg.Client(url)];
  await Promise.all([owner.connect(), watcher.connect()]);
  onTestFinished(() => Promise.all([owner.end(), watcher.end()]).then(() => {}));
  await owner.query('begin; lock table structure in share mode');
  const killed = Array.from({ length: 10 }, () => ask('MANAGER', create, { input: town() }));
  const waiting = `select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like 'insert into "structure"%'`;
  await expect.poll(async () => (await watcher.query(waiting)).rowCount, { interval: 5 }).toBe(10);
  await watcher.query(`select pg_terminate_backend(pid) from (${waiting}) as writing`);
  const answers = await Promise.all(killed);
  expect(answers.flatMap(({ refusals }) => refusals)).toEqual(Array(10).fill('INTERNAL'));
  await owner.query('rollback');
  expect(await sql('select count(*)::int as n from structure')).toEqual([{ n: 0 }]);
  await made();
});

test('a structure enters the register with its numbers written without spaces', async () => {
  const siren = sirenOf(20_000_001);
  const siret = siretOf(siren, 1);
  const spaced = (digits: string) => digits.replace(/(...)(?=.)/g, '$1 ');
  expect(await made({ siren: spaced(siren), siret: spaced(siret) })).toMatchObject({ siren, siret, version: 1 });
});

test.each([
  ['a SIREN with a wrong key', { siren: '216704824' }],
  ['a SIREN of eight digits', { siren: '21670482' }],
  ['a SIREN in letters', { siren: 'ABCDEFGHI' }],
  ['a SIRET with a wrong key', { siret: '21670482500018' }],
])('%s is refused', async (_, numbers) => {
  expect(await ask('MANAGER', create, { input: town(numbers) })).toMatchObject({ refusals: ['SIREN_INVALID'] });
});

test.each([
  ['reference', () => ({ reference: 'UNIQUE-1' })],
  ['SIREN', () => ({ siren: sirenOf(20_000_002) })],
  ['SIRET', () => ({ siret: siretOf(sirenOf(20_000_003), 7) })],
])('two structures never have the same %s', async (_, same) => {
  await made(same());
  expect(await ask('MANAGER', create, { input: town(same()) })).toMatchObject({ refusals: ['STRUCTURE_EXISTS'] });
});

test('a site may carry the SIREN of its body', async () => {
  const siren = sirenOf(20_000_004);
  const body = await made({ siren });
  expect(await made({ siren, parentId: body.id })).toMatchObject({ siren });
});

test('of five creations of one structure at the same instant, one wins', async () => {
  const input = town({ siren: sirenOf(20_000_005) });
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask('MANAGER', create, { input })));
  expect(answers.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('STRUCTURE_EXISTS'));
});

test('a correction made on an older version is refused', async () => {
  const { id, version, ...input } = { ...town(), ...(await made()) };
  const { reference, name, kind } = input;
  const correct = (version: number, name: string) =>
    ask('MANAGER', update, { id, version, input: { reference, name, kind } });
  expect((await correct(version, `${name} bis`)).refusals).toEqual([]);
  expect(await correct(version, 'Ville écrasée')).toMatchObject({ refusals: ['STALE'] });
  const answers = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((name) => correct(version + 1, name)));
  expect(answers.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('STALE'));
});

test('a field left out of a correction stays as it is', async () => {
  const siren = sirenOf(20_000_006);
  const body = await made();
  const { id, version } = await made({ siren, population: 1200, parentId: body.id });
  await done(update, { id, version, input: town() });
  const kept = 'query ($id: ID!) { structure(id: $id) { siren population parent { id } } }';
  expect(await done(kept, { id })).toEqual({ siren, population: 1200, parent: { id: body.id } });
});

test('a structure belongs neither to itself nor to one of its own sites', async () => {
  const body = await made();
  const site = await made({ parentId: body.id });
  const desk = await made({ parentId: site.id });
  for (const parentId of [body.id, site.id, desk.id])
    expect(
      await ask('MANAGER', update, { id: body.id, version: body.version, input: town({ parentId }) }),
    ).toMatchObject({ refusals: ['STRUCTURE_CYCLE'] });
});

test('two structures made the site of each other at the same instant do not both become one', async () => {
  for (let round = 0; round < 5; round++) {
    const [a, b] = [await made(), await made()];
    const into = ({ id, version }: Stored, parent: Stored) =>
      ask('MANAGER', update, { id, version, input: town({ parentId: parent.id }) });
    const answers = await Promise.all([into(a, b), into(b, a)]);
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual(['STRUCTURE_CYCLE']);
  }
});

test('a structure with sites is not removed; one that nothing refers to is', async () => {
  const body = await made();
  const site = await made({ parentId: body.id });
  expect(await ask('MANAGER', remove, { id: body.id })).toMatchObject({ refusals: ['STRUCTURE_IN_USE'] });
  await done(remove, { id: site.id });
  await done(remove, { id: body.id });
  expect(await ask('MANAGER', one, { id: body.id })).toMatchObject({ refusals: ['NOT_FOUND'] });
});

test.each([
  ['unknown', NOBODY],
  ['malformed', 'strasbourg'],
  ['unprintable', '\u0000'],
  ['empty', ''],
])('an identifier that is %s finds nothing, whatever is done with it', async (_, id) => {
  const attempts = [
    ask('MANAGER', one, { id }),
    ask('MANAGER', remove, { id }),
    ask('MANAGER', update, { id, version: 1, input: town() }),
    ask('MANAGER', create, { input: town({ parentId: id || 'vide' }) }),
  ];
  for (const { refusals } of await Promise.all(attempts)) expect(refusals).toEqual(['NOT_FOUND']);
});

test.each([
  ['a negative population', { population: -1 }, 'OUT_OF_RANGE'],
  ['a year no column holds', { populationYear: 40_000 }, 'OUT_OF_RANGE'],
  ['a name of two lines', { name: 'Ville\nde Metz' }, 'BAD_USER_INPUT'],
  ['a name of spaces', { name: '   ' }, 'BAD_USER_INPUT'],
  ['a kind that does not exist', { kind: 'EMPIRE' }, 'BAD_USER_INPUT'],
])('%s is refused with a code', async (_, input, code) => {
  expect(await ask('MANAGER', create, { input: town(input) })).toMatchObject({ refusals: [code] });
});

test('a participant reads its own structure and its sites, and nothing beside or above them', async () => {
  const body = await made({ name: 'Corps à part' });
  const own = await made({ name: 'Site à soi', parentId: body.id });
  const desk = await made({ name: 'Guichet à soi', parentId: own.id });
  const neighbour = await made({ name: 'Site du voisin', parentId: body.id });
  const me = actorOf('PARTICIPANT', own.id);
  const list = '{ structures(perPage: 100) { total items { id parent { sites { id } } } } }';
  const { data } = await ask<{ structures: { total: number; items: { id: string }[] } }>(me, list);
  expect(data.structures.items.map(({ id }) => id).sort()).toEqual([own.id, desk.id].sort());
  expect(JSON.stringify(data)).not.toContain(neighbour.id);
  for (const { id } of [body, neighbour]) expect(await ask(me, one, { id })).toMatchObject({ refusals: ['NOT_FOUND'] });
  for (const { id } of [own, desk]) expect((await ask(me, one, { id })).refusals).toEqual([]);
  const counted = '{ structures(q: "voisin") { total } }';
  expect((await ask(me, counted)).data).toEqual({ structures: { total: 0 } });
});

test('words are looked for as they are written, even those that mean something to the database', async () => {
  await made({ name: '100 % des usagers_contents' });
  const found = async (q: string) =>
    (await done<{ total: number }>('query ($q: Search) { structures(q: $q) { total } }', { q })).total;
  expect(await found('100 %')).toBe(1);
  expect(await found('usagers_c')).toBe(1);
  expect(await found('usagersXc')).toBe(0);
  expect(await found(`' or true --`)).toBe(0);
});

test('a page never holds more than a hundred lines, and pages do not overlap', async () => {
  const page = (page: number, perPage: number) =>
    done<{ total: number; items: { id: string }[] }>(
      'query ($page: Int!, $perPage: Int!) { structures(page: $page, perPage: $perPage, sort: "kind") { total items { id } } }',
      { page, perPage },
    );
  const { total, items } = await page(1, 100_000);
  expect(items).toHaveLength(Math.min(total, 100));
  const pages = await Promise.all(Array.from({ length: Math.ceil(total / 7) }, (_, i) => page(i + 1, 7)));
  expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(total);
  expect(complaints).toEqual([]);
});
