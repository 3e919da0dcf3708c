import { beforeAll, describe, expect, test } from 'vitest';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('licence');
const { app, ask, done, upload, headersOf, time } = office;
const { id, structure, award, publish, moveTo } = await makeEdition(office, 'DELIBERATION');

const CREATE =
  'mutation ($id: ID!, $input: LicenceInput!) { createLicence(editionId: $id, input: $input) { id version } }';
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: LicenceInput!) {
  updateLicence(id: $id, version: $version, input: $input) { id wording } }`;
const REMOVE = 'mutation ($id: ID!) { removeLicence(id: $id) }';
const USAGES =
  'query ($id: ID!) { usages(laureateId: $id) { wording term licence { label fromOn untilOn logo { name } } } }';
const LAUREATES = '{ laureates(perPage: 100) { total items { id mention structure { reference } } } }';

const term = { fromOn: '2022-11-10', untilOn: '2023-10-09' };
const logo = { scope: 'TROPHY', label: 'Logo du trophée', wording: 'Lauréat « {award} » {year}', ...term };
const create = (input: object) =>
  ask<{ createLicence: { id: string; version: number } }>('MANAGER', CREATE, { id, input });
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

interface Laureates {
  readonly total: number;
  readonly items: { id: string; mention: string | null; structure: { reference: string } }[];
}
interface UsageLine {
  readonly wording: string;
  readonly term: string;
  readonly licence: { label: string; logo: { name: string } | null };
}
const laureate: Record<string, string> = {};
const licence: Record<string, string> = {};

beforeAll(async () => {
  await award('towns', ['T1'], { mentions: [{ structureId: structure.T1, mention: 'écoute' }] });
  await award('regions', ['R1']);
  for (const { id, structure } of (await done<Laureates>(LAUREATES)).items) laureate[structure.reference] = id;
  const { id: logoId } = await upload('MANAGER', 'trophee-2022.png', png);
  licence.logo = (await create({ ...logo, logoId, position: 1 })).data.createLicence.id;
  const mention = {
    scope: 'MENTION',
    label: 'Mention',
    wording: '{laureate}, mention « {mention} »',
    ...term,
    position: 2,
  };
  licence.mention = (await create({ ...mention, untilOn: null })).data.createLicence.id;
  licence.prize = (await create({ ...logo, scope: 'PRIZE', label: 'Logo du prix' })).data.createLicence.id;
});

const usagesOf = async (reference: string) =>
  (await done<UsageLine[]>(USAGES, { id: laureate[reference] })).map(({ wording }) => wording);

test('a laureate has the licences of its award and of its mention, in the order of the table, its names filled in', async () => {
  expect(await usagesOf('T1')).toEqual([
    expect.stringMatching(/^Lauréat « .+ » 2022$/),
    'Ville de Aubrevaux, mention « écoute »',
  ]);
  expect(await usagesOf('R1')).toEqual([expect.stringMatching(/^Lauréat « .+ » 2022$/)]);
});

test('a licence runs from its first day to its last, in Paris', async () => {
  const termOn = async (now: string) => {
    time.now = new Date(now);
    return (await done<UsageLine[]>(USAGES, { id: laureate.R1 }))[0]?.term;
  };
  expect(await termOn('2022-11-09T22:59:00Z')).toBe('COMING');
  expect(await termOn('2022-11-09T23:01:00Z')).toBe('RUNNING');
  expect(await termOn('2023-10-09T21:59:00Z')).toBe('RUNNING');
  expect(await termOn('2023-10-09T22:01:00Z')).toBe('OVER');
  time.now = new Date('2022-07-01T09:00:00Z');
});

test.each<[string, object, string]>([
  ['the same label for the same laureates', { label: 'Logo du trophée' }, 'LICENCE_EXISTS'],
  ['a name that nothing can be put for', { label: 'x', wording: '{mention}' }, 'LICENCE_PLACEHOLDER'],
  ['a last day before the first', { label: 'x', untilOn: '2022-11-09' }, 'LICENCE_TERM_DISORDERED'],
  ['a logo that was not sent', { label: 'x', logoId: '00000000-0000-4000-8000-000000000000' }, 'LICENCE_LOGO'],
])('%s is refused', async (_, change, refusal) => {
  expect((await create({ ...logo, ...change })).refusals).toEqual([refusal]);
});

test('a logo is an image, not a page that would run in a browser', async () => {
  const { id: logoId } = await upload('MANAGER', 'logo.png', '<svg onload="alert(1)"/>');
  expect((await create({ ...logo, label: 'x', logoId })).refusals).toEqual(['LICENCE_LOGO']);
});

test('a change sent with an older version is refused; what is removed is taken back from the trash', async () => {
  const { id: made, version } = (await create({ ...logo, label: 'À corriger' })).data.createLicence;
  const input = { ...logo, label: 'À corriger', wording: 'Corrigé' };
  expect(await done(UPDATE, { id: made, version, input })).toMatchObject({ wording: 'Corrigé' });
  expect((await ask('MANAGER', UPDATE, { id: made, version, input })).refusals).toEqual(['STALE']);
  const { acts } = await ask('MANAGER', REMOVE, { id: made });
  expect(await usagesOf('R1')).not.toContain('Corrigé');
  await done('mutation ($act: ID!) { undoAct(act: $act) { __typename } }', { act: acts[0] });
  expect(await usagesOf('R1')).toContain('Corrigé');
  await done(REMOVE, { id: made });
});

describe('a structure', async () => {
  const own = (reference: string) => actorOf('PARTICIPANT', structure[reference]);
  const usages = (as: string, of: string) => ask<{ usages: UsageLine[] }>(own(as), USAGES, { id: laureate[of] });
  const download = (as: string | null, of: string) =>
    app.inject({
      ...{ method: 'GET', url: `/admin/licences/${licence[of]}/logo` },
      headers: headersOf(as === null ? null : as === 'MANAGER' || as === 'JUROR' ? as : own(as)),
    });

  test('learns nothing before publication: neither that it won, nor what it may say', async () => {
    expect((await usages('T1', 'T1')).refusals).toEqual(['NOT_FOUND']);
    expect((await ask<{ laureates: Laureates }>(own('T1'), LAUREATES)).data.laureates.total).toBe(0);
    expect((await download('T1', 'logo')).statusCode).toBe(404);
    expect((await download('MANAGER', 'logo')).rawPayload).toEqual(png);
  });

  test('then reads its own, with the logo, and nobody else’s', async () => {
    await moveTo('EMBARGO');
    await publish();
    expect((await usages('T1', 'T1')).data.usages.map(({ licence: { label, logo } }) => [label, logo?.name])).toEqual([
      ['Logo du trophée', 'trophee-2022.png'],
      ['Mention', undefined],
    ]);
    expect((await usages('T2', 'T1')).refusals).toEqual(['NOT_FOUND']);
    const { total, items } = (await ask<{ laureates: Laureates }>(own('T1'), LAUREATES)).data.laureates;
    expect([total, items[0]?.structure.reference]).toEqual([1, 'T1']);
    const { rawPayload, headers } = await download('T1', 'logo');
    expect(rawPayload).toEqual(png);
    expect(headers).toMatchObject({
      ...{ 'content-type': 'image/png', 'content-disposition': 'attachment; filename="trophee-2022.png"' },
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    ['T2', 'logo', 404],
    ['T1', 'prize', 404],
    ['T1', 'mention', 404],
    ['JUROR', 'logo', 403],
    [null, 'logo', 401],
  ])('%s is refused the logo of %s', async (as, of, status) => {
    expect((await download(as, of)).statusCode).toBe(status);
  });
});

test('once published, what was promised no longer changes', async () => {
  expect((await create({ ...logo, label: 'Trop tard' })).refusals).toEqual(['EDITION_PUBLISHED']);
  expect((await ask('MANAGER', REMOVE, { id: licence.logo })).refusals).toEqual(['EDITION_PUBLISHED']);
});
