import { expect, test } from 'vitest';
import { factNames } from '../../server/partner/dictionary.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, publishNow, type Rehearsal, verbs } from '../support/edition.ts';
import { byPhone } from '../support/sample.ts';

const office = await makeBackOffice('publication');
const { ask, done, read, sql, time } = office;
const draft = await makeEdition(office, 'PREPARATION', { year: 2021 });
const { id, publish, rehearse, structure } = await makeEdition(office, 'EMBARGO');
const TOLD = factNames.toSorted();
const STAMP = '{number,hash,published_at,signature,public_key}';

const requestOf = (hash: string, of = id) =>
  ask<{ requestRelease: { id: string } }>('MANAGER', verbs.request, { id: of, input: { hash } });
const published = (year: number, fields: string, version?: string) =>
  read<{ edition: unknown }>(
    `query ($year: Year!, $version: String) { edition(year: $year, version: $version) { ${fields} } }`,
    {
      ...{ year, version },
    },
  ).then(({ data }) => data.edition);
const rename = async (reference: string, name: string) => {
  const found = 'query ($id: ID!) { structure(id: $id) { version reference kind } }';
  const { version, ...rest } = await done<{ version: number }>(found, { id: structure[reference] });
  await done(
    'mutation ($id: ID!, $version: Int!, $input: StructureInput!) { updateStructure(id: $id, version: $version, input: $input) { id } }',
    { id: structure[reference], version, input: { ...rest, name } },
  );
};
const TOWNS = 'Villes de plus de 50 000 habitants';

test('everything that keeps an edition from being published is said at once', async () => {
  const { blockers, hash } = await draft.rehearse();
  expect(blockers).toEqual([
    { code: 'NOT_IN_EMBARGO', subject: 'PREPARATION' },
    { code: 'NO_SCORES', subject: null },
    { code: 'TROPHY_NOT_DECIDED', subject: TOWNS },
    { code: 'TROPHY_NOT_DECIDED', subject: 'Régions' },
  ]);
  expect(await requestOf(hash, draft.id)).toMatchObject({
    ...{ refusals: ['PUBLICATION_BLOCKED'], details: [{ blockers }] },
  });
  expect(await published(2021, 'year')).toBeNull();
});

test('scores out of date, a trophy left open and one without its point remarquable stand in the way', async () => {
  const other = await makeEdition(office, 'EMBARGO', { year: 2028 });
  const state = async () => (await done<Rehearsal>(verbs.rehearse, { id: other.id })).blockers;
  expect(await state()).toEqual([]);
  await other.award('towns', ['T2'], { pointRemarquable: null, motive: 'Choix du jury.' });
  expect(await state()).toEqual([{ code: 'POINT_REMARQUABLE_MISSING', subject: 'Ville de Beaumarsan' }]);
  await other.award('towns', ['T1']);
  expect(await state()).toEqual([]);
  // No phase lets a test change once the trophies are under embargo: someone did it in the database itself.
  await sql(`update audit set state = 'REJECTED' where reference = 'P2' and edition_id = ?`, [other.id]);
  expect(await state()).toEqual([{ code: 'SCORES_STALE', subject: null }]);
});

test('a rehearsal changes nothing and says how much stays unsaid', async () => {
  const before = await sql('select count(*)::int as n from change');
  const first = await rehearse();
  expect(await rehearse()).toEqual(first);
  expect(await sql('select count(*)::int as n from change')).toEqual(before);
  expect(first).toMatchObject({ version: '2022.1', laureateCount: 2, unnamedCount: 6, withheldCount: 16 });
  expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('what moved since it was confirmed does not go out', async () => {
  const { hash } = await rehearse();
  await rename('T1', 'Ville d’Aubrevaux');
  expect(await requestOf(hash)).toMatchObject({ refusals: ['PUBLICATION_MOVED'] });
  expect(await requestOf('')).toMatchObject({ refusals: ['PUBLICATION_MOVED'] });
  expect(await published(2022, 'year')).toBeNull();
});

/** Numbers written out and numbers compare as numbers. */
const numbers = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, /^-?\d+(\.\d+)?$/.test(String(value)) ? Number(value) : value]),
  );

const textOf = (row: object) => JSON.stringify(Object.entries(row).toSorted());

test('of five people who ask and five who approve at the same instant one does, and exactly what was rehearsed becomes public', async () => {
  const { hash, rows } = await rehearse();
  time.now = new Date('2022-11-10T11:00:00Z');
  const asked = await Promise.all(Array.from({ length: 5 }, () => requestOf(hash)));
  expect(asked.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('RELEASE_UNDER_WAY'));
  const release = asked.find(({ refusals }) => refusals.length === 0)?.data.requestRelease.id;
  const approve = () => ask('ADMINISTRATOR', verbs.approve, { id: release, hash });
  const answers = await Promise.all(Array.from({ length: 5 }, approve));
  expect(answers.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('RELEASE_STATE'));

  expect(Object.keys(rows).sort()).toEqual(TOLD);
  for (const [table, rehearsed] of Object.entries(rows)) {
    const lines = await sql<{ line: object }>(
      `select to_jsonb(t) - '{version}'::text[] - '${table === 'dataset' ? STAMP : '{}'}'::text[] as line
        from published.${table} t`,
    );
    const inOrder = (rows: object[]) =>
      rows.map((row) => numbers(row)).toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
    expect(inOrder(lines.map(({ line }) => line)), table).toEqual(inOrder([rehearsed].flat() as object[]));
  }
  expect(await published(2022, 'dataset { version hash publishedAt }')).toEqual({
    dataset: { version: '2022.1', hash, publishedAt: '2022-11-10T11:00:00.000Z' },
  });
  const state = await done('query ($id: ID!) { edition(id: $id) { phase publishedAt } }', { id });
  expect(state).toEqual({ phase: 'PUBLISHED', publishedAt: '2022-11-10T11:00:00.000Z' });
});

const FIGURE = 'figure { ... on Told { value structureCount numerator denominator } ... on Withheld { reason until } }';

test('the palmarès names the laureates', async () => {
  const trophies =
    'trophies { nodes { category { code rules } pointRemarquable laureates { nodes { name kind departmentCode rank award } } } }';
  const laureate = (name: string, kind: string, departmentCode: string | null) => ({
    nodes: [{ name, kind, departmentCode, rank: 1, award: 'TROPHY' }],
  });
  expect(await published(2022, `structureCount fewestContributors overall { ${FIGURE} } ${trophies}`)).toEqual({
    ...{ structureCount: 8, fewestContributors: 5 },
    overall: { figure: { value: 52.51, structureCount: 8, numerator: null, denominator: null } },
    trophies: {
      nodes: [
        {
          category: { code: 'towns', rules: 'Communes, à partir de 50 000 habitants.' },
          ...{ pointRemarquable: 'Remarquable : towns.', laureates: laureate('Ville d’Aubrevaux', 'COMMUNE', '10') },
        },
        {
          category: { code: 'regions', rules: 'Régions.' },
          ...{ pointRemarquable: 'Remarquable : regions.', laureates: laureate('Région Fontarelle', 'REGION', null) },
        },
      ],
    },
  });
});

test('what a figure could betray is withheld: the small ones, and those that would give them away', async () => {
  const told = (value: number, structureCount: number | null, more: object = {}) => ({
    ...{ value, structureCount, numerator: null, denominator: null, ...more },
  });
  const because = (reason: string) => ({ reason, until: null });
  const means = `channels: means(where: { scope: { is: ALL }, measure: { is: CHANNEL } }) { nodes { channelCode ${FIGURE} } }
    categories: means(where: { scope: { is: CATEGORY }, measure: { is: OVERALL } }) { nodes { categoryCode ${FIGURE} } }
    indicators { nodes { code ${FIGURE} } }`;
  expect(await published(2022, means)).toEqual({
    channels: {
      nodes: [
        { channelCode: 'PHONE', figure: told(57.81, 8) },
        { channelCode: 'EMAIL', figure: told(36.61, 8) },
        { channelCode: 'RECEPTION', figure: because('SMALL_BASE') },
      ],
    },
    // Told, the mean of the five towns less that of all would give away the mean of the three regions.
    categories: {
      nodes: [
        { categoryCode: 'towns', figure: because('PROTECTS_ANOTHER') },
        { categoryCode: 'regions', figure: because('SMALL_BASE') },
      ],
    },
    indicators: {
      nodes: [
        { code: 'structures', figure: told(8, null, { numerator: 8, denominator: 8 }) },
        { code: 'phone.connected_first', figure: told(0.75, null, { numerator: 6, denominator: 8 }) },
        { code: 'email.within_5_days', figure: because('SMALL_BASE') },
        { code: 'phone.rings_mean', figure: told(4.333333, null, { numerator: 26, denominator: 6 }) },
        { code: 'reception.score_mean', figure: because('SMALL_BASE') },
        { code: 'towns.score_mean', figure: because('PROTECTS_ANOTHER') },
      ],
    },
  });
});

test('a mean of nobody is withheld like one of too few: a row for every place there could be', async () => {
  const [{ territories, reasons } = { territories: 0, reasons: [] }] = await sql<{
    territories: number;
    reasons: string[];
  }>(
    `select count(distinct territory_code)::int as territories, array_agg(distinct withheld) as reasons
     from published.mean where version = '2022.1' and scope in ('REGION', 'DEPARTMENT')`,
  );
  expect(territories).toBeGreaterThan(100);
  expect(reasons).toEqual(['SMALL_BASE']);
});

test('what is already published is not published twice', async () => {
  const { blockers, hash } = await rehearse();
  expect(blockers).toEqual([{ code: 'UNCHANGED', subject: '2022.1' }]);
  expect(await requestOf(hash)).toMatchObject({ refusals: ['PUBLICATION_UNCHANGED'] });
});

test('a correction is the next version, and the one before remains readable for ever', async () => {
  const fields = 'dataset { version publishedAt } trophies { nodes { laureates { nodes { name } } } }';
  const named = (...names: string[]) => ({ nodes: names.map((name) => ({ laureates: { nodes: [{ name }] } })) });
  const before = await published(2022, fields);
  await rename('R1', 'Région Fontarelle-Sud');
  expect(await rehearse()).toMatchObject({ version: '2022.2', blockers: [] });
  time.now = new Date('2022-12-01T08:00:00Z');
  expect(await publish('Le nom de la région était faux.')).toMatchObject({ name: '2022.2' });
  // What is kept of the version before is given until PostgreSQL tells of the release, a moment after its commit.
  await expect
    .poll(() => published(2022, fields))
    .toEqual({
      dataset: { version: '2022.2', publishedAt: '2022-12-01T08:00:00.000Z' },
      trophies: named('Ville d’Aubrevaux', 'Région Fontarelle-Sud'),
    });
  expect(await published(2022, fields, '2022.1')).toEqual(before);
  const { items } = await done<{ items: object[] }>(
    'query ($id: ID!) { datasets(editionId: $id) { items { name number } } }',
    {
      id,
    },
  );
  expect(items).toEqual([
    { name: '2022.1', number: 1 },
    { name: '2022.2', number: 2 },
  ]);
  const changes = `{ changes(from: "2022.1", to: "2022.2") { totalCount nodes { table key kind fields } } }`;
  expect((await read(changes)).data).toEqual({
    changes: { totalCount: 1, nodes: [{ table: 'laureate', key: '1/0', kind: 'CHANGED', fields: ['name'] }] },
  });
  const since = `{ laureates(changedSince: "2022-11-20T00:00:00Z") { nodes { name } } datasets { nodes { version supersededBy } } }`;
  expect((await read(since)).data).toEqual({
    laureates: { nodes: [{ name: 'Région Fontarelle-Sud' }] },
    datasets: {
      nodes: [
        { version: '2022.1', supersededBy: '2022.2' },
        { version: '2022.2', supersededBy: null },
      ],
    },
  });
  const first = await done('query ($id: ID!) { edition(id: $id) { publishedAt } }', { id });
  expect(first).toEqual({ publishedAt: '2022-11-10T11:00:00.000Z' });
});

test('the next edition is compared with the means that were published, and with no other', async () => {
  const next = await makeEdition(office, 'PUBLISHED', { year: 2023 });
  expect(next.id).toBeTruthy();
  const means = `means(where: { measure: { is: OVERALL }, scope: { in: [ALL, CATEGORY] } }) {
    nodes { code comparability previous likeForLike commonCount series { nodes { edition { year } } } } }`;
  const years = { nodes: [{ edition: { year: 2023 } }, { edition: { year: 2022 } }] };
  const none = { comparability: 'COMPARABLE', previous: null, likeForLike: null, commonCount: null, series: years };
  expect(await published(2023, means)).toEqual({
    means: {
      nodes: [
        { code: 'all/overall', ...none, previous: 52.51 },
        { code: 'category.towns/overall', ...none },
        { code: 'category.regions/overall', ...none },
      ],
    },
  });
});

const FIGURES =
  'mutation ($id: ID!, $figures: [FigureInput!]!) { recordFigures(editionId: $id, figures: $figures) { id } }';
const globalScore = {
  ...{ code: 'global_score', label: 'Note globale', value: '66.5', unit: 'SCORE', confidence: 'HIGH' },
  sources: ['https://example.org/2010'],
};

test('a score that is withheld is not replaced by one that was reported', async () => {
  const fieldwork = ['T1', 'T2', 'T3'].map((of) => byPhone(`P-${of}`, of, 'oui 3 5'));
  const small = await makeEdition(office, 'DELIBERATION', { year: 2026, fieldwork });
  await done(FIGURES, { id: small.id, figures: [globalScore] });
  await small.award('towns', ['T1', 'T2', 'T3']);
  await small.award('regions', [], { motive: 'Aucune région n’a été testée.' });
  await small.moveTo('EMBARGO');
  await small.publish();
  expect(await published(2026, `overall { ${FIGURE} }`)).toEqual({
    overall: { figure: { reason: 'SMALL_BASE', until: null } },
  });
});

test('an edition of which only public sources speak is published with their figures, as such', async () => {
  const edition = await done('mutation ($input: EditionInput!) { createEdition(input: $input) { id } }', {
    input: { ordinal: 99, year: 2010, label: 'Première', provenance: 'REPORTED' },
  });
  await done(FIGURES, { id: edition.id, figures: [globalScore] });
  for (const phase of ['FIELDWORK', 'CONTROL', 'DELIBERATION', 'EMBARGO'])
    await done(verbs.move, { id: edition.id, phase });
  const { hash, blockers } = await done<Rehearsal>(verbs.rehearse, { id: edition.id });
  expect(blockers).toEqual([]);
  await publishNow(office, edition.id, hash);
  const told = (value: number) => ({ value, structureCount: null, numerator: null, denominator: null });
  const asked = `provenance structureCount overall { comparability ${FIGURE} }
    indicators { nodes { code sources ${FIGURE} } } trophies { totalCount }`;
  expect(await published(2010, asked)).toEqual({
    ...{ provenance: 'REPORTED', structureCount: null, trophies: { totalCount: 0 } },
    overall: { comparability: 'FIRST', figure: told(66.5) },
    indicators: {
      nodes: [{ code: 'global_score', sources: ['https://example.org/2010'], figure: told(66.5) }],
    },
  });
});
