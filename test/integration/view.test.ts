import { expect, test } from 'vitest';
import { actorOf, makeBackOffice } from '../support/back-office.ts';

const { ask, done, complaints } = await makeBackOffice('view');

const create =
  'mutation ($resource: Code!, $input: ViewInput!) { createSavedView(resource: $resource, input: $input) { id version label shared changeable } }';
const update =
  'mutation ($id: ID!, $version: Int!, $input: ViewInput!) { updateSavedView(id: $id, version: $version, input: $input) { id label filter sort order columns shared } }';
const remove = 'mutation ($id: ID!) { removeSavedView(id: $id) }';
const list = 'query ($resource: Code!) { savedViews(resource: $resource) { label shared changeable } }';

interface View {
  readonly id: string;
  readonly version: number;
  readonly label: string;
}
const other = { ...actorOf('MANAGER'), id: '00000000-0000-4000-8000-0000000000aa' };
const labelsOf = async (asker: Parameters<typeof ask>[0], resource: string) =>
  (await ask<{ savedViews: View[] }>(asker, list, { resource })).data.savedViews.map(({ label }) => label);
const made = (resource: string, input: object) => done<View>(create, { resource, input });

test('one sees one’s own views, and those the team shares; a participant sees its own only', async () => {
  await made('audit', { label: 'À moi' });
  await made('audit', { label: 'À tous', shared: true });
  expect(await labelsOf('MANAGER', 'audit')).toEqual(['À tous', 'À moi']);
  expect(await labelsOf(other, 'audit')).toEqual(['À tous']);
  expect(await labelsOf('CONTROLLER', 'audit')).toEqual(['À tous']);
  expect(await labelsOf('PARTICIPANT', 'audit')).toEqual([]);
  expect(await labelsOf('MANAGER', 'structure')).toEqual([]);
});

test('only staff share', async () => {
  const shared = { resource: 'audit', input: { label: 'Partagée', shared: true } };
  expect(await ask('CONTROLLER', create, shared)).toMatchObject({ refusals: ['FORBIDDEN'] });
  const own = { resource: 'audit', input: { label: 'Personnelle' } };
  expect((await ask('CONTROLLER', create, own)).refusals).toEqual([]);
});

test('a shared view is changed by its owner or an administrator, a personal one is not even found', async () => {
  const [shared, personal] = [
    await made('category', { label: 'Commune à tous', shared: true }),
    await made('category', { label: 'Pour moi' }),
  ];
  const rename = (asker: Parameters<typeof ask>[0], { id, version }: View) =>
    ask(asker, update, { id, version, input: { label: 'Autre nom' } });
  expect(await rename(other, shared)).toMatchObject({ refusals: ['FORBIDDEN'] });
  expect(await rename(other, personal)).toMatchObject({ refusals: ['NOT_FOUND'] });
  expect(await ask(other, remove, { id: personal.id })).toMatchObject({ refusals: ['NOT_FOUND'] });
  expect((await rename('ADMINISTRATOR', shared)).refusals).toEqual([]);
});

test('replacing a view keeps what was not said again, and an older version is refused', async () => {
  const said = { label: 'Communes', filter: { kind: 'COMMUNE' }, sort: 'population', order: 'DESC', columns: ['name'] };
  const { id, version } = await made('structure', said);
  const replaced = await done<object>(update, { id, version, input: { label: 'Petites', filter: { kind: 'REGION' } } });
  expect(replaced).toMatchObject({ ...said, label: 'Petites', filter: { kind: 'REGION' }, shared: false });
  expect(await ask('MANAGER', update, { id, version, input: { label: 'Tard' } })).toMatchObject({
    refusals: ['STALE'],
  });
});

test('a person names each view of a list once; a view too long to be one is refused', async () => {
  await made('mail', { label: 'Nom' });
  const again = { resource: 'mail', input: { label: 'Nom' } };
  expect(await ask('MANAGER', create, again)).toMatchObject({ refusals: ['VIEW_EXISTS'] });
  expect((await ask(other, create, again)).refusals).toEqual([]);
  const long = { resource: 'mail', input: { label: 'Long', filter: { q: 'x'.repeat(9000) } } };
  expect(await ask('MANAGER', create, long)).toMatchObject({ refusals: ['TOO_LARGE'] });
});

test('a removed view comes back by undoing its removal', async () => {
  const { id } = await made('trophy', { label: 'Revenante', filter: { q: 'Lyon' } });
  await done(remove, { id });
  expect(await labelsOf('MANAGER', 'trophy')).toEqual([]);
  const { act } = await done<{ act: string }>(
    'query ($id: ID!) { removal(noun: "saved_view", recordId: $id) { act name obstacle } }',
    { id },
  );
  await done('mutation ($act: ID!) { undoAct(act: $act) { id } }', { act });
  expect(await labelsOf('MANAGER', 'trophy')).toEqual(['Revenante']);
  expect(complaints).toEqual([]);
});
