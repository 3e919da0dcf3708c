import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('cockpit');
const { ask, done, sql, time } = office;
// A Wednesday of the fieldwork.
time.now = new Date('2022-06-15T09:00:00Z');
const { id, enrolment } = await makeEdition(office, 'CONTROL');

const PROGRESS = `query ($id: ID!) { fieldworkProgress(editionId: $id) {
  planned unassigned late recorded toControl validated rejected openQuestions openClaims remaining recent endsOn plannedTo
  weeks { channel monday planned done validated late } places { code name structures untouched planned done }
  auditors { code late coming remindedOn } } }`;
interface Progress {
  readonly planned: number;
  readonly recorded: number;
  readonly validated: number;
  readonly rejected: number;
  readonly toControl: number;
  readonly late: number;
  readonly remaining: number;
  readonly recent: number;
  readonly weeks: readonly { channel: string; monday: string; planned: number; done: number; late: number }[];
  readonly places: readonly { code: string; structures: number; untouched: number; done: number }[];
  readonly auditors: readonly { code: string; late: number; coming: number; remindedOn: string | null }[];
}
const progress = () => done<Progress>(PROGRESS, { id });

const auditors: Record<string, string> = {};
for (const code of ['C-01', 'C-02']) {
  const [made] = await sql<{ id: string }>(
    `insert into auditor (account_id, code, name, email, channels, departments)
     values (gen_random_uuid(), ?, ?, ?, '{PHONE}', '{}') returning id`,
    [code, `Auditrice ${code}`, `${code.toLowerCase()}@example.org`],
  );
  auditors[code] = made?.id ?? '';
}
const [scenario] = await sql<{ id: string }>(
  `insert into scenario (edition_id, channel, code, label, instructions) values (?, 'PHONE', 'A', 'Un acte', 'Demander un acte.') returning id`,
  [id],
);
let number = 0;
const plan = (onDay: string, auditor: string | null, state: string, structure = 'T1') => {
  number += 1;
  return sql(
    `insert into assignment (edition_id, enrolment_id, channel, reference, scenario_id, auditor_id, on_day, from_time, to_time, state)
     values (?, ?, 'PHONE', ?, ?, ?, ?, '09:00', '12:00', ?)`,
    [id, enrolment[structure], `T-${number}`, scenario?.id, auditor && auditors[auditor], onDay, state],
  );
};

test('without a plan, the cockpit tells what was recorded, and forecasts nothing', async () => {
  const [{ n } = { n: 0 }] = await sql<{ n: number }>('select count(*)::int as n from audit where edition_id = ?', [
    id,
  ]);
  expect(await progress()).toMatchObject({
    ...{ planned: 0, remaining: 0, late: 0, recorded: n, validated: n, rejected: 0, toControl: 0 },
    ...{ endsOn: null, plannedTo: null, openQuestions: 0, openClaims: 0, auditors: [] },
  });
});

test('a test is late from the day after its own, as Paris counts days, until it is sent or withdrawn', async () => {
  await plan('2022-06-14', 'C-01', 'ASSIGNED');
  await plan('2022-06-13', 'C-01', 'UNDER_WAY', 'T2');
  await plan('2022-06-13', 'C-02', 'SUBMITTED', 'T2');
  await plan('2022-06-13', null, 'WITHDRAWN', 'T3');
  await plan('2022-06-10', null, 'PLANNED', 'T3');
  await plan('2022-06-15', 'C-02', 'ASSIGNED', 'T3');
  await plan('2022-06-30', 'C-02', 'ASSIGNED', 'T3');
  expect(await progress()).toMatchObject({ planned: 6, unassigned: 1, late: 3, remaining: 5, plannedTo: '2022-06-30' });
  const { total } = await done<{ total: number }>(
    'query ($id: ID!) { assignments(editionId: $id, late: true, perPage: 50) { total } }',
    { id },
  );
  expect(total).toBe(3);
  // Half past eleven in the evening in London is the next day in Paris.
  time.now = new Date('2022-06-15T22:30:00Z');
  expect((await progress()).late).toBe(4);
  time.now = new Date('2022-06-15T09:00:00Z');
});

test('weeks add up to the totals, and so do départements', async () => {
  const { planned, recorded, rejected, late, weeks, places } = await progress();
  const sum = <Key extends string>(rows: readonly Record<Key, number>[], key: Key) =>
    rows.reduce((all, row) => all + row[key], 0);
  expect([sum(weeks, 'planned'), sum(weeks, 'late'), sum(weeks, 'done')]).toEqual([planned, late, recorded - rejected]);
  expect(sum(places, 'done')).toBe(recorded - rejected);
  expect(sum(places, 'structures')).toBe(Object.keys(enrolment).length);
  expect(weeks.every(({ monday }) => new Date(monday).getUTCDay() === 1)).toBe(true);
});

test('a rejected test leaves what is done, and the list behind each figure has its length', async () => {
  await sql(
    `update audit set state = 'REJECTED' where id = (select id from audit where edition_id = ? order by reference limit 1)`,
    [id],
  );
  await sql(
    `update audit set state = 'SUBMITTED' where id = (select id from audit where edition_id = ? order by reference desc limit 1)`,
    [id],
  );
  const { rejected, toControl, validated, recorded } = await progress();
  expect([rejected, toControl, validated]).toEqual([1, 1, recorded - 2]);
  const lengthOf = async (filter: string) =>
    (await done<{ total: number }>(`query ($id: ID!) { audits(editionId: $id, ${filter}) { total } }`, { id })).total;
  expect([await lengthOf('lost: true'), await lengthOf('undecided: true')]).toEqual([1, 1]);
});

test('auditors who are late are reminded once a day, by two people at once, without the name of a structure', async () => {
  const remind = () =>
    ask<{ remindAuditors: number }>('MANAGER', 'mutation ($id: ID!) { remindAuditors(editionId: $id) }', { id });
  const counts = (await Promise.all([remind(), remind()])).map(({ data }) => data.remindAuditors);
  expect(counts.toSorted()).toEqual([0, 1]);
  const letters = await sql<{ recipient: string; subject: string; body: string }>(
    'select recipient, subject, body from mail',
  );
  expect(letters).toMatchObject([
    { recipient: 'c-01@example.org', subject: expect.stringMatching(/^2 tests en retard/) },
  ]);
  expect(letters[0]?.body).not.toMatch(/Aubrevaux|Beaumarsan/);
  expect((await progress()).auditors).toEqual([
    { code: 'C-01', late: 2, coming: 0, remindedOn: '2022-06-15' },
    { code: 'C-02', late: 0, coming: 1, remindedOn: null },
  ]);
  time.now = new Date('2022-06-16T09:00:00Z');
  expect((await remind()).data.remindAuditors).toBe(2);
  time.now = new Date('2022-06-15T09:00:00Z');
});

test.each(['CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const)('a %s sees nothing of it', async (role) => {
  expect((await ask(role, PROGRESS, { id })).refusals).toEqual(['FORBIDDEN']);
  expect((await ask(role, 'mutation ($id: ID!) { remindAuditors(editionId: $id) }', { id })).refusals).toEqual([
    'FORBIDDEN',
  ]);
});
