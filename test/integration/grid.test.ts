import { expect, test } from 'vitest';
import { type GridConfiguration, readConfiguration } from '../../server/grid/grid.rules.ts';
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
/** A grid with what may be left out at its default. */
const asRead = (grid: object): object => {
  const read = readConfiguration(grid);
  return 'grid' in read ? read.grid : read;
};
const all = (drafts: Draft | undefined, fields: object): void => {
  for (const draft of drafts ?? []) Object.assign(draft, fields);
};
const weighNothing = (drafts: Draft | undefined) => all(drafts, { weight: '0.00' });
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
  [
    'channels that all weigh nothing',
    changed(({ channels }) => weighNothing(channels)),
    'no compared channel has a weight above 0',
  ],
  [
    'criteria of one channel that all weigh nothing',
    changed(({ channels }) => weighNothing(channels?.[0]?.criteria)),
    'PHONE: no criterion has a weight above 0, bonuses apart',
  ],
  [
    'a channel of bonuses alone',
    changed(({ channels }) => all(channels?.[0]?.criteria, { bonus: true })),
    'PHONE: no criterion has a weight above 0, bonuses apart',
  ],
  ['a step weighed alone', set('steps.0.weight', '2'), 'either every step has a weight or none has'],
  ['steps that all weigh nothing', changed(({ steps }) => weighNothing(steps)), 'no step has a weight above 0'],
  [
    'a floor that is not said',
    set(`${CONNECTED}.absences.REFUSED`, 'FLOOR'),
    'phone.connected: the policy FLOOR needs a floor',
  ],
  ['a channel floor that is not said', set(`${PHONE}.whenAbsent`, 'FLOOR'), 'PHONE: the policy FLOOR needs a floor'],
  ['a threshold above 100', set(`${CONNECTED}.minimum`, '101'), 'channels.0.criteria.0.minimum'],
  ['a share above 1', set('minimumShare', '65'), 'minimumShare'],
  [
    'a condition on a criterion that is not there',
    set(`${PHONE}.criteria.2.conditions`, [{ criterion: 'fax.sent', in: ['1'] }]),
    'phone.courtesy: depends on fax.sent, which this channel does not have',
  ],
  [
    'a condition on what is asked later',
    set(`${CONNECTED}.conditions`, [{ criterion: 'phone.courtesy', from: '1' }]),
    'phone.connected: depends on phone.courtesy, which is not asked before it',
  ],
  [
    'a condition on an answer nobody can give',
    set(`${PHONE}.criteria.2.conditions`, [{ criterion: 'phone.connected', in: ['maybe'] }]),
    'phone.courtesy: depends on the answer maybe, which phone.connected cannot have',
  ],
  [
    'conditions that contradict one another',
    set(`${PHONE}.criteria.2.conditions`, [
      { criterion: 'phone.connected', in: ['1'] },
      { criterion: 'phone.connected', in: ['0'] },
    ]),
    'phone.courtesy: can never be asked: its conditions on phone.connected contradict one another',
  ],
  [
    'conditions that contradict those of what they rest on',
    changed(({ channels }) => {
      Object.assign(channels?.[0]?.criteria?.[1] ?? {}, { conditions: [{ criterion: 'phone.connected', in: ['1'] }] });
      Object.assign(channels?.[0]?.criteria?.[2] ?? {}, {
        conditions: [
          { criterion: 'phone.connected.rings', from: '2', below: '4' },
          { criterion: 'phone.connected', in: ['0'] },
        ],
      });
    }),
    'phone.courtesy: can never be asked: its conditions on phone.connected contradict one another',
  ],
  [
    'bounds that leave nothing between them',
    set(`${PHONE}.criteria.2.conditions`, [
      { criterion: 'phone.connected.rings', from: '4' },
      { criterion: 'phone.connected.rings', below: '4' },
    ]),
    'phone.courtesy: can never be asked: its conditions on phone.connected.rings contradict one another',
  ],
  [
    'a delay on what is not a duration',
    set(`${CONNECTED}.delay`, { from: 'SENT', to: 'ANSWERED', count: 'WORKING_DAYS' }),
    'phone.connected: only a DURATION can be derived from events',
  ],
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
  expect(await kept()).toEqual(asRead(configuration()));
  await done(verbs.configure, { id, grid: await kept() });
  expect(await kept()).toEqual(asRead(configuration()));
});

test('a grid on which nothing was measured is replaced', async () => {
  const grid = set(`${PHONE}.weight`, '2.5') as GridConfiguration;
  grid.channels.splice(2);
  grid.indicators.splice(4, 1);
  await done(verbs.configure, { id, grid });
  expect(await gridOf()).toMatchObject([{ channels: [{ code: 'PHONE' }, { code: 'EMAIL' }] }]);
  expect(await kept()).toEqual(asRead(grid));
  await done(verbs.configure, { id, grid: configuration() });
});

test('of five grids given at the same instant, one stays', async () => {
  await Promise.all(Array.from({ length: 5 }, () => done(verbs.configure, { id, grid: configuration() })));
  expect(await gridOf()).toHaveLength(1);
  expect(await kept()).toEqual(asRead(configuration()));
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
    { weight: '-2' },
    { whenRefused: 'FLOOR' },
    { floor: '101' },
    { conditions: [{ criterion: 'phone.courtesy', from: '1' }] },
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
  expect(await kept()).toEqual(asRead(configuration()));
});

test('an edition that does not exist gets no grid', async () => {
  const nobody = '00000000-0000-4000-8000-00000000dead';
  expect(await ask('MANAGER', verbs.configure, { id: nobody, grid: configuration() })).toMatchObject({
    refusals: ['NOT_FOUND'],
  });
});
