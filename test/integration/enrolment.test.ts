import { expect, test } from 'vitest';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';

const office = await makeBackOffice('enrolment');
const { ask, done } = office;
const { id, structure, enrolment, moveTo } = await makeEdition(office, 'PREPARATION');

let count = 0;
const made = (more: object) =>
  done<{ id: string; version: number }>(
    'mutation ($input: StructureInput!) { createStructure(input: $input) { id version } }',
    {
      input: { reference: `S${++count}`, name: `Lieu ${count}`, kind: 'COMMUNE', ...more },
    },
  );
const enrol = (structureId: string, input: object = {}) => ask('MANAGER', verbs.enrol, { id, structureId, input });
const addCategory = (input: object) =>
  ask(
    'MANAGER',
    'mutation ($id: ID!, $input: CategoryInput!) { createCategory(editionId: $id, input: $input) { id } }',
    {
      ...{ id, input: { label: 'Une catégorie', position: 5, ...input } },
    },
  );
await addCategory({ code: 'small_towns', kinds: ['COMMUNE'], populationFrom: 1000, populationBelow: 50_000 });

test.each([
  [1000, 'small_towns'],
  [49_999, 'small_towns'],
  [50_000, 'towns'],
  [2_000_000, 'towns'],
])('a town of %i inhabitants is enrolled in %s', async (population, code) => {
  const { data } = await enrol((await made({ population })).id);
  expect(data).toMatchObject({ enrolStructure: { population, category: { code } } });
});

test.each([
  ['a town below every bound', { population: 999 }],
  ['a town of unknown population', { population: null }],
  ['a kind that no category takes', { kind: 'SOCIAL_SERVICE', population: 60_000 }],
])('%s has no category', async (_, more) => {
  expect(await enrol((await made(more)).id)).toMatchObject({ refusals: ['NO_CATEGORY'] });
});

test('a structure that two categories take has none', async () => {
  for (const code of ['departments', 'rural_departments']) await addCategory({ code, kinds: ['DEPARTMENT'] });
  const { id } = await made({ kind: 'DEPARTMENT' });
  expect(await enrol(id)).toMatchObject({ refusals: ['NO_CATEGORY'] });
});

test('bounds that no number lies between are refused', async () => {
  const bounds = { populationFrom: 500, populationBelow: 500 };
  expect(await addCategory({ code: 'nobody', kinds: ['COMMUNE'], ...bounds })).toMatchObject({
    refusals: ['OUT_OF_RANGE'],
  });
});

test('what the register becomes later moves neither the population nor the category of an enrolment', async () => {
  const { id: structureId, version } = await made({ population: 49_999, populationYear: 2019 });
  await enrol(structureId);
  await done(
    'mutation ($id: ID!, $version: Int!, $input: StructureInput!) { updateStructure(id: $id, version: $version, input: $input) { id } }',
    {
      ...{ id: structureId, version },
      input: {
        reference: 'GROWN',
        name: 'Ville qui grandit',
        kind: 'COMMUNE',
        population: 70_000,
        populationYear: 2022,
      },
    },
  );
  const query = `query ($structureId: ID) { enrolments(structureId: $structureId) {
    items { population populationYear category { code } structure { population } } } }`;
  expect(await done(query, { structureId })).toEqual({
    items: [
      {
        ...{ population: 49_999, populationYear: 2019, category: { code: 'small_towns' } },
        structure: { population: 70_000 },
      },
    ],
  });
});

test('of five people who enrol a structure at the same instant, one does', async () => {
  const { id: structureId } = await made({ population: 60_000 });
  const answers = await Promise.all(Array.from({ length: 5 }, () => enrol(structureId)));
  expect(answers.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('ENROLMENT_EXISTS'));
});

test('a category in which structures are enrolled stays', async () => {
  const { items } = await done<{ items: { id: string; code: string }[] }>(
    'query ($id: ID!) { categories(editionId: $id) { items { id code } } }',
    { id },
  );
  const [taken, free] = ['towns', 'rural_departments'].map((code) => items.find((each) => each.code === code)?.id);
  const remove = 'mutation ($id: ID!) { removeCategory(id: $id) }';
  expect(await ask('MANAGER', remove, { id: taken })).toMatchObject({ refusals: ['CATEGORY_IN_USE'] });
  expect((await ask('MANAGER', remove, { id: free })).refusals).toEqual([]);
});

test('an enrolment is corrected on its latest version only', async () => {
  const update =
    'mutation ($id: ID!, $version: Int!, $input: EnrolmentInput!) { updateEnrolment(id: $id, version: $version, input: $input) { tier reception version } }';
  const change = (version: number, input: object) => ask('MANAGER', update, { id: enrolment.T2, version, input });
  expect((await change(1, { tier: 'PAID' })).data).toEqual({
    updateEnrolment: { tier: 'PAID', reception: false, version: 2 },
  });
  expect(await change(1, { tier: 'FREE' })).toMatchObject({ refusals: ['STALE'] });
});

test('the certifications of a structure are listed once each, however they are typed', async () => {
  const { data } = await enrol((await made({ population: 60_000 })).id, {
    certifications: ['Qualivilles', 'Marianne, qualivilles', ' ISO 9001 '],
  });
  const { id: enrolmentId } = (data as { enrolStructure: { id: string } }).enrolStructure;
  const read = (version: number, input: object) =>
    done(
      'mutation ($id: ID!, $version: Int!, $input: EnrolmentInput!) { updateEnrolment(id: $id, version: $version, input: $input) { certifications } }',
      { id: enrolmentId, version, input },
    );
  expect(await read(1, { tier: 'PAID' })).toEqual({ certifications: ['Qualivilles', 'Marianne', 'ISO 9001'] });
  expect(await read(2, { certifications: [] })).toEqual({ certifications: [] });
});

test('a participant reads its own enrolments and cannot tell that others exist', async () => {
  const me = actorOf('PARTICIPANT', structure.T2 ?? '');
  const list = '{ enrolments(perPage: 100) { total items { structure { reference } } } }';
  expect((await ask(me, list)).data).toEqual({
    enrolments: { total: 1, items: [{ structure: { reference: 'T2' } }] },
  });
  const one = 'query ($id: ID!) { enrolment(id: $id) { id } }';
  const theirs = await ask(me, one, { id: enrolment.T3 });
  const nobodys = await ask(me, one, { id: '00000000-0000-4000-8000-00000000dead' });
  expect(theirs).toEqual(nobodys);
  expect(theirs.refusals).toEqual(['NOT_FOUND']);
  expect((await ask(me, one, { id: enrolment.T2 })).refusals).toEqual([]);
  const sorted = '{ enrolments(sort: "population", order: DESC, ids: ["%"]) { total } }'.replace(
    '%',
    enrolment.T3 ?? '',
  );
  expect((await ask(me, sorted)).data).toEqual({ enrolments: { total: 0 } });
});

test('nobody is enrolled or withdrawn once fieldwork is over', async () => {
  await moveTo('FIELDWORK');
  await done('mutation ($id: ID!) { removeEnrolment(id: $id) }', { id: enrolment.R3 });
  await moveTo('CONTROL');
  const { id: structureId } = await made({ population: 60_000 });
  expect(await enrol(structureId)).toMatchObject({ refusals: ['ENROLMENT_CLOSED'] });
  expect(await ask('MANAGER', 'mutation ($id: ID!) { removeEnrolment(id: $id) }', { id: enrolment.R2 })).toMatchObject({
    refusals: ['ENROLMENT_CLOSED'],
  });
});
