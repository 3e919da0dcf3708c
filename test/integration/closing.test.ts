import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { importing } from '../support/importing.ts';
import { byEmail, byPhone, columns, configuration, sheetOf } from '../support/sample.ts';

const office = await makeBackOffice('closing');
const { ask, done, sql } = office;

/** Three towns were written to on 27 June; T1 was answered after 2 days, T2 after 4, T3 never. Answers close on 30 June. */
const { id, importTests, moveTo } = await makeEdition(office, 'PREPARATION');
const grid = configuration();
for (const criterion of grid.channels.flatMap(({ criteria }) => criteria))
  if (criterion.code === 'email.delay') criterion.delay = { from: 'SENT', to: 'ANSWERED', count: 'CALENDAR_DAYS' };
await done(verbs.configure, { id, grid });
await moveTo('FIELDWORK');
const mail = (test: string, reference: string, reponse: string) => ({
  ...byEmail(test, reference, 'oui x clair'),
  ...{ 'email.delay': '', date: '27/06/2022', envoi: '27/06/2022 10:00', reponse },
});
const field = [
  ...[mail('E1', 'T1', '29/06/2022 9:00'), mail('E2', 'T2', '01/07/2022 9:00'), mail('E3', 'T3', '')],
  ...['T1', 'T2', 'T3'].map((reference, i) => byPhone(`P${i}`, reference, 'oui 3 5')),
];
await importTests(sheetOf(field, [...columns, 'envoi', 'reponse']));
await moveTo('CONTROL');
await done(verbs.decide, { id, state: 'VALIDATED' });

interface Preview {
  readonly inputsHash: string;
  readonly current: boolean;
  readonly changes: { scoreBefore: string | null; scoreAfter: string | null; enrolment: Structure }[];
}
interface Structure {
  readonly structure: { readonly reference: string };
}
const preview = () => done<Preview>(verbs.preview, { id });
/** Computes what the preview shows, as staff do. */
const compute = async () => done(verbs.compute, { id, inputsHash: (await preview()).inputsHash });
const close = (on: string | null) =>
  done<number>('mutation ($id: ID!, $on: LocalDate) { closeAnswers(editionId: $id, on: $on, motive: "Un motif.") }', {
    id,
    on,
  });
const effect = (on: string | null) =>
  done('query ($id: ID!, $on: LocalDate) { closingEffect(editionId: $id, on: $on) { lost gained testCount } }', {
    ...{ id, on },
  });
const delays = async () =>
  (
    await sql<{ said: string }>(
      `select coalesce(m.absence, trim_scale(m.amount)::text) as said from audit a join measurement m on m.audit_id = a.id
       join criterion c on c.id = m.criterion_id where c.code = 'email.delay' order by a.reference`,
    )
  ).map(({ said }) => said);
const moved = ({ changes }: Preview) =>
  changes
    .filter(({ scoreBefore, scoreAfter }) => scoreBefore !== scoreAfter)
    .map(({ scoreBefore, scoreAfter, enrolment }) => [enrolment.structure.reference, scoreBefore, scoreAfter]);

/** Corrects the edition through its form, which sends back all of it. */
async function amend(change: object) {
  const [{ version = 0 } = {}] = await sql<{ version: number }>('select version from edition where id = ?', [id]);
  const said = { ordinal: 10, year: 2022, label: 'Baromètre 2022', fieldworkFrom: '2022-05-01', motive: 'Un motif.' };
  return ask<{ updateEdition: { answersUntil: string | null } }>(
    'MANAGER',
    `mutation ($id: ID!, $version: Int!, $input: EditionInput!) {
       updateEdition(id: $id, version: $version, input: $input) { answersUntil } }`,
    { id, version, input: { ...said, ...change } },
  );
}

test('an answer after the last day is none, and the score rests on that', async () => {
  expect(await delays()).toEqual(['2', 'NOT_OBSERVED', 'NOT_OBSERVED']);
  await compute();
  expect((await preview()).current).toBe(true);
});

/** Corrects where a town lies. 987 is French Polynesia, where it is still 30 June when it is 1 July in Paris. */
async function move(reference: string, departmentCode: string) {
  const [town] = await sql<{ id: string; version: number; name: string }>(
    'select id, version, name from structure where reference = ?',
    [reference],
  );
  const { id = '', version = 0, name = '' } = town ?? {};
  await done(
    'mutation ($id: ID!, $version: Int!, $input: StructureInput!) { updateStructure(id: $id, version: $version, input: $input) { id } }',
    { id, version, input: { reference, name, kind: 'COMMUNE', departmentCode } },
  );
}

test('a town that lies elsewhere than was thought has its delays derived again, on the clock of the place', async () => {
  await move('T2', '987');
  expect(await delays()).toEqual(['2', '4', 'NOT_OBSERVED']);
  const shown = await preview();
  expect(shown.current).toBe(false);
  expect(moved(shown).map(([town]) => town)).toEqual(['T2']);
  await move('T2', '11');
  expect(await delays()).toEqual(['2', 'NOT_OBSERVED', 'NOT_OBSERVED']);
  expect(await preview()).toMatchObject({ current: true, changes: [] });
});

test('a file of the register that places a town elsewhere moves its delays too, and its undoing moves them back', async () => {
  const before = await delays();
  const [town] = await sql<{ name: string }>(`select name from structure where reference = 'T2'`);
  const file = `reference;nom;type;departement\nT2;${town?.name};commune;987\n`;
  const { applied, act } = await importing(office).report('STRUCTURE', file);
  expect(applied).toBe(true);
  expect(await delays()).not.toEqual(before);
  expect((await ask('MANAGER', 'mutation ($act: ID!) { undoAct(act: $act) { id } }', { act })).refusals).toEqual([]);
  expect(await delays()).toEqual(before);
});

test('answers that close on another day make the scores stale, show what would move, and nothing is derived later', async () => {
  expect(await effect('2022-07-01')).toEqual({ lost: 0, gained: 1, testCount: 3 });
  expect(await effect('2022-06-28')).toEqual({ lost: 1, gained: 0, testCount: 3 });
  expect(await effect(null)).toEqual({ lost: 0, gained: 0, testCount: 3 });
  expect(await close('2022-07-01')).toBe(1);
  const shown = await preview();
  expect(shown.current).toBe(false);
  // E-mail of T2: answered 100, delay of 4 days on a line from 7 to 0, clarity 100 twice: (300 + 300/7) / 4, then 3·100 to 1.
  expect(moved(shown)).toEqual([['T2', '100.00', '96.43']]);
  expect((await ask('MANAGER', verbs.compute, { id })).refusals).toEqual(['SCORES_CHANGE']);
  await compute();
  expect(await preview()).toMatchObject({ current: true, changes: [] });
  expect(await close('2022-07-01')).toBe(0);
});

test('a day that changes no delay still makes the scores say on which day answers closed', async () => {
  const { inputsHash } = await preview();
  expect(await close('2022-07-02')).toBe(0);
  expect(await preview()).toMatchObject({ current: false, changes: [] });
  expect((await preview()).inputsHash).not.toBe(inputsHash);
  await close('2022-07-01');
  expect((await preview()).inputsHash).toBe(inputsHash);
});

test('the form of the edition closes answers too: no score rests on the delays of another day', async () => {
  expect((await amend({ fieldworkTo: '2022-06-30', answersUntil: '2022-06-28' })).data.updateEdition).toEqual({
    answersUntil: '2022-06-28',
  });
  expect(await delays()).toEqual(['NOT_OBSERVED', 'NOT_OBSERVED', 'NOT_OBSERVED']);
  expect(Object.fromEntries(moved(await preview()).map(([town, was, is]) => [town, `${was} → ${is}`]))).toEqual({
    ...{ T1: '98.21 → 100.00', T2: '96.43 → 100.00' },
  });
  await compute();
  expect(await close('2022-06-28')).toBe(0);
});

test('without a day of their own, answers close with the fieldwork, and follow it', async () => {
  await amend({ fieldworkTo: '2022-06-30', answersUntil: null });
  expect(await delays()).toEqual(['2', 'NOT_OBSERVED', 'NOT_OBSERVED']);
  await amend({ fieldworkTo: '2022-07-01' });
  expect(await delays()).toEqual(['2', '4', 'NOT_OBSERVED']);
});

test('answers do not close before the fieldwork opens', async () => {
  expect((await amend({ fieldworkTo: '2022-07-01', answersUntil: '2022-04-30' })).refusals).toEqual([
    'EDITION_DATES_DISORDERED',
  ]);
});

test('once tests are no longer decided the day stays, and the rest of the edition can still be corrected', async () => {
  await compute();
  await moveTo('DELIBERATION');
  const said = { fieldworkTo: '2022-07-01', answersUntil: '2022-07-01' };
  expect((await amend({ ...said, answersUntil: '2022-06-29' })).refusals).toEqual(['CLOSING_DAY_FIXED']);
  expect((await amend({ fieldworkTo: '2022-06-30' })).refusals).toEqual(['CLOSING_DAY_FIXED']);
  expect(await delays()).toEqual(['2', '4', 'NOT_OBSERVED']);
  expect((await amend({ ...said, ceremonyPlace: 'Strasbourg' })).refusals).toEqual([]);
  expect((await preview()).current).toBe(true);
  expect(
    (await ask('MANAGER', 'mutation ($id: ID!) { closeAnswers(editionId: $id, on: "2022-06-29") }', { id })).refusals,
  ).toEqual(['CONTROL_CLOSED']);
});

test('scores that are final keep their delays, wherever a town turns out to lie', async () => {
  await sql(
    `update measurement m set amount = 3 from audit a, criterion c
     where a.id = m.audit_id and c.id = m.criterion_id and a.reference = 'E1' and c.code = 'email.delay'`,
  );
  await move('T1', '987');
  expect(await delays()).toEqual(['3', '4', 'NOT_OBSERVED']);
});
