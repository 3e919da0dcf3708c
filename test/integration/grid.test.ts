import { expect, test } from 'vitest';
import type { GridConfiguration } from '../../server/grid/grid.rules.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { byPhone, configuration, sheetOf } from '../support/sample.ts';

const office = await makeBackOffice('grid');
const { ask, done } = office;
const { id, importTests, moveTo } = await makeEdition(office, 'PREPARATION');

/** The sample grid, after a change by whoever writes such files. */
type Draft = { [key: string]: Draft } & Draft[];
const changed = (change: (grid: Draft) => void): object => {
  const grid = configuration();
  change(grid as unknown as Draft);
  return grid;
};
const faultsOf = async (grid: object): Promise<string[]> => {
  const { refusals, details } = await ask('MANAGER', verbs.configure, { id, grid });
  expect(refusals).toEqual(['GRID_INVALID']);
  return details[0]?.faults as string[];
};
const set = (path: string, value: unknown) =>
  changed((grid) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const owner = keys.reduce((inner, key) => inner[key] as Draft, grid) as unknown as Record<string, unknown>;
    owner[last] = value;
  });
const PHONE = 'channels.0';
const CONNECTED = `${PHONE}.criteria.0`;

test.each([
  ['a channel that does not exist', set(`${PHONE}.code`, 'FAX'), 'channels.0.code'],
  ['a channel twice', set(`${PHONE}.code`, 'EMAIL'), 'channel EMAIL stands twice'],
  ['a criterion twice', set(`${PHONE}.criteria.2.code`, 'email.tone'), 'criterion email.tone stands twice'],
  ['an indicator twice', set('indicators.0.code', 'phone.rings_mean'), 'indicator phone.rings_mean stands twice'],
  ['a step that is not listed', set(`${CONNECTED}.step`, 'exit'), 'phone.connected: unknown step exit'],
  [
    'a clause that its frame has not',
    set(`${CONNECTED}.clauses.0.number`, 9),
    'phone.connected: unknown clause SERVICES_PUBLICS_PLUS v1 9',
  ],
  ['a channel without weight', set(`${PHONE}.weight`, '0'), 'PHONE: the weight must be above 0'],
  ['a criterion without weight', set(`${CONNECTED}.weight`, '0.00'), 'phone.connected: the weight must be above 0'],
  ['a weight below 0', set(`${CONNECTED}.weight`, '-1'), 'channels.0.criteria.0.weight'],
  ['a weight finer than is kept', set(`${CONNECTED}.weight`, '0.33333'), 'channels.0.criteria.0.weight'],
  ['a weight as a number', set(`${CONNECTED}.weight`, 2), 'channels.0.criteria.0.weight'],
  ['a kind that does not exist', set(`${CONNECTED}.kind`, 'COLOUR'), 'channels.0.criteria.0.kind'],
  [
    'a scale of another kind',
    set(`${CONNECTED}.kind`, 'COUNT'),
    'phone.connected: a COUNT criterion cannot use a YES_NO scale',
  ],
  ['points above 1', set(`${CONNECTED}.scale.yes`, '1.5'), 'phone.connected: points must lie between 0 and 1, got 1.5'],
  [
    'a line without length',
    set(`${PHONE}.criteria.2.scale.oneAt`, '0.0'),
    'phone.courtesy: a line needs two different bounds',
  ],
  [
    'steps that do not rise',
    set(`${PHONE}.criteria.1.scale.steps.1.below`, '4'),
    'phone.connected.rings: steps must rise from one bound to the next',
  ],
  ['no step', set(`${PHONE}.criteria.1.scale.steps`, []), 'channels.0.criteria.1.scale.steps'],
  [
    'a choice of one',
    changed(({ channels }) => channels?.[1]?.criteria?.[2]?.scale?.choices?.splice(1)),
    'email.tone: a choice needs at least two answers',
  ],
  [
    'a choice no file can say',
    set('channels.1.criteria.2.scale.choices.0.code', 'Clair'),
    'channels.1.criteria.2.scale.choices.0.code',
  ],
  ['a criterion no heading can name', set(`${CONNECTED}.code`, 'Phone.Connected'), 'channels.0.criteria.0.code'],
  [
    'a rule of absence that does not exist',
    set(`${CONNECTED}.absences.REFUSED`, 'HALF'),
    'channels.0.criteria.0.absences',
  ],
  [
    'an indicator on a criterion that is not there',
    set('indicators.1.rule.criteria.0', 'fax.sent'),
    'indicator phone.connected_first: unknown criterion fax.sent',
  ],
  [
    'an indicator among a criterion that is not there',
    set('indicators.2.rule.among.criterion', 'fax.sent'),
    'indicator email.within_5_days: unknown criterion fax.sent',
  ],
  ['a misspelt key', set(`${PHONE}.optionnal`, true), 'channels.0'],
  ['no channel', set('channels', []), 'channels'],
])('a grid with %s is refused, and the place is named', async (_, grid, place) => {
  const faults = await faultsOf(grid);
  expect(faults).toHaveLength(1);
  expect(faults[0]?.startsWith(place), faults[0]).toBe(true);
});

test('all faults of a grid are told at once', async () => {
  const grid = set(`${CONNECTED}.scale.yes`, '2') as GridConfiguration;
  grid.channels[1]?.criteria.splice(1, 1);
  expect(await faultsOf(grid)).toEqual([
    'phone.connected: points must lie between 0 and 1, got 2',
    'indicator email.within_5_days: unknown criterion email.delay',
  ]);
});

test.each([
  ['nothing', {}],
  ['a list', { channels: {} }],
  ['nonsense', { channels: [null], steps: 'a', frames: 1, indicators: [[]] }],
])('%s is no grid', async (_, grid) => {
  expect((await faultsOf(grid)).length).toBeGreaterThan(0);
});

const gridOf = async (edition = id) =>
  (
    await done<{ items: { id: string; channels: { code: string }[] }[] }>(
      'query ($id: ID!) { grids(editionId: $id) { items { id channels { code } } } }',
      { id: edition },
    )
  ).items;
const kept = async () =>
  done<object>('query ($id: ID!) { gridConfiguration(id: $id) }', { id: (await gridOf())[0]?.id });

test('a grid comes back as it was given, and goes into another edition unchanged', async () => {
  expect(await kept()).toEqual(configuration());
  await done(verbs.configure, { id, grid: await kept() });
  expect(await kept()).toEqual(configuration());
});

test('a grid on which nothing was measured is replaced', async () => {
  const grid = set(`${PHONE}.weight`, '2.5') as GridConfiguration;
  grid.channels.splice(2);
  grid.indicators.splice(4, 1);
  await done(verbs.configure, { id, grid });
  expect(await gridOf()).toMatchObject([{ channels: [{ code: 'PHONE' }, { code: 'EMAIL' }] }]);
  expect(await kept()).toEqual(grid);
  await done(verbs.configure, { id, grid: configuration() });
});

test('of five grids given at the same instant, one stays', async () => {
  await Promise.all(Array.from({ length: 5 }, () => done(verbs.configure, { id, grid: configuration() })));
  expect(await gridOf()).toHaveLength(1);
  expect(await kept()).toEqual(configuration());
});

const criterion = async (code: string) =>
  (
    await done<{ items: { id: string; version: number }[] }>(
      'query ($q: Search) { criteria(q: $q) { items { id version } } }',
      {
        q: code,
      },
    )
  ).items[0];
const correct = async (code: string, input: object, version?: number) => {
  const found = await criterion(code);
  return ask(
    'MANAGER',
    'mutation ($id: ID!, $version: Int!, $input: CriterionInput!) { updateCriterion(id: $id, version: $version, input: $input) { weight scale label } }',
    { id: found?.id, version: version ?? found?.version, input },
  );
};

test('a criterion is corrected on its latest version, and never into one that cannot score', async () => {
  const { data } = await correct('phone.courtesy', { weight: '1.5' });
  expect(data).toMatchObject({ updateCriterion: { weight: '1.5', label: 'Courtoisie' } });
  expect(await correct('phone.courtesy', { weight: '3' }, 1)).toMatchObject({ refusals: ['STALE'] });
  const wrong = [
    { weight: '0' },
    { weight: '-2' },
    { weight: '0.33333' },
    { weight: '1000000' },
    { scale: { type: 'YES_NO', yes: '1', no: '0' } },
    { scale: { type: 'LINEAR', zeroAt: '3', oneAt: '3' } },
    { scale: { type: 'LINEAR' } },
    { scale: 'half' },
    { scale: { type: 'ORACLE' } },
  ];
  for (const input of wrong)
    expect(await correct('phone.courtesy', input), JSON.stringify(input)).toMatchObject({ refusals: ['GRID_INVALID'] });
});

test('from the first measurement on, neither the grid nor a criterion moves', async () => {
  await moveTo('FIELDWORK');
  expect((await correct('phone.courtesy', { weight: '1' })).refusals).toEqual([]);
  expect(await importTests(sheetOf([byPhone('P1', 'T1', 'oui 3 5')]))).toMatchObject({ applied: true });
  expect(await correct('phone.courtesy', { weight: '9' })).toMatchObject({ refusals: ['GRID_FROZEN'] });
  await moveTo('PREPARATION', 'On voudrait changer la grille.');
  expect(await ask('MANAGER', verbs.configure, { id, grid: configuration() })).toMatchObject({
    refusals: ['GRID_FROZEN'],
  });
  expect(await kept()).toEqual(configuration());
});

test('an edition that does not exist gets no grid', async () => {
  const nobody = '00000000-0000-4000-8000-00000000dead';
  expect(await ask('MANAGER', verbs.configure, { id: nobody, grid: configuration() })).toMatchObject({
    refusals: ['NOT_FOUND'],
  });
});
