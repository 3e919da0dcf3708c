import { expect, test } from 'vitest';
import { actorOf, makeBackOffice } from '../support/back-office.ts';

const { ask, done, complaints } = await makeBackOffice('territory');

const create = `mutation ($input: StructureInput!) { createStructure(input: $input) {
  id version departmentCode departmentName regionCode regionName population territoryMismatch { differences } } }`;
const update =
  'mutation ($id: ID!, $version: Int!, $input: StructureInput!) { updateStructure(id: $id, version: $version, input: $input) { id } }';
const find =
  'query ($q: Search!, $kinds: [StructureKind!]) { territories(q: $q, kinds: $kinds) { kind code bodyName siren } }';
const mismatch = `query ($input: StructureDraft!) { territoryMismatch(input: $input) { certain differences owner { code } } }`;
const family = 'query ($id: ID!) { structure(id: $id) { family { id } } }';

interface Made {
  readonly id: string;
  readonly version: number;
}
let count = 0;
const town = (more: object) => ({ reference: `T${++count}`, name: `Ville ${count}`, kind: 'COMMUNE', ...more });
const made = (more: object) => done<Made>(create, { input: town(more) });
const METZ = { siren: '215704636', inseeCode: '57463' };

test('whoever is signed in finds a body by name, postcode, SIREN or INSEE code; strangers do not', async () => {
  for (const q of ['metz', 'Metz', '57000', '57463', '215 704 636'])
    expect((await done<{ code: string }[]>(find, { q, kinds: ['COMMUNE'] }))[0]).toMatchObject({
      ...{ kind: 'COMMUNE', code: '57463', bodyName: 'Ville de Metz', siren: '215704636' },
    });
  const one = 'query ($kind: StructureKind!, $code: Code!) { territory(kind: $kind, code: $code) { name } }';
  expect(await done(one, { kind: 'REGION', code: '44' })).toEqual({ name: 'Grand Est' });
  expect(await done(one, { kind: 'REGION', code: '99' })).toBeNull();
  for (const role of ['CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const)
    expect((await ask(actorOf(role), find, { q: 'metz' })).refusals).toEqual([]);
  expect((await ask(null, find, { q: 'metz' })).refusals).toEqual(['UNAUTHENTICATED']);
});

test('the SIREN of another organisation is refused when that is certain, and named', async () => {
  const strasbourg = town({ siren: METZ.siren, inseeCode: '67482' });
  expect(await ask('MANAGER', create, { input: strasbourg })).toMatchObject({
    ...{ refusals: ['SIREN_OF_ANOTHER'], details: [{ field: 'siren', name: 'Ville de Metz', code: '57463' }] },
  });
  expect(await ask('MANAGER', create, { input: town({ kind: 'REGION', siren: METZ.siren }) })).toMatchObject({
    refusals: ['SIREN_OF_ANOTHER'],
  });
  const { id, version } = await made({ name: 'Ville de Metz', ...METZ });
  const wrong = { reference: `T${count}`, name: 'Ville de Metz', kind: 'COMMUNE', inseeCode: '67482' };
  expect(await ask('MANAGER', update, { id, version, input: wrong })).toMatchObject({ refusals: ['SIREN_OF_ANOTHER'] });
});

test('a SIREN that only looks odd is a warning, of the form and of the structure', async () => {
  const nancy = { name: 'Ville de Nancy', kind: 'COMMUNE', siren: '215403957', departmentCode: '57' };
  expect(await done(mismatch, { input: nancy })).toEqual({
    ...{ certain: false, differences: ['DEPARTMENT'], owner: { code: '54395' } },
  });
  expect(await made(nancy)).toMatchObject({ territoryMismatch: { differences: ['DEPARTMENT'] } });
  expect(await done(mismatch, { input: { ...nancy, departmentCode: '54', siren: '215 403 957' } })).toBeNull();
  expect(await ask(actorOf('CONTROLLER'), mismatch, { input: nancy })).toMatchObject({ refusals: ['FORBIDDEN'] });
});

test('a new structure lies where its commune does, or else its body; what is said of it counts first', async () => {
  const body = await made({ departmentCode: '33', regionCode: '75', population: 1000 });
  expect(await made({ parentId: body.id })).toMatchObject({
    ...{ departmentCode: '33', departmentName: 'Gironde', regionCode: '75', regionName: 'Nouvelle-Aquitaine' },
    population: null,
  });
  expect(await made({ parentId: body.id, inseeCode: '2A004' })).toMatchObject({
    departmentCode: '2A',
    regionCode: '94',
  });
  expect(await made({ parentId: body.id, departmentCode: '974' })).toMatchObject({
    ...{ departmentCode: '974', departmentName: 'La Réunion', regionCode: '75' },
  });
});

test('a body and all its sites are one family, of which each sees no more than it may', async () => {
  const body = await made({});
  const [site, neighbour] = [await made({ parentId: body.id }), await made({ parentId: body.id })];
  const desk = await made({ parentId: site.id });
  const seen = async (asker: Parameters<typeof ask>[0], id: string) => {
    const { data } = await ask<{ structure: { family: { id: string }[] } }>(asker, family, { id });
    return data.structure.family.map((each) => each.id).sort();
  };
  const whole = [body, site, neighbour, desk].map(({ id }) => id).sort();
  for (const { id } of [body, site, desk]) expect(await seen('MANAGER', id)).toEqual(whole);
  expect(await seen(actorOf('PARTICIPANT', site.id), site.id)).toEqual([site.id, desk.id].sort());
  expect(complaints).toEqual([]);
});
