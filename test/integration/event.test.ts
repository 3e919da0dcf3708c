import { describe, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { byEmail, byPhone, columns, configuration, sheetOf } from '../support/sample.ts';

const office = await makeBackOffice('event');
const { ask, done, sql } = office;
const heads = [...columns.filter((column) => column !== 'email.delay'), 'envoi', 'accuse', 'reponse'];

/** The small edition, its delay of e-mails derived: working days from the sending to the answer. */
const { id, importTests, moveTo } = await makeEdition(office, 'PREPARATION');
const grid = configuration();
for (const criterion of grid.channels.flatMap(({ criteria }) => criteria))
  if (criterion.code === 'email.delay') criterion.delay = { from: 'SENT', to: 'ANSWERED', count: 'WORKING_DAYS' };
await done(verbs.configure, { id, grid });
await moveTo('FIELDWORK');
await sql(`update structure set department_code = '988' where reference = 'T4'`);

const mail = (test: string, reference: string, envoi: string, reponse: string, more: Record<string, string> = {}) => {
  const [day = ''] = envoi.split(/[ T]/);
  const row = byEmail(test, reference, reponse ? 'oui x clair' : 'non x so');
  return { ...row, 'email.delay': '', date: day || '08/06/2022', envoi, reponse, ...more };
};
const field = [
  mail('E1', 'T1', '13/05/2022 18:00', '16/05/2022 9h05', { accuse: '2022-05-13T18:00:07' }),
  mail('E2', 'T2', '2022-06-27 10:00', ''),
  mail('E3', 'T3', '27/06/2022 10:00', '01/07/2022 00:00'),
  mail('E4', 'T4', '28/06/2022 23:50', '29/06/2022 00:10'),
  mail('E5', 'T5', '', '', { 'email.answered': 'np', 'email.delay': 'np', 'email.tone': 'np' }),
  byPhone('P1', 'T1', 'oui 3 5'),
];

const delaysOf = async () => {
  const rows = await sql<{ reference: string; said: string }>(
    `select a.reference, coalesce(m.absence, trim_scale(m.amount)::text) as said from audit a
     join measurement m on m.audit_id = a.id join criterion c on c.id = m.criterion_id
     where c.code = 'email.delay' order by a.reference`,
  );
  return rows.map(({ reference, said }) => `${reference} ${said}`);
};
const eventsOf = async (reference: string) => {
  const query = 'query ($q: Search!) { audits(q: $q) { items { events { kind at } } } }';
  const { items } = await done<{ items: { events: { kind: string; at: string }[] }[] }>(query, { q: reference });
  return items[0]?.events.map(({ kind, at }) => `${kind} ${at}`);
};
const historyOf = async () => {
  const [row] = await sql<{ n: number }>(
    `select count(*)::int as n from change where noun in ('audit', 'measurement', 'audit_event')`,
  );
  return row?.n;
};

describe('a file that says when things happened', () => {
  test.each<[string, Record<string, string>, string, string, string]>([
    [
      'an answer before the request',
      { reponse: '2022-06-08 09:59' },
      'reponse',
      '2022-06-08 09:59',
      'EVENT_DISORDERED',
    ],
    ['an answer still to come', { reponse: '01/07/2022 11:01' }, 'reponse', '01/07/2022 11:01', 'EVENT_IN_FUTURE'],
    ['an answer to nothing', { envoi: '' }, 'envoi', '', 'MISSING_VALUE'],
    ['neither a request nor the reason why', { envoi: '', reponse: '' }, 'envoi', '', 'MISSING_VALUE'],
    ['a delay that nothing tells', { envoi: '', reponse: '', 'email.delay': '2' }, 'envoi', '', 'MISSING_VALUE'],
    ['a day without an hour', { reponse: '09/06/2022' }, 'reponse', '09/06/2022', 'NOT_A_LOCAL_TIME'],
    ['an hour that does not exist', { reponse: '09/06/2022 24:00' }, 'reponse', '09/06/2022 24:00', 'NOT_A_LOCAL_TIME'],
    ['a day that does not exist', { reponse: '31/06/2022 9:00' }, 'reponse', '31/06/2022 9:00', 'NOT_A_LOCAL_TIME'],
    ['an instant of elsewhere', { reponse: '2022-06-09T09:00Z' }, 'reponse', '2022-06-09T09:00Z', 'NOT_A_LOCAL_TIME'],
    ['a request of another day', { date: '07/06/2022' }, 'envoi', '08/06/2022 10:00', 'CONTRADICTORY_DATE'],
    ['a delay that its events deny', { 'email.delay': '2' }, 'email.delay', '2', 'CONTRADICTORY_DELAY'],
    ['an absence that its events deny', { 'email.delay': 'np' }, 'email.delay', 'np', 'CONTRADICTORY_DELAY'],
    ['a delay in words', { 'email.delay': 'un jour' }, 'email.delay', 'un jour', 'NOT_A_NUMBER'],
  ])('with %s is refused, and nothing else of it', async (_, said, column, value, reason) => {
    const row = mail('B', 'T1', '08/06/2022 10:00', '09/06/2022 10:00', said);
    const report = await importTests(sheetOf([row], [...heads, 'email.delay']));
    expect(report.faults).toEqual([{ line: 2, column, value, reason }]);
    expect(report.applied).toBe(false);
  });

  test('with an hour that the change of clocks skipped is refused in Paris, and taken where clocks never change', async () => {
    await sql(`update edition set fieldwork_from = '2022-03-01'`);
    const night = (reference: string) => mail('N', reference, '27/03/2022 02:30', '');
    const { faults } = await importTests(sheetOf([night('T1')], heads), false);
    expect(faults).toMatchObject([{ column: 'envoi', reason: 'NO_SUCH_TIME' }]);
    expect(await importTests(sheetOf([night('T4')], heads), false)).toMatchObject({ created: 1, faultCount: 0 });
    await sql(`update edition set fieldwork_from = '2022-05-01'`);
  });

  test('must have a column for both ends of a delay, or silence would pass for no answer', async () => {
    const text = sheetOf(
      [field[0] ?? {}],
      heads.filter((head) => head !== 'reponse'),
    );
    expect((await importTests(text)).faults).toMatchObject([{ line: 1, column: 'reponse', reason: 'MISSING_COLUMN' }]);
    expect((await importTests(sheetOf([byPhone('P1', 'T1', 'oui 3 5')]), false)).faultCount).toBe(0);
  });

  test('needs no column of delays: they follow from the events, up to the closing day', async () => {
    expect(await importTests(sheetOf(field, [...heads, 'email.delay']))).toMatchObject({ applied: true, created: 6 });
    expect(await delaysOf()).toEqual(['E1 1', 'E2 NOT_OBSERVED', 'E3 NOT_OBSERVED', 'E4 1', 'E5 NOT_OFFERED']);
    expect(await eventsOf('E1')).toEqual([
      ...[
        'SENT 2022-05-13T16:00:00.000Z',
        'ACKNOWLEDGED 2022-05-13T16:00:07.000Z',
        'ANSWERED 2022-05-16T07:05:00.000Z',
      ],
    ]);
    expect(await eventsOf('E4')).toEqual(['SENT 2022-06-28T12:50:00.000Z', 'ANSWERED 2022-06-28T13:10:00.000Z']);
    expect(await eventsOf('P1')).toEqual([]);
  });

  test('says on whose clock it was read', async () => {
    const { items } = await done<{ items: { reference: string; zone: string }[] }>(
      'query ($id: ID!) { audits(editionId: $id, sort: "reference", order: ASC) { items { reference zone } } }',
      { id },
    );
    expect(items.map(({ reference, zone }) => `${reference} ${zone}`).slice(2, 4)).toEqual([
      ...['E3 Europe/Paris', 'E4 Pacific/Noumea'],
    ]);
  });

  test('once more changes nothing, whether or not it repeats the delays', async () => {
    const before = await historyOf();
    const typed = { E1: '1', E2: 'nobs', E3: 'nobs', E4: '1,0', E5: 'np' } as Record<string, string>;
    const again = field.map((row) => ({ ...row, 'email.delay': typed[row.test ?? ''] ?? '' }));
    for (const rows of [field, again])
      expect(await importTests(sheetOf(rows, [...heads, 'email.delay']))).toMatchObject({
        applied: true,
        unchanged: 6,
      });
    expect(await historyOf()).toBe(before);
  });

  test('with another instant changes the test, even when the delay stays', async () => {
    const later = mail('E1', 'T1', '13/05/2022 18:00', '16/05/2022 17:00', { accuse: '2022-05-13T18:00:07' });
    expect(await importTests(sheetOf([later], heads))).toMatchObject({ created: 0, changed: 1, unchanged: 0 });
    expect((await eventsOf('E1'))?.at(-1)).toBe('ANSWERED 2022-05-16T15:00:00.000Z');
    const next = { ...later, reponse: '17/05/2022 08:00', accuse: '' };
    expect(await importTests(sheetOf([next], heads))).toMatchObject({ changed: 1 });
    expect(await eventsOf('E1')).toEqual(['SENT 2022-05-13T16:00:00.000Z', 'ANSWERED 2022-05-17T06:00:00.000Z']);
    expect((await delaysOf())[0]).toBe('E1 2');
  });
});

describe('the closing day', () => {
  const close = (on: string | null) =>
    done<number>('mutation ($id: ID!, $on: LocalDate) { closeAnswers(editionId: $id, on: $on, motive: "Un motif.") }', {
      id,
      on,
    });

  const curve = `query ($id: ID!, $code: Code!, $by: CurveGroup) { delayCurve(editionId: $id, criterion: $code, by: $by) {
    group label base answered unanswered treatment lines { day answered waiting share shareExact estimate estimateExact } } }`;

  test('draws no curve of answers before tests are validated', async () => {
    const [all] = await done<object[]>(curve, { id, code: 'email.delay' });
    expect(all).toMatchObject({ base: 0, answered: 0, unanswered: 0, lines: [] });
  });

  test('moves, and every delay with it, whatever was decided of its test', async () => {
    await done(verbs.decide, { id, state: 'VALIDATED' });
    expect(await close('2022-07-01')).toBe(1);
    expect(await delaysOf()).toEqual(['E1 2', 'E2 NOT_OBSERVED', 'E3 4', 'E4 1', 'E5 NOT_OFFERED']);
    expect(await close('2022-05-16')).toBe(3);
    expect(await delaysOf()).toEqual([
      ...['E1 NOT_OBSERVED', 'E2 NOT_OBSERVED', 'E3 NOT_OBSERVED', 'E4 NOT_OBSERVED', 'E5 NOT_OFFERED'],
    ]);
    expect(await close(null)).toBe(2);
    expect(await close(null)).toBe(0);
    expect(await delaysOf()).toEqual(['E1 2', 'E2 NOT_OBSERVED', 'E3 NOT_OBSERVED', 'E4 1', 'E5 NOT_OFFERED']);
  });

  test('does not come before the fieldwork', async () => {
    const query = 'mutation ($id: ID!) { closeAnswers(editionId: $id, on: "2022-04-30") }';
    expect((await ask('MANAGER', query, { id })).refusals).toEqual(['EDITION_DATES_DISORDERED']);
  });

  test('draws the curve of answers over all requests sent, silence included', async () => {
    const [all, ...groups] = await done<{ group: string | null; lines: object[] }[]>(curve, {
      ...{ id, code: 'email.delay', by: 'CATEGORY' },
    });
    expect(all).toMatchObject({ group: null, base: 4, answered: 2, unanswered: 2 });
    expect(all?.lines).toEqual([
      { day: 0, answered: 0, waiting: 4, share: '0.000000', shareExact: '0', estimate: '0.000000', estimateExact: '0' },
      {
        day: 1,
        answered: 1,
        waiting: 4,
        share: '0.250000',
        shareExact: '1/4',
        estimate: '0.250000',
        estimateExact: '1/4',
      },
      {
        day: 2,
        answered: 2,
        waiting: 3,
        share: '0.500000',
        shareExact: '1/2',
        estimate: '0.500000',
        estimateExact: '1/2',
      },
      {
        day: 3,
        answered: 2,
        waiting: 2,
        share: '0.500000',
        shareExact: '1/2',
        estimate: '0.500000',
        estimateExact: '1/2',
      },
    ]);
    expect(groups).toEqual([{ ...all, group: 'towns', label: 'Villes de plus de 50 000 habitants' }]);
  });

  test('still to come makes no request wait longer than it has', async () => {
    await close('2022-12-31');
    const [all] = await done<{ lines: { day: number; waiting: number; answered: number }[] }[]>(curve, {
      ...{ id, code: 'email.delay' },
    });
    expect(all?.lines.map(({ day, answered, waiting }) => [day, answered, waiting])).toEqual([
      ...[
        [0, 0, 4],
        [1, 1, 4],
        [2, 2, 3],
        [3, 2, 2],
        [4, 3, 2],
      ],
    ]);
    await close(null);
  });

  test('draws none for a criterion that is typed in, or that nobody knows', async () => {
    expect((await ask('MANAGER', curve, { id, code: 'phone.courtesy' })).refusals).toEqual(['DELAY_NOT_IN_DAYS']);
    expect((await ask('MANAGER', curve, { id, code: 'phone.unknown' })).refusals).toEqual(['NOT_FOUND']);
    expect((await ask('CONTROLLER', curve, { id, code: 'email.delay' })).refusals).toEqual(['FORBIDDEN']);
  });
});
