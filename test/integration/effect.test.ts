import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { planning } from '../support/planned.ts';
import { byPhone, sheetOf } from '../support/sample.ts';

const office = await makeBackOffice('effect');
const { ask, done, sql } = office;
const { id, enrolment, importTests } = await makeEdition(office, 'FIELDWORK', { fieldwork: [] });
const plan = planning(office);
const auditors = [await plan.auditor(1), await plan.auditor(2), await plan.auditor(3)];
const scenarioId = await plan.scenario(id, 'PHONE');

/** Eleven calls to each town, in turn: the first auditor gives one point of courtesy out of five where others give four. */
const calls = ['T1', 'T2', 'T3', 'T4', 'T5'].flatMap((of, town) =>
  Array.from({ length: 11 }, (_, i) => ({
    of,
    auditor: (i + town) % 3,
    reference: `P${town}-${String(i).padStart(2, '0')}`,
    even: 4 + ((i + town) % 2),
  })),
);
await importTests(
  sheetOf(calls.map(({ of, auditor, reference, even }) => byPhone(reference, of, `oui 3 ${auditor === 0 ? 1 : even}`))),
);
for (const { of, auditor, reference } of calls) {
  const said = {
    editionId: id,
    enrolmentId: enrolment[of] ?? '',
    channel: 'PHONE',
    scenarioId,
    auditorId: auditors[auditor] ?? '',
  };
  const assignment = await plan.assignment({ ...said, reference: `T-${reference}` }, 'SUBMITTED');
  await sql('update audit set assignment_id = ? where reference = ?', [assignment, reference]);
}
await done(verbs.decide, { id, state: 'VALIDATED' });

const query = `query ($id: ID!) { auditorEffects(editionId: $id) { testCount
  channels { channel { code } noise effects { auditor tests checks points low high shrunk flagged } }
  podiums { category { code } before { enrolment { structure { reference } } score } after { score } } } }`;
interface Told {
  readonly testCount: number;
  readonly channels: {
    readonly effects: { readonly auditor: string; readonly points: number; readonly flagged: boolean }[];
  }[];
}

test('a severe auditor is told by code to staff, and to nobody else', async () => {
  const told = await done<Told>(query, { id });
  expect(told.testCount).toBe(55);
  const [severe, ...others] = told.channels[0]?.effects ?? [];
  expect(severe).toMatchObject({ auditor: 'C-01', flagged: true });
  expect(severe?.points).toBeLessThan(-5);
  expect(others.map(({ auditor }) => auditor).sort()).toEqual(['C-02', 'C-03']);
  expect((await ask('CONTROLLER', query, { id })).refusals).toEqual(['FORBIDDEN']);
});

test('official scores come out the same, bit for bit, whether or not anyone asks', async () => {
  const scores = async () =>
    sql(
      `select md5(string_agg(concat_ws(';', s.enrolment_id, s.channel_id, s.criterion_id, s.exact, s.value, s.base, s.rank), '|'
         order by s.enrolment_id, s.channel_id, s.criterion_id)) as digest, r.inputs_hash
       from score s join score_run r on r.id = s.run_id where r.edition_id = ? group by r.id order by r.number desc limit 1`,
      [id],
    );
  const first = await done<{ number: number }>(verbs.compute, { id });
  const before = await scores();
  const rows = await sql('select count(*)::int as count from change');
  await done(query, { id });
  expect(await sql('select count(*)::int as count from change')).toEqual(rows);
  expect(await done<{ number: number }>(verbs.compute, { id })).toEqual(first);
  expect(await scores()).toEqual(before);
  // Even a new run, on inputs that changed and changed back.
  await sql(`update audit set state = 'REJECTED', version = version + 1 where reference = 'P0-00'`);
  await done(verbs.compute, { id, inputsHash: (await done<{ inputsHash: string }>(verbs.preview, { id })).inputsHash });
  await done(query, { id });
  await sql(`update audit set state = 'VALIDATED', version = version + 1 where reference = 'P0-00'`);
  await done(query, { id });
  await done(verbs.compute, { id, inputsHash: (await done<{ inputsHash: string }>(verbs.preview, { id })).inputsHash });
  expect(await scores()).toEqual(before);
});
