import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, publishNow, type Rehearsal, verbs } from '../support/edition.ts';
import { byPhone } from '../support/sample.ts';

const office = await makeBackOffice('publication');
const { ask, done, read, sql, time } = office;
const draft = await makeEdition(office, 'PREPARATION', { year: 2021 });
const { id, publish, rehearse, structure } = await makeEdition(office, 'EMBARGO');
const TOLD = ['category', 'channel_mean', 'dataset', 'indicator', 'laureate', 'trophy'];

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
  const other = await makeEdition(office, 'EMBARGO', { year: 2023 });
  const state = async () => (await done<Rehearsal>(verbs.rehearse, { id: other.id })).blockers;
  expect(await state()).toEqual([]);
  await other.award('towns', ['T1'], { pointRemarquable: null });
  expect(await state()).toEqual([{ code: 'POINT_REMARQUABLE_MISSING', subject: TOWNS }]);
  await other.award('towns', ['T1']);
  // No phase lets a test change once the trophies are under embargo: someone did it in the database itself.
  await sql(`update audit set state = 'REJECTED' where reference = 'P2' and edition_id = ?`, [other.id]);
  expect(await state()).toEqual([{ code: 'SCORES_STALE', subject: null }]);
});

test('a rehearsal changes nothing and says how much stays unsaid', async () => {
  const before = await sql('select count(*)::int as n from change');
  const first = await rehearse();
  expect(await rehearse()).toEqual(first);
  expect(await sql('select count(*)::int as n from change')).toEqual(before);
  expect(first).toMatchObject({ version: '2022.1', laureateCount: 2, unnamedCount: 6, withheldCount: 4 });
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
      `select to_jsonb(t) - '{version,number,hash,published_at,signature,public_key,prize_code,prize_label}'::text[] as line from published.${table} t`,
    );
    const inOrder = (rows: object[]) =>
      rows.map((row) => numbers(row)).toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
    expect(inOrder(lines.map(({ line }) => line)), table).toEqual(inOrder([rehearsed].flat() as object[]));
  }
  expect(await published(2022, 'datasetVersion datasetHash publishedAt')).toEqual({
    ...{ datasetVersion: '2022.1', datasetHash: hash, publishedAt: '2022-11-10T11:00:00.000Z' },
  });
  const state = await done('query ($id: ID!) { edition(id: $id) { phase publishedAt } }', { id });
  expect(state).toEqual({ phase: 'PUBLISHED', publishedAt: '2022-11-10T11:00:00.000Z' });
});

test('the palmarès names the laureates', async () => {
  const trophies = 'trophies { category { code } pointRemarquable laureates { name kind departmentCode rank award } }';
  const laureate = (name: string, kind: string, departmentCode: string | null) => ({
    ...{ name, kind, departmentCode, rank: 1, award: 'TROPHY' },
  });
  expect(await published(2022, `structureCount globalScore ${trophies}`)).toEqual({
    // Told, the global score less the five towns would give away the mean of the three regions, which is withheld.
    ...{ structureCount: 8, globalScore: null },
    trophies: [
      {
        ...{ category: { code: 'towns' }, pointRemarquable: 'Remarquable : towns.' },
        laureates: [laureate('Ville d’Aubrevaux', 'COMMUNE', '10')],
      },
      {
        ...{ category: { code: 'regions' }, pointRemarquable: 'Remarquable : regions.' },
        laureates: [laureate('Région Fontarelle', 'REGION', null)],
      },
    ],
  });
});

test('a figure that fewer than five structures make up is withheld with all that could betray it', async () => {
  const means = `channelMeans { channel mean structureCount withheld } categoryMeans { category { code } mean withheld }
    indicators { code value numerator denominator withheld }`;
  const figure = (code: string, value: number, numerator: number, denominator: number) => ({
    ...{ code, value, numerator, denominator, withheld: null },
  });
  const withheld = (code: string) => ({
    ...{ code, value: null, numerator: null, denominator: null, withheld: 'SMALL_BASE' },
  });
  expect(await published(2022, means)).toEqual({
    channelMeans: [
      { channel: 'PHONE', mean: 57.81, structureCount: 8, withheld: null },
      { channel: 'EMAIL', mean: 36.61, structureCount: 8, withheld: null },
      { channel: 'RECEPTION', mean: null, structureCount: 2, withheld: 'SMALL_BASE' },
    ],
    categoryMeans: [
      { category: { code: 'towns' }, mean: 48.39, withheld: null },
      { category: { code: 'regions' }, mean: null, withheld: 'SMALL_BASE' },
    ],
    indicators: [
      figure('structures', 8, 8, 8),
      figure('phone.connected_first', 0.75, 6, 8),
      withheld('email.within_5_days'),
      figure('phone.rings_mean', 4.333333, 26, 6),
      withheld('reception.score_mean'),
      figure('towns.score_mean', 48.392857, 241.964286, 5),
    ],
  });
});

test('what is already published is not published twice', async () => {
  const { blockers, hash } = await rehearse();
  expect(blockers).toEqual([{ code: 'UNCHANGED', subject: '2022.1' }]);
  expect(await requestOf(hash)).toMatchObject({ refusals: ['PUBLICATION_UNCHANGED'] });
});

test('a correction is the next version, and the one before remains readable for ever', async () => {
  const fields = 'datasetVersion publishedAt trophies { laureates { name } }';
  const before = await published(2022, fields);
  await rename('R1', 'Région Fontarelle-Sud');
  expect(await rehearse()).toMatchObject({ version: '2022.2', blockers: [] });
  time.now = new Date('2022-12-01T08:00:00Z');
  expect(await publish('Le nom de la région était faux.')).toMatchObject({ name: '2022.2' });
  expect(await published(2022, fields)).toEqual({
    ...{ datasetVersion: '2022.2', publishedAt: '2022-12-01T08:00:00.000Z' },
    trophies: [{ laureates: [{ name: 'Ville d’Aubrevaux' }] }, { laureates: [{ name: 'Région Fontarelle-Sud' }] }],
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
  const first = await done('query ($id: ID!) { edition(id: $id) { publishedAt } }', { id });
  expect(first).toEqual({ publishedAt: '2022-11-10T11:00:00.000Z' });
});

test('the next edition is compared with the means that were published, and with no other', async () => {
  const fieldwork = ['T1', 'T2', 'T3', 'T4', 'T5', 'R1', 'R2', 'R3'].map((of) => byPhone(`P-${of}`, of, 'oui 3 5'));
  const next = await makeEdition(office, 'DELIBERATION', { year: 2024, fieldwork });
  for (const [code, chosen] of [
    ['towns', ['T1', 'T2', 'T3', 'T4', 'T5']],
    ['regions', ['R1', 'R2', 'R3']],
  ] as const)
    await next.award(code, chosen);
  await next.moveTo('EMBARGO');
  await next.publish();
  const means = 'categoryMeans { category { code } mean previousMean evolution }';
  const none = { previousMean: null, evolution: null };
  expect(await published(2024, means)).toEqual({
    categoryMeans: [
      { category: { code: 'towns' }, mean: 100, ...none },
      { category: { code: 'regions' }, mean: null, ...none },
    ],
  });
  const after = await makeEdition(office, 'PUBLISHED', { year: 2025 });
  expect(after.id).toBeTruthy();
  expect(await published(2025, means)).toEqual({
    categoryMeans: [
      { category: { code: 'towns' }, mean: 48.39, previousMean: 100, evolution: -51.61 },
      { category: { code: 'regions' }, mean: null, ...none },
    ],
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
  expect(await published(2026, 'globalScore')).toEqual({ globalScore: null });
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
  expect(
    await published(
      2010,
      'provenance structureCount globalScore indicators { code value sources } trophies { pointRemarquable }',
    ),
  ).toEqual({
    ...{ provenance: 'REPORTED', structureCount: null, globalScore: 66.5, trophies: [] },
    indicators: [{ code: 'global_score', value: 66.5, sources: ['https://example.org/2010'] }],
  });
});
