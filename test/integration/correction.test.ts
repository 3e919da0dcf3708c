import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { byPhone, configuration, sheetOf } from '../support/sample.ts';

const office = await makeBackOffice('correction');
const { ask, done, sql } = office;
const { id, category, importTests, moveTo } = await makeEdition(office, 'PREPARATION');

interface Sheet {
  readonly id: string;
  readonly version: number;
  readonly minimumShare: string | null;
  readonly steps: readonly { code: string; weight: string | null }[];
  readonly channels: readonly {
    readonly id: string;
    readonly version: number;
    readonly code: string;
    readonly weight: string;
    readonly criteria: readonly { id: string; version: number; code: string; delay: object | null }[];
  }[];
}
const sheet = async (edition = id): Promise<Sheet> => {
  const { items } = await done<{ items: Sheet[] }>(
    `query ($id: ID!) { grids(editionId: $id) { items { id version minimumShare steps { code weight }
       channels { id version code weight criteria { id version code delay } } } } }`,
    { id: edition },
  );
  return items[0] as Sheet;
};
const grid = async (input: object, version?: number) => {
  const { id, version: latest } = await sheet();
  return ask(
    'MANAGER',
    `mutation ($id: ID!, $version: Int!, $input: GridInput!) { updateGrid(id: $id, version: $version, input: $input) {
       minimumShare steps { code weight } } }`,
    { id, version: version ?? latest, input },
  );
};
const channel = async (code: string, input: object, version?: number) => {
  const found = (await sheet()).channels.find((each) => each.code === code);
  return ask(
    'MANAGER',
    `mutation ($id: ID!, $version: Int!, $input: ChannelInput!) {
       updateChannel(id: $id, version: $version, input: $input) {
         label weight optional compared whenAbsent floor minimum bonusCap } }`,
    { id: found?.id, version: version ?? found?.version, input },
  );
};
const criterion = async (code: string, input: object) => {
  const found = (await sheet()).channels.flatMap(({ criteria }) => criteria).find((each) => each.code === code);
  return ask(
    'MANAGER',
    `mutation ($id: ID!, $version: Int!, $input: CriterionInput!) {
       updateCriterion(id: $id, version: $version, input: $input) { bonus minimum floor conditions delay } }`,
    { id: found?.id, version: found?.version, input },
  );
};
const noted = { weight: '3', optional: false, compared: false, whenAbsent: 'RENORMALISE', floor: null, minimum: null };

test('a channel is corrected field by field; what is left out stays, what is emptied goes', async () => {
  expect((await channel('PHONE', { weight: '2.5', minimum: '30', bonusCap: '5' })).data).toMatchObject({
    updateChannel: { ...noted, label: 'Téléphone', weight: '2.5', minimum: '30', bonusCap: '5' },
  });
  expect((await channel('PHONE', { whenAbsent: 'FLOOR', floor: '20', minimum: null })).data).toMatchObject({
    updateChannel: { ...noted, weight: '2.5', whenAbsent: 'FLOOR', floor: '20', bonusCap: '5' },
  });
  expect((await channel('RECEPTION', { compared: true })).data).toMatchObject({
    updateChannel: { optional: true, compared: true },
  });
});

test.each([
  ['a floor that is not said', { whenAbsent: 'FLOOR' }, 'EMAIL: the policy FLOOR needs a floor'],
  ['a threshold above 100', { minimum: '100.5' }, 'channels.1.minimum: a score is written from 0 to 100'],
  ['a cap below 0', { bonusCap: '-1' }, 'channels.1.bonusCap: a score is written from 0 to 100'],
  ['a weight below 0', { weight: '-2' }, 'channels.1.weight: a weight is written such as 2.5'],
  ['a weight that is emptied', { weight: null }, 'channels.1.weight'],
])('a channel with %s is refused with the place and the remedy, and stays', async (_, input, place) => {
  const before = await sheet();
  const { refusals, details } = await channel('EMAIL', input);
  expect(refusals).toEqual(['GRID_INVALID']);
  expect(String(details[0]?.faults)).toContain(place);
  expect(await sheet()).toEqual(before);
});

test('no correction leaves a grid of which no channel counts', async () => {
  await channel('RECEPTION', { compared: false });
  await channel('EMAIL', { weight: '0' });
  const nothing = { refusals: ['GRID_INVALID'], details: [{ faults: ['no compared channel has a weight above 0'] }] };
  expect(await channel('PHONE', { weight: '0' })).toMatchObject(nothing);
  expect(await channel('PHONE', { optional: true })).toMatchObject(nothing);
  expect((await channel('EMAIL', { weight: '1' })).refusals).toEqual([]);
});

test('steps are weighed together, all or none, and the least share is one of 1', async () => {
  const both = ['access', 'answer'].map((step, i) => ({ step, weight: `${i + 1}` }));
  expect((await grid({ minimumShare: '0.6', stepWeights: both })).data).toMatchObject({
    updateGrid: {
      minimumShare: '0.6',
      steps: [
        { code: 'access', weight: '1' },
        { code: 'answer', weight: '2' },
      ],
    },
  });
  const wrong: [object, string][] = [
    [{ stepWeights: [{ step: 'access', weight: null }] }, 'either every step has a weight or none has'],
    [{ stepWeights: both.map((each) => ({ ...each, weight: '0' })) }, 'no step has a weight above 0'],
    [{ stepWeights: [{ step: 'exit', weight: '1' }] }, 'the grid has no step exit'],
    [{ minimumShare: '60' }, 'minimumShare: a share is written from 0 to 1, four decimals at most'],
  ];
  for (const [input, fault] of wrong)
    expect(await grid(input)).toMatchObject({ refusals: ['GRID_INVALID'], details: [{ faults: [fault] }] });
  expect(await sheet()).toMatchObject({ minimumShare: '0.6', steps: [{ weight: '1' }, { weight: '2' }] });
  await grid({ minimumShare: null, stepWeights: both.map(({ step }) => ({ step, weight: null })) });
  expect(await sheet()).toMatchObject({ minimumShare: null, steps: [{ weight: null }, { weight: null }] });
});

test('whoever corrects on an older version is refused, even when only steps had moved', async () => {
  const { version } = await sheet();
  const steps = ['access', 'answer'].map((step) => ({ step, weight: '1' }));
  expect((await grid({ stepWeights: steps }, version)).refusals).toEqual([]);
  expect(await grid({ minimumShare: '0.5' }, version)).toMatchObject({ refusals: ['STALE'] });
  expect(await channel('PHONE', { weight: '4' }, 1)).toMatchObject({ refusals: ['STALE'] });
});

test('of five corrections of one version sent at the same instant, one is kept', async () => {
  const { version } = await sheet();
  const answers = await Promise.all(['1', '2', '3', '4', '5'].map((n) => grid({ minimumShare: `0.${n}` }, version)));
  expect(answers.flatMap(({ refusals }) => refusals)).toEqual(['STALE', 'STALE', 'STALE', 'STALE']);
});

test('a criterion becomes a bonus, a knock-out, conditional or derived; nonsense is refused, never a failure', async () => {
  const condition = { criterion: 'email.answered', in: ['1'] };
  expect((await criterion('email.delay', { bonus: true, minimum: '30', conditions: [condition] })).data).toMatchObject({
    updateCriterion: { bonus: true, minimum: '30', conditions: [condition], delay: null },
  });
  const rule = { from: 'SENT', to: 'ANSWERED', count: 'WORKING_DAYS' };
  expect((await criterion('email.delay', { delay: rule, bonus: false, minimum: null })).data).toMatchObject({
    updateCriterion: { bonus: false, minimum: null, delay: rule },
  });
  for (const input of [
    { conditions: ['half'] },
    { conditions: [{ criterion: 'email.answered' }] },
    { conditions: [{ criterion: 'email.answered', in: ['maybe'] }] },
    { delay: 'late' },
    { delay: { from: 'SENT', to: 'LOST', count: 'DAYS' } },
    { minimum: '-1' },
    { bonus: null },
  ])
    expect(await criterion('email.delay', input), JSON.stringify(input)).toMatchObject({ refusals: ['GRID_INVALID'] });
  expect(await criterion('phone.connected', { delay: rule })).toMatchObject({
    details: [{ faults: ['phone.connected: only a DURATION can be derived from events'] }],
  });
});

test('what others rest on cannot be changed from under them', async () => {
  await criterion('email.tone', { conditions: [{ criterion: 'email.delay', from: '2' }] });
  expect(await criterion('email.delay', { conditions: [] })).toMatchObject({ refusals: [] });
  expect(
    await criterion('phone.connected.rings', { conditions: [{ criterion: 'email.answered', in: ['1'] }] }),
  ).toEqual(expect.objectContaining({ refusals: ['GRID_INVALID'] }));
});

test('the award has a field of one structure at least, and a threshold on 100; another edition takes both over', async () => {
  const { items } = await done<{ items: Record<string, unknown>[] }>(
    'query ($id: ID!) { categories(editionId: $id) { items { id version code label position kinds populationFrom populationBelow } } }',
    { id },
  );
  const { id: own, version, ...towns } = items.find((each) => each.id === category.towns) ?? {};
  const change = (award: object, version: unknown) =>
    ask(
      'MANAGER',
      `mutation ($id: ID!, $version: Int!, $input: CategoryInput!) {
         updateCategory(id: $id, version: $version, input: $input) { version awardField awardMinimum } }`,
      { id: own, version, input: { ...towns, ...award } },
    );
  for (const award of [{ awardField: 0 }, { awardMinimum: '101' }, { awardMinimum: '-1' }])
    expect(await change(award, version)).toMatchObject({ refusals: ['OUT_OF_RANGE'] });
  const award = { awardField: 5, awardMinimum: '60' };
  expect((await change(award, version)).data).toMatchObject({ updateCategory: award });

  const edition = { year: 2023, ordinal: 11, label: 'Baromètre 2023', provenance: 'FIELD' };
  const { id: next } = await done('mutation ($input: EditionInput!) { createEdition(input: $input) { id } }', {
    input: edition,
  });
  await done(
    'mutation ($to: ID!, $from: ID!) { applyConfiguration(editionId: $to, source: { editionId: $from }, parts: [CATEGORIES, PRIZES, GRID]) { differences } }',
    {
      ...{ to: next, from: id },
    },
  );
  const copied = await done(
    'query ($id: ID!) { categories(editionId: $id, q: "towns") { items { awardField awardMinimum } } }',
    { id: next },
  );
  expect(copied).toEqual({ items: [award] });
});

test('every correction is in the history, with who made it', async () => {
  const told = await sql<{ noun: string }>(
    `select distinct noun from change where noun in ('grid', 'channel', 'journey_step', 'criterion') and before is not null
       and after is not null and actor_id is not null order by noun`,
  );
  expect(told.map(({ noun }) => noun)).toEqual(['channel', 'criterion', 'grid', 'journey_step']);
});

test('from the first measurement on, no channel and no step moves', async () => {
  await done(verbs.configure, { id, grid: configuration() });
  await moveTo('FIELDWORK');
  expect((await channel('PHONE', { weight: '4' })).refusals).toEqual([]);
  expect(await importTests(sheetOf([byPhone('P1', 'T1', 'oui 3 5')]))).toMatchObject({ applied: true });
  const frozen = { refusals: ['GRID_FROZEN'] };
  expect(await channel('PHONE', { weight: '9' })).toMatchObject(frozen);
  expect(await grid({ minimumShare: '0.5' })).toMatchObject(frozen);
});
