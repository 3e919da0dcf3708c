import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';

const { ask, done, complaints, sql } = await makeBackOffice('trash');

const create = 'mutation ($input: StructureInput!) { createStructure(input: $input) { id } }';
const remove = 'mutation ($id: ID!) { removeStructure(id: $id) }';
const undo = 'mutation ($act: ID!) { undoAct(act: $act) { id } }';
const list =
  'query ($q: Search, $perPage: Int) { removals(q: $q, perPage: $perPage) { total items { recordId noun name act actorName together obstacle before } } }';
const one = 'query ($id: ID!) { removal(noun: "structure", recordId: $id) { name act obstacle } }';

let count = 0;
const made = (more: object = {}) =>
  done(create, { input: { reference: `T${++count}`, name: `Corbeille ${count}`, kind: 'COMMUNE', ...more } });

interface Gone {
  readonly recordId: string;
  readonly name: string;
  readonly act: string;
  readonly together: number;
  readonly obstacle: string | null;
}
const trash = (q = '', perPage = 100) => done<{ total: number; items: Gone[] }>(list, { q, perPage });

test('what was removed is in the trash with its name, the latest first, until it comes back', async () => {
  const [a, b] = [await made({ name: 'Ville qui part' }), await made({ name: 'Ville qui suit' })];
  for (const { id } of [a, b]) await done(remove, { id });
  const { total, items } = await trash('Ville qui');
  expect(items.map(({ name }) => name)).toEqual(['Ville qui suit', 'Ville qui part']);
  expect(total).toBe(2);
  expect(items[0]).toMatchObject({ recordId: b.id, obstacle: null, together: 1 });
  await done(undo, { act: items[0]?.act });
  expect((await trash('Ville qui')).items.map(({ recordId }) => recordId)).toEqual([a.id]);
  expect(await done<object | null>(one, { id: b.id })).toBe(null);
  await done(remove, { id: b.id });
  expect((await trash('Ville qui')).total).toBe(2);
});

test('asking why something cannot come back brings nothing back', async () => {
  const { id } = await made();
  await done(remove, { id });
  for (let i = 0; i < 3; i++) expect(await done(one, { id })).toMatchObject({ obstacle: null });
  expect(
    await sql('select count(*)::int as n from undone u join change c on c.act = u.act where c.record_id = ?', [id]),
  ).toEqual([{ n: 0 }]);
});

test('a site whose body is gone says so, and comes back once the body has', async () => {
  const body = await made({ name: 'Corps disparu' });
  const site = await made({ name: 'Site orphelin', parentId: body.id });
  for (const { id } of [site, body]) await done(remove, { id });
  expect(await done(one, { id: site.id })).toMatchObject({ obstacle: 'RESTORE_WITHOUT_PARENT' });
  await done(undo, { act: (await done<Gone>(one, { id: body.id })).act });
  expect(await done(one, { id: site.id })).toMatchObject({ obstacle: null });
});

test('a record whose reference was given to another says that the place is taken', async () => {
  const { id } = await made({ reference: 'PRISE' });
  await done(remove, { id });
  await made({ reference: 'PRISE' });
  expect(await done(one, { id })).toMatchObject({ obstacle: 'STRUCTURE_EXISTS' });
});

test('the words of a search are taken as written', async () => {
  const { id } = await made({ name: '100 % parti' });
  await done(remove, { id });
  expect((await trash('100 %')).total).toBe(1);
  expect((await trash('100_%')).total).toBe(0);
});

test('only staff open the trash', async () => {
  for (const role of ['CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const)
    expect(await ask(role, list)).toMatchObject({ refusals: ['FORBIDDEN'] });
  expect(complaints).toEqual([]);
});
