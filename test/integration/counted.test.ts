import { expect, test } from 'vitest';
import { actorOf, type BackOffice, makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { byPhone, sheetOf, tests } from '../support/sample.ts';

const LEAVING = ['T4', 'R3'];
const withdraw =
  'mutation ($ids: [ID!]!, $motive: Prose!) { withdrawEnrolments(ids: $ids, motive: $motive) { moved { id state stateBy stateMotive } refused { reason } } }';
const confirm =
  'mutation ($ids: [ID!]!, $motive: Prose) { confirmEnrolments(ids: $ids, motive: $motive) { moved { state } refused { reason } } }';

/** Everything the latest run says, in words that two databases share. */
async function outcome({ sql, done }: BackOffice, id: string) {
  const run = `(select id from score_run where edition_id = ? order by number desc limit 1)`;
  const { rows } = await done<{ rows: object }>(verbs.rehearse, { id });
  return {
    inputs: await sql(
      'select inputs_hash, audit_count from score_run where edition_id = ? order by number desc limit 1',
      [id],
    ),
    scores: await sql(
      `select t.reference, h.code as channel, c.code as criterion, s.exact, s.rank, s.base, s.detail
       from score s join enrolment e on e.id = s.enrolment_id join structure t on t.id = e.structure_id
         left join channel h on h.id = s.channel_id left join criterion c on c.id = s.criterion_id
       where s.run_id = ${run} order by 1, 2, 3`,
      [id],
    ),
    indicators: await sql(
      `select code, exact, numerator, denominator, contributors from indicator_value where run_id = ${run} order by code`,
      [id],
    ),
    intervals: await sql(
      `select t.reference, r.score_low, r.score_high, r.rank_low, r.rank_high, r.weight_score_low, r.weight_score_high,
         r.weight_rank_low, r.weight_rank_high, r.tied_from, r.tied_to, r.reason
       from robustness r join enrolment e on e.id = r.enrolment_id join structure t on t.id = e.structure_id
       where r.run_id = ${run} order by 1`,
      [id],
    ),
    published: rows,
  };
}

test('one that withdrew after its tests, or never was confirmed, counts as if it had never been there', async () => {
  const there = await makeBackOffice('counted');
  const edition = await makeEdition(there, 'CONTROL');
  const { data } = await there.ask('MANAGER', withdraw, { ids: [edition.enrolment.T4], motive: 'À sa demande.' });
  expect(data).toMatchObject({
    withdrawEnrolments: {
      moved: [{ state: 'WITHDRAWN', stateBy: 'Une personne (MANAGER)', stateMotive: 'À sa demande.' }],
    },
  });
  await there.sql(`update enrolment set state = 'SUBMITTED' where id = ?`, [edition.enrolment.R3]);

  const without = await makeBackOffice('never');
  const other = await makeEdition(without, 'CONTROL', {
    fieldwork: tests.filter(({ reference }) => !LEAVING.includes(String(reference))),
  });
  for (const reference of LEAVING)
    await without.sql('delete from enrolment where id = ?', [other.enrolment[reference]]);

  for (const [office, { id, moveTo }] of [
    [there, edition],
    [without, other],
  ] as const) {
    await moveTo('DELIBERATION');
    await office.done(verbs.compute, { id });
  }
  const found = await outcome(there, edition.id);
  expect(found).toEqual(await outcome(without, other.id));
  expect(found.scores.map((line) => (line as { reference: string }).reference)).toContain('T1');

  const { T4 } = edition.enrolment;
  expect(await there.ask('MANAGER', confirm, { ids: [T4] })).toMatchObject({
    data: { confirmEnrolments: { moved: [], refused: [{ reason: 'ENROLMENT_MOTIVE_REQUIRED' }] } },
  });
  await there.done(confirm, { ids: [T4], motive: 'Retrait demandé par erreur.' });
  await there.sql(`update enrolment set state = 'CONFIRMED' where id = ?`, [edition.enrolment.R3]);
  const { auditCount, current } = await there.done<{ auditCount: number; current: boolean }>(verbs.preview, {
    id: edition.id,
  });
  expect([auditCount, current]).toEqual([tests.length, false]);
});

test('a test of one that is not confirmed is not taken in', async () => {
  const office = await makeBackOffice('unconfirmed');
  const { enrolment, importTests, moveTo } = await makeEdition(office, 'PREPARATION');
  await office.sql(`update enrolment set state = 'SUBMITTED' where id = ?`, [enrolment.T2]);
  await moveTo('FIELDWORK');
  const read = async () => (await importTests(sheetOf([byPhone('P2', 'T2', 'oui 5 5')]), false)).faults;
  expect(await read()).toMatchObject([{ reason: 'NOT_ENROLLED', value: 'T2' }]);
  await office.done(confirm, { ids: [enrolment.T2] });
  expect(await read()).toEqual([]);
});

test('the tier changes what a structure reads, and not one figure of anybody', async () => {
  const office = await makeBackOffice('tier');
  const { ask, done, sql } = office;
  const { id, enrolment, structure, moveTo } = await makeEdition(office, 'PUBLISHED');
  const figuresOf = async () => {
    const certificates = [];
    for (const each of Object.values(enrolment)) {
      const { values, rank, tests } = await done<Record<string, unknown>>(
        'query ($id: ID!) { certificate(enrolmentId: $id) }',
        { id: each },
      );
      certificates.push({ values, rank, tests });
    }
    const { inputs, scores, indicators, intervals } = await outcome(office, id);
    return JSON.stringify({ certificates, inputs, scores, indicators, intervals });
  };
  const mayRead = () =>
    ask(actorOf('PARTICIPANT', structure.T2 ?? ''), 'query ($id: ID!) { certificate(enrolmentId: $id) }', {
      id: enrolment.T2,
    });
  const before = await figuresOf();
  expect((await mayRead()).refusals).toEqual(['CERTIFICATE_TIER']);

  await sql(`update enrolment set tier = case tier when 'FREE' then 'PAID' else 'FREE' end`);
  await sql(`update edition set phase = 'DELIBERATION' where id = ?`, [id]);
  await done('mutation ($id: ID!) { computeScores(editionId: $id) { number } }', { id });
  expect(await figuresOf()).toBe(before);
  await sql(`update edition set phase = 'PUBLISHED' where id = ?`, [id]);
  expect((await mayRead()).refusals).toEqual([]);
  expect(moveTo).toBeDefined();
});

test('nobody is withdrawn once scores are final, nor taken out twice', async () => {
  const office = await makeBackOffice('final');
  const { enrolment, moveTo } = await makeEdition(office, 'DELIBERATION');
  const take = async (reference: string) =>
    (
      await office.ask<{ withdrawEnrolments: { refused: { reason: string }[] } }>('MANAGER', withdraw, {
        ...{ ids: [enrolment[reference]], motive: 'À sa demande.' },
      })
    ).data.withdrawEnrolments.refused;
  expect(await take('T5')).toEqual([]);
  expect(await take('T5')).toEqual([{ reason: 'ENROLMENT_STATE' }]);
  await moveTo('CONTROL', 'Une erreur à corriger.');
  expect(await take('T4')).toEqual([]);
  await office.sql(`update edition set phase = 'EMBARGO'`);
  expect(await take('T3')).toEqual([{ reason: 'ENROLMENT_CLOSED' }]);
});
