import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { byPhone, categories, sheetOf } from '../support/sample.ts';

const office = await makeBackOffice('award');
const { ask, done, sql, time } = office;
const { id, award, category, moveTo, structure } = await makeEdition(office, 'CONTROL');
const MOTIVE = { motive: 'Le jury distingue un accueil hors du commun.' };

const decisions = async (code: string) =>
  sql<{ structure_ids: string[]; follows_ranking: boolean; motive: string | null; point_remarquable: string | null }>(
    `select d.structure_ids, d.follows_ranking, d.motive, d.point_remarquable from decision d
     join trophy t on t.id = d.trophy_id where t.category_id = ? order by d.created_at`,
    [category[code]],
  );
const laureates = async (code: string) =>
  (
    await sql<{ reference: string }>(
      `select s.reference from laureate l join trophy t on t.id = l.trophy_id join structure s on s.id = l.structure_id
       where t.category_id = ? order by s.reference`,
      [category[code]],
    )
  ).map(({ reference }) => reference);
const idsOf = (...references: string[]) => references.map((each) => structure[each]);

test('nobody awards a trophy before deliberation', async () => {
  expect(await award('towns', ['T1'])).toMatchObject({ refusals: ['AWARD_CLOSED'] });
  await moveTo('DELIBERATION');
});

test('nor without scores', async () => {
  expect(await award('towns', ['T1'])).toMatchObject({ refusals: ['NO_SCORES'] });
  await done(verbs.compute, { id });
});

test.each([
  ['the second', ['T2']],
  ['the first and the second', ['T1', 'T2']],
  ['nobody', []],
])('to choose %s needs a motive', async (_, chosen) => {
  expect(await award('towns', chosen)).toMatchObject({ refusals: ['AWARD_MOTIVE_REQUIRED'] });
  expect(await laureates('towns')).toEqual([]);
});

test.each([
  ['of another category', ['R1']],
  ['of which one is of another category', ['T1', 'R1']],
  ['that does not exist', ['T99']],
])('a laureate %s is refused, even with a motive', async (_, chosen) => {
  const categoryId = category.towns;
  const structureIds = chosen.map((each) => structure[each] ?? '00000000-0000-4000-8000-00000000dead');
  expect(await ask('MANAGER', verbs.award, { categoryId, input: { structureIds, ...MOTIVE } })).toMatchObject({
    refusals: ['AWARD_OUTSIDE_CATEGORY'],
  });
});

test('the first receives the trophy, at rank 1, for its point remarquable', async () => {
  time.now = new Date('2022-10-01T08:30:00Z');
  const { data } = await award('towns', ['T1']);
  expect(data).toMatchObject({
    awardTrophy: {
      // Not published before someone else approved it and the laureate consented.
      pointRemarquable: null,
      laureates: [{ rank: 1, structure: { reference: 'T1' } }],
    },
  });
  const told = 'query ($id: ID!) { trophy(id: $id) { pointRemarquable } }';
  expect(await done(told, { id: data.awardTrophy.id })).toEqual({ pointRemarquable: 'Remarquable : towns.' });
  const query = `query ($id: ID!) { decisions(editionId: $id) { items {
    structureIds followsRanking motive decidedAt runNumber } } }`;
  expect(await done(query, { id })).toEqual({
    items: [
      {
        ...{ structureIds: idsOf('T1'), followsRanking: true, motive: null, runNumber: 1 },
        decidedAt: '2022-10-01T08:30:00.000Z',
      },
    ],
  });
});

test('a second decision follows the first, and both remain', async () => {
  const changed = await award('towns', ['T2', 'T3'], MOTIVE);
  expect(changed.refusals).toEqual([]);
  expect(await laureates('towns')).toEqual(['T2', 'T3']);
  const after = await decisions('towns');
  expect(after).toMatchObject([
    { structure_ids: idsOf('T1'), follows_ranking: true },
    { structure_ids: idsOf('T2', 'T3'), follows_ranking: false, ...MOTIVE },
  ]);
});

test('a trophy may be left without a laureate, for a motive', async () => {
  expect((await award('towns', [], { ...MOTIVE, pointRemarquable: null })).refusals).toEqual([]);
  expect(await laureates('towns')).toEqual([]);
  expect((await decisions('towns')).at(-1)).toMatchObject({ structure_ids: [], follows_ranking: false });
});

test('five decisions at the same instant leave one trophy, and the last one stands', async () => {
  const before = (await decisions('regions')).length;
  const choices = [['R1'], ['R2'], ['R3'], ['R1', 'R2'], []];
  const answers = await Promise.all(choices.map((chosen) => award('regions', chosen, MOTIVE)));
  expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
  expect(new Set(answers.map(({ data }) => data.awardTrophy.id)).size).toBe(1);
  const taken = await decisions('regions');
  expect(taken).toHaveLength(before + 5);
  const last = taken.at(-1)?.structure_ids ?? ['none'];
  expect(idsOf(...(await laureates('regions'))).sort()).toEqual([...last].sort());
  await award('regions', ['R1']);
});

test('a category that was awarded stays, even if the edition goes back', async () => {
  await moveTo('PREPARATION', 'Pour voir.');
  const remove = 'mutation ($id: ID!) { removeCategory(id: $id) }';
  expect(await ask('MANAGER', remove, { id: category.towns })).toMatchObject({ refusals: ['CATEGORY_IN_USE'] });
  expect(await laureates('regions')).toEqual(['R1']);
  for (const phase of ['FIELDWORK', 'CONTROL']) await moveTo(phase);
});

test('scores out of date award nothing', async () => {
  const [{ audit } = { audit: '' }] = await sql<{ audit: string }>(
    `select id as audit from audit where reference = 'P3b'`,
  );
  await done(verbs.decide, { id, ids: [audit], state: 'REJECTED', reason: 'Inaudible.' });
  await moveTo('DELIBERATION');
  expect(await award('towns', ['T1'])).toMatchObject({ refusals: ['SCORES_STALE'] });
  const { inputsHash } = await done<{ inputsHash: string }>(verbs.preview, { id });
  await done(verbs.compute, { id, inputsHash });
  expect((await award('towns', ['T1'])).refusals).toEqual([]);
});

test('equals at the head receive it together, and to leave one out needs a motive', async () => {
  const fieldwork = ['T1', 'T2', 'T3'].map((of, i) => byPhone(`P${i}`, of, i === 2 ? 'non 3 5' : 'oui 3 5'));
  const tied = await makeEdition(office, 'DELIBERATION', { year: 2023, fieldwork });
  expect((await tied.award('towns', ['T1'])).refusals).toEqual(['AWARD_MOTIVE_REQUIRED']);
  expect((await tied.award('towns', ['T1', 'T1'])).refusals).toEqual(['AWARD_MOTIVE_REQUIRED']);
  expect((await tied.award('towns', ['T2', 'T1'])).data).toMatchObject({
    awardTrophy: {
      laureates: expect.arrayContaining(['T1', 'T2'].map((reference) => ({ rank: 1, structure: { reference } }))),
    },
  });
  expect(
    await sql('select count(*)::int as n from laureate l join trophy t on t.id = l.trophy_id where t.edition_id = ?', [
      tied.id,
    ]),
  ).toEqual([{ n: 2 }]);
});

test('the minimum field and the minimum score of a trophy are data of its category', async () => {
  const fieldwork = [byPhone('P1', 'T1', 'oui 3 5'), byPhone('P2', 'T2', 'oui 9 5')];
  const small = await makeEdition(office, 'PREPARATION', { year: 2026, fieldwork });
  const update =
    'mutation ($id: ID!, $input: CategoryInput!) { updateCategory(id: $id, version: 1, input: $input) { awardField awardMinimum } }';
  const [towns] = categories;
  const input = { ...towns, awardField: 2, awardMinimum: '75.01' };
  expect(await done(update, { id: small.category.towns, input })).toEqual({ awardField: 2, awardMinimum: '75.01' });
  await small.moveTo('FIELDWORK');
  await small.importTests(sheetOf(fieldwork));
  await small.moveTo('CONTROL');
  await done(verbs.decide, { id: small.id, state: 'VALIDATED' });
  await small.moveTo('DELIBERATION');
  await done(verbs.compute, { id: small.id });
  // T2 scores exactly 75: a hundredth under the minimum.
  expect(await small.award('towns', ['T2'], MOTIVE)).toMatchObject({
    ...{ refusals: ['AWARD_NOT_ELIGIBLE'], details: [{ minimumScore: '75.01', minimumField: 2 }] },
  });
  expect((await small.award('towns', ['T1'])).refusals).toEqual([]);
});

test('a field of two awards nothing to anyone', async () => {
  const fieldwork = [byPhone('P1', 'T1', 'oui 3 5'), byPhone('P2', 'T2', 'non 3 5')];
  const small = await makeEdition(office, 'DELIBERATION', { year: 2024, fieldwork });
  expect((await small.award('towns', ['T1'], MOTIVE)).refusals).toEqual(['AWARD_FIELD_TOO_SMALL']);
  expect((await small.award('towns', [], MOTIVE)).refusals).toEqual([]);
});

test('a category without a trophy is not awarded', async () => {
  const plain = await makeEdition(office, 'PREPARATION', { year: 2025 });
  const input = { code: 'others', label: 'Autres', position: 9, kinds: ['OTHER'], awarded: false };
  const other = await done(
    'mutation ($id: ID!, $input: CategoryInput!) { createCategory(editionId: $id, input: $input) { id } }',
    {
      ...{ id: plain.id, input },
    },
  );
  expect(await ask('MANAGER', verbs.award, { categoryId: other.id, input: { structureIds: [] } })).toMatchObject({
    refusals: ['CATEGORY_NOT_AWARDED'],
  });
});
