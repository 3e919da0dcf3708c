import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('turnout');
const { ask, done, sql, time } = office;
const TURNOUT = `query ($id: ID!) { turnout(editionId: $id) {
  enrolled selected yearBefore before undated undatedBefore nowhere referenceYear
  days { day on enrolled before } categories { code enrolled before }
  departments { code name enrolled before registered population covered share }
  regions { code enrolled covered share } } }`;

interface Turnout {
  readonly enrolled: number;
  readonly selected: number;
  readonly yearBefore: number | null;
  readonly before: number | null;
  readonly undated: number;
  readonly undatedBefore: number | null;
  readonly nowhere: number;
  readonly days: readonly { day: number; on: string; enrolled: number | null; before: number | null }[];
  readonly categories: readonly { code: string; enrolled: number; before: number | null }[];
  readonly departments: readonly {
    code: string;
    enrolled: number;
    covered: number;
    population: number | null;
    share: number | null;
  }[];
  readonly regions: readonly { code: string; enrolled: number }[];
}
const turnout = (id: string) => done<Turnout>(TURNOUT, { id });

const earlier = await makeEdition(office, 'PREPARATION', { year: 2021 });
const { id, structure } = await makeEdition(office, 'PREPARATION', { year: 2022 });
const all = Object.keys(structure).length;
await sql(`update edition set registration_from = '2022-02-07', registration_to = '2022-04-08' where id = ?`, [id]);
await sql(`update edition set registration_from = '2021-02-01', registration_to = '2021-03-31' where id = ?`, [
  earlier.id,
]);
await sql(`update enrolment set enrolled_on = '2022-02-09' where edition_id = ?`, [id]);
await sql(`update enrolment set enrolled_on = '2021-02-01' where edition_id = ?`, [earlier.id]);
await sql(`update structure set department_code = '67', region_code = '44'`);
time.now = new Date('2022-02-10T09:00:00Z');

test('registration is told in all, by day and by category, beside the edition before', async () => {
  const told = await turnout(id);
  expect(told).toMatchObject({
    enrolled: all,
    before: all,
    yearBefore: 2021,
    undated: 0,
    undatedBefore: 0,
    nowhere: 0,
  });
  expect(told.days.slice(0, 5)).toEqual([
    { day: 0, on: '2022-02-07', enrolled: 0, before: all },
    { day: 1, on: '2022-02-08', enrolled: 0, before: all },
    { day: 2, on: '2022-02-09', enrolled: all, before: all },
    { day: 3, on: '2022-02-10', enrolled: all, before: all },
    { day: 4, on: '2022-02-11', enrolled: null, before: all },
  ]);
  expect(told.categories.reduce((sum, { enrolled }) => sum + enrolled, 0)).toBe(all);
});

test('every département is there, overseas too, and those of a region add up to it', async () => {
  const { departments, regions } = await turnout(id);
  expect(departments.length).toBeGreaterThanOrEqual(101);
  expect(departments.map(({ code }) => code)).toEqual(expect.arrayContaining(['01', '2A', '2B', '67', '974', '976']));
  expect(departments.find(({ code }) => code === '67')).toMatchObject({ enrolled: all, name: 'Bas-Rhin' });
  expect(regions.find(({ code }) => code === '44')).toMatchObject({ enrolled: all });
});

test('the inhabitants of the communes taking part are a share of those of the département', async () => {
  const [{ sum } = { sum: 0 }] = await sql<{ sum: number }>(
    `select sum(n.population)::int as sum from enrolment n join structure s on s.id = n.structure_id
     where n.edition_id = ? and s.kind = 'COMMUNE'`,
    [id],
  );
  const bas = (await turnout(id)).departments.find(({ code }) => code === '67');
  expect(bas?.population).toBeGreaterThan(1_000_000);
  expect(bas).toMatchObject({ covered: sum, share: sum / (bas?.population ?? 1) });
});

test('only confirmed enrolments count', async () => {
  const [{ id: one } = { id: '' }] = await sql<{ id: string }>(
    'select id from enrolment where edition_id = ? limit 1',
    [id],
  );
  for (const state of ['INVITED', 'DRAFT', 'SUBMITTED', 'WITHDRAWN']) {
    await sql('update enrolment set state = ? where id = ?', [state, one]);
    expect((await turnout(id)).enrolled, state).toBe(all - 1);
  }
  await sql(`update enrolment set state = 'CONFIRMED' where id = ?`, [one]);
});

test('a structure whose département is not known is told apart', async () => {
  const [{ id: one } = { id: '' }] = await sql<{ id: string }>(
    'select structure_id as id from enrolment where edition_id = ? limit 1',
    [id],
  );
  await sql('update structure set department_code = null where id = ?', [one]);
  expect((await turnout(id)).nowhere).toBe(1);
});

test.each(['CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const)('is not for a %s', async (role) => {
  expect((await ask(role, TURNOUT, { id })).refusals).toEqual(['FORBIDDEN']);
});
