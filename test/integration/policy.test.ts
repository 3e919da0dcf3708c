import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { byEmail, byPhone } from '../support/sample.ts';

const office = await makeBackOffice('policy');
const { ask, done, sql } = office;

/** The telephone weighs 3 and e-mail 1. T1 has 100 by telephone and no e-mail; T2 has 100 and 50; T3 has 100 and 25. */
const fieldwork = [
  ...[byPhone('P1', 'T1', 'oui 3 5'), byPhone('P2', 'T2', 'oui 3 5'), byPhone('P3', 'T3', 'oui 3 5')],
  ...[byEmail('E2', 'T2', 'oui 7 partiel'), byEmail('E3', 'T3', 'oui 7 obscur')],
];
const { id, moveTo } = await makeEdition(office, 'CONTROL', { fieldwork });

const PLACE = 'rank rankInForce score scoreInForce enrolment { structure { reference } }';
const PODIUM = `category { code } rankedCount podium { ${PLACE} } moved { ${PLACE} }`;
const outcomes = `query ($id: ID!, $floor: Decimal) { policyOutcomes(editionId: $id, floor: $floor) {
  policy floor asInForce categories { ${PODIUM} } } }`;
const choose = `mutation ($id: ID!, $rules: PolicyRules!, $motive: Prose!) {
  choosePolicy(editionId: $id, rules: $rules, motive: $motive) { number rules motive chosenByName } }`;

interface Place {
  readonly rank: number | null;
  readonly rankInForce: number | null;
  readonly score: string | null;
  readonly scoreInForce: string | null;
  readonly enrolment: { readonly structure: { readonly reference: string } };
}
interface Podium {
  readonly category: { readonly code: string };
  readonly rankedCount: number;
  readonly podium: readonly Place[];
  readonly moved: readonly Place[];
}
const towns = (podiums: readonly Podium[]) => podiums.find(({ category }) => category.code === 'towns') as Podium;
const told = (places: readonly Place[]) =>
  places.map(({ rank, score, enrolment }) => `${rank} ${enrolment.structure.reference} ${score}`);
const under = async (floor?: string) => {
  const all = await done<{ policy: string; floor: string | null; asInForce: boolean; categories: Podium[] }[]>(
    outcomes,
    { id, floor },
  );
  return Object.fromEntries(all.map((each) => [each.policy, { ...each, towns: towns(each.categories) }]));
};
const EMAIL = (whenAbsent: string, floor?: string) => ({ channels: [{ code: 'EMAIL', whenAbsent, floor }] });
const compute = async () => {
  const { inputsHash } = await done<{ inputsHash: string }>(verbs.preview, { id });
  return done<{ number: number }>(verbs.compute, { id, inputsHash });
};
const ranks = async () => {
  const query = `query ($id: ID!) { ranking(editionId: $id) { category { code } lines { rank score enrolment { structure { reference } } } } }`;
  const all = await done<{ category: { code: string }; lines: Place[] }[]>(query, { id });
  return told(all.find(({ category }) => category.code === 'towns')?.lines ?? []).slice(0, 3);
};

test('a structure without a channel stands elsewhere under each policy, and the table says where', async () => {
  const { RENORMALISE, ZERO, FLOOR, EXCLUDE } = await under('40');
  expect(told(RENORMALISE?.towns.podium ?? [])).toEqual(['1 T1 100.00', '2 T2 87.50', '3 T3 81.25']);
  expect(told(FLOOR?.towns.podium ?? [])).toEqual(['1 T2 87.50', '2 T1 85.00', '3 T3 81.25']);
  expect(told(ZERO?.towns.podium ?? [])).toEqual(['1 T2 87.50', '2 T3 81.25', '3 T1 75.00']);
  expect(told(EXCLUDE?.towns.podium ?? [])).toEqual(['1 T2 87.50', '2 T3 81.25']);
  expect([RENORMALISE, FLOOR, ZERO, EXCLUDE].map((each) => each?.asInForce)).toEqual([true, false, false, false]);
  expect(FLOOR?.floor).toBe('40');
});

test('who moves is told, and by how much', async () => {
  const { RENORMALISE, EXCLUDE } = await under();
  expect(RENORMALISE?.towns.moved).toEqual([]);
  expect(EXCLUDE?.towns.rankedCount).toBe(2);
  expect(EXCLUDE?.towns.moved.map(({ enrolment, ...place }) => [enrolment.structure.reference, place])).toEqual([
    ['T2', { rank: 1, rankInForce: 2, score: '87.50', scoreInForce: '87.50' }],
    ['T3', { rank: 2, rankInForce: 3, score: '81.25', scoreInForce: '81.25' }],
    ['T1', { rank: null, rankInForce: 1, score: null, scoreInForce: '100.00' }],
  ]);
});

test('the choice, its author and its motive stay, and the scores wait to be computed again', async () => {
  expect(await compute()).toMatchObject({ number: 1 });
  expect(await ranks()).toEqual(['1 T1 100.00', '2 T2 87.50', '3 T3 81.25']);
  const motive = 'Une adresse électronique est due aux usagers.';
  expect(await done(choose, { id, rules: EMAIL('ZERO'), motive })).toMatchObject({
    ...{ number: 1, motive, rules: { channels: [{ code: 'EMAIL', whenAbsent: 'ZERO' }] } },
  });
  const { changes } = await done<{ changes: Place[] }>(verbs.preview, { id });
  expect(changes).toHaveLength(3);
  expect(await compute()).toMatchObject({ number: 2 });
  expect(await ranks()).toEqual(['1 T2 87.50', '2 T3 81.25', '3 T1 75.00']);
  expect(await sql(`select number, motive, chosen_by is not null as signed from scoring_policy`)).toEqual([
    { number: 1, motive, signed: true },
  ]);
});

test('a run keeps the policy it was computed under', async () => {
  await done(choose, { id, rules: EMAIL('FLOOR', '40'), motive: 'Un plancher, comme l’an passé.' });
  await compute();
  const query =
    'query ($id: ID!) { scoreRuns(editionId: $id, sort: "number") { items { number policy { number rules } } } }';
  const { items } = await done<{ items: object[] }>(query, { id });
  expect(items).toEqual([
    { number: 1, policy: null },
    { number: 2, policy: { number: 1, rules: EMAIL('ZERO') } },
    { number: 3, policy: { number: 2, rules: EMAIL('FLOOR', '40') } },
  ]);
});

test.each([
  ['a channel the grid has not', { channels: [{ code: 'FAX', whenAbsent: 'ZERO' }] }],
  ['a floor that is not said', { channels: [{ code: 'EMAIL', whenAbsent: 'FLOOR' }] }],
  ['a floor above 100', { channels: [{ code: 'EMAIL', whenAbsent: 'FLOOR', floor: '101' }] }],
  ['a share above 1', { minimumShare: '65' }],
  ['a policy that does not exist', { absences: { REFUSED: 'HALF' } }],
  ['a misspelt key', { channel: [] }],
])('%s is refused, and the place is named', async (_, rules) => {
  const { refusals, details } = await ask('MANAGER', choose, { id, rules, motive: 'Pour voir.' });
  expect(refusals).toEqual(['POLICY_INVALID']);
  expect(details[0]?.faults).toHaveLength(1);
  const preview = `query ($id: ID!, $rules: PolicyRules!) { policyOutcome(editionId: $id, rules: $rules) { rankedCount } }`;
  expect(await ask('MANAGER', preview, { id, rules })).toMatchObject({ refusals: ['POLICY_INVALID'] });
});

test('a policy may ask for a share of data, and the structures under it leave the ranking', async () => {
  const preview = `query ($id: ID!, $rules: PolicyRules!) { policyOutcome(editionId: $id, rules: $rules) { ${PODIUM} } }`;
  const all = await done<Podium[]>(preview, { id, rules: { minimumShare: '0.76' } });
  expect(told(towns(all).podium)).toEqual(['1 T2 87.50', '2 T3 81.25']);
  const exactly = await done<Podium[]>(preview, { id, rules: { minimumShare: '0.75' } });
  expect(told(towns(exactly).podium)).toHaveLength(3);
});

test('nobody but staff simulates or chooses', async () => {
  for (const asker of ['CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const) {
    expect((await ask(asker, outcomes, { id })).refusals).toEqual(['FORBIDDEN']);
    expect((await ask(asker, choose, { id, rules: {}, motive: 'Moi.' })).refusals).toEqual(['FORBIDDEN']);
    expect((await ask(asker, 'query ($id: ID!) { workshop(editionId: $id) { runNumber } }', { id })).refusals).toEqual([
      'FORBIDDEN',
    ]);
  }
});

test('the workshop starts from the scores of the latest run, and writes nothing', async () => {
  const lines = () => sql('select count(*)::int as n from score');
  const before = await lines();
  const workshop = await done<{ entrants: object[] }>(
    `query ($id: ID!) { workshop(editionId: $id) { runNumber channels { code weight compared whenAbsent floor } entrants { name rank score channels notApplicable excluded } } }`,
    { id },
  );
  expect(workshop).toMatchObject({
    runNumber: 3,
    channels: [
      { code: 'PHONE', weight: '3', compared: true, whenAbsent: 'RENORMALISE', floor: null },
      { code: 'EMAIL', weight: '1', compared: true, whenAbsent: 'FLOOR', floor: '40' },
      { code: 'RECEPTION', weight: '1', compared: false },
    ],
  });
  expect(workshop.entrants.slice(0, 2)).toEqual([
    {
      ...{ name: 'Ville de Beaumarsan', rank: 1, score: '87.50', notApplicable: [], excluded: false },
      channels: ['100.000000000000', '50.000000000000', null],
    },
    {
      ...{ name: 'Ville de Aubrevaux', rank: 2, score: '85.00', notApplicable: [], excluded: false },
      channels: ['100.000000000000', null, null],
    },
  ]);
  expect(await lines()).toEqual(before);
});

test('from deliberation on the policy is frozen', async () => {
  await moveTo('DELIBERATION');
  expect(await ask('MANAGER', choose, { id, rules: EMAIL('ZERO'), motive: 'Trop tard.' })).toMatchObject({
    refusals: ['POLICY_FROZEN'],
  });
});
