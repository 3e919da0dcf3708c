import { describe, expect, test } from 'vitest';
import { endInterruptedReports } from '../../server/individual/making.ts';
import { packedIn } from '../../server/kernel/zip.ts';
import { type Asker, actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { textIn } from '../support/pdf.ts';
import { structures } from '../support/sample.ts';

const office = await makeBackOffice('individual');
const { app, ask, done, em, headersOf, jobs, sql } = office;
const { id, enrolment, structure, moveTo, publish } = await makeEdition(office, 'EMBARGO');

const make = 'mutation ($id: ID!) { makeReports(editionId: $id) { id state total } }';
const stop = 'mutation ($id: ID!) { stopReports(id: $id) { id state made } }';
const runs = 'query ($id: ID!) { reportRuns(editionId: $id) { id state made total failure current startedByName } }';
interface Run {
  readonly id: string;
  readonly state: string;
  readonly made: number;
  readonly total: number;
  readonly failure: string | null;
  readonly current: boolean;
}
const latest = async () => (await done<Run[]>(runs, { id }))[0] as Run;
const makeAll = async (): Promise<Run> => {
  const { id: run } = await done<{ id: string }>(make, { id });
  await jobs.over(run);
  return latest();
};
const files = () =>
  sql<{ id: string; enrolment: string; content: Buffer; sha256: string }>(
    `select r.id, enrolment_id as enrolment, content, sha256 from individual_report r order by name`,
  );
const get = async (asker: Asker, path: string) => {
  const response = await app.inject({ method: 'GET', url: `/admin/reports/${path}`, headers: headersOf(asker) });
  const refused = response.statusCode !== 200;
  return {
    bytes: response.rawPayload,
    refusal: refused
      ? response.json<{ errors: { extensions: { code: string } }[] }>().errors[0]?.extensions.code
      : null,
  };
};
const own = (reference: string) => actorOf('PARTICIPANT', structure[reference]);

describe('individual reports, under embargo', () => {
  test('are made for every structure, once', async () => {
    expect(await makeAll()).toMatchObject({
      state: 'MADE',
      made: structures.length,
      total: structures.length,
      current: true,
    });
    expect((await ask('MANAGER', make, { id })).refusals).toEqual(['REPORTS_BEGUN']);
  });

  test('name their structure and no other, no hour and no auditor', async () => {
    const made = await files();
    expect(made).toHaveLength(structures.length);
    for (const { content, enrolment: of } of made) {
      const text = textIn(Buffer.from(content));
      for (const { reference, name } of structures)
        if (enrolment[reference] === of) expect(text).toContain(name);
        else expect(text, `${name} in the report of another`).not.toContain(name);
      expect(text).not.toMatch(/\d\s?h\s?\d{2}|citoyen mystère|enquêteur/i);
    }
  });

  test('tell criteria in the paid tier alone', async () => {
    const made = await files();
    const textOf = (reference: string) =>
      textIn(Buffer.from(made.find((each) => each.enrolment === enrolment[reference])?.content ?? Buffer.of()));
    expect(textOf('T1')).toContain('Critère par critère');
    expect(textOf('T2')).not.toContain('Critère par critère');
    expect(textOf('T2')).toContain('Canal par canal');
  });

  test('tell no mean that too few structures make up', async () => {
    const made = await files();
    const region = made.find((each) => each.enrolment === enrolment.R1);
    expect(textIn(Buffer.from(region?.content ?? Buffer.of()))).toMatch(/–\s*moyenne de la catégorie/);
  });

  test('are in one archive, for staff', async () => {
    const { id: run } = await latest();
    const { bytes } = await get('MANAGER', `individual/run/${run}.zip`);
    expect(packedIn(bytes)?.map(({ name }) => name)).toEqual(
      structures.map(({ reference }) => `rapport-2022-${reference}.pdf`).toSorted(),
    );
    expect((await get(own('T1'), `individual/run/${run}.zip`)).refusal).toBe('FORBIDDEN');
    expect((await get('MANAGER', `individual/run/${id}.zip`)).refusal).toBe('NOT_FOUND');
  });

  test('are read by no structure before publication', async () => {
    const report = (await files()).find((each) => each.enrolment === enrolment.T1);
    expect((await get(own('T1'), `individual/${report?.id}`)).refusal).toBe('NOT_FOUND');
  });
});

describe('what stops half-way', () => {
  test('by a crash is known at the next start, and goes on with what is missing, to the same bytes', async () => {
    const before = await files();
    const { id: run } = await latest();
    await sql(`update report_run set state = 'MAKING' where id = ?`, [run]);
    await sql(`delete from individual_report where name < 'rapport-2022-T'`);
    const kept = (await files()).map((each) => each.id);
    await endInterruptedReports(em);
    expect(await latest()).toMatchObject({ state: 'STOPPED', failure: 'REPORTS_INTERRUPTED', made: kept.length });
    expect(await makeAll()).toMatchObject({ state: 'MADE', failure: null, made: structures.length });
    const after = await files();
    expect(after.map((each) => each.sha256)).toEqual(before.map((each) => each.sha256));
    expect(after.map((each) => each.id)).toEqual(expect.arrayContaining(kept));
  });

  test('because someone stopped it keeps what is made, and goes on', async () => {
    const { id: run } = await latest();
    await sql('delete from individual_report');
    await sql(`update report_run set state = 'STOPPED' where id = ?`, [run]);
    await done(make, { id });
    await expect.poll(async () => (await latest()).made).toBeGreaterThan(0);
    const stopped = await ask<{ stopReports: Run }>('MANAGER', stop, { id: run });
    // The last report may have been made meanwhile: then there is nothing to stop.
    if (stopped.refusals.length > 0) expect(stopped.refusals).toEqual(['REPORTS_ENDED']);
    else if (stopped.data.stopReports.state === 'STOPPED')
      expect(stopped.data.stopReports.made).toBeLessThan(structures.length);
    const { state } = await latest();
    expect(state === 'MADE' ? state : (await makeAll()).state).toBe('MADE');
  });

  test('five askers at once begin it once', async () => {
    const { id: run } = await latest();
    await sql('delete from individual_report');
    await sql(`update report_run set state = 'STOPPED' where id = ?`, [run]);
    const asked = await Promise.all(Array.from({ length: 5 }, () => ask('MANAGER', make, { id })));
    await jobs.over(run);
    expect(await latest()).toMatchObject({ state: 'MADE', made: structures.length, failure: null });
    expect(asked.filter(({ refusals }) => refusals.length === 0).length).toBeGreaterThanOrEqual(1);
    expect(office.complaints).toEqual([]);
  });
});

test('scores that were computed again ask for reports of their own', async () => {
  await moveTo('CONTROL', 'Un test à revoir.');
  const [audit] = await sql<{ id: string }>(
    `select id from audit where state = 'VALIDATED' and enrolment_id = ? order by id limit 1`,
    [enrolment.T2],
  );
  await done(verbs.decide, { id, ids: [audit?.id], state: 'REJECTED', reason: 'Ligne en dérangement.' });
  expect((await ask('MANAGER', make, { id })).refusals).toEqual(['SCORES_STALE']);
  await moveTo('DELIBERATION');
  const { inputsHash } = await done<{ inputsHash: string }>(verbs.preview, { id });
  await done(verbs.compute, { id, inputsHash });
  expect(await latest()).toMatchObject({ current: false });
  await moveTo('EMBARGO');
  expect(await makeAll()).toMatchObject({ state: 'MADE', current: true });
});

test('published, a structure reads its own and no other; forbidden and absent look alike', async () => {
  await publish();
  const made = await sql<{ id: string; enrolment: string }>(
    `select r.id, enrolment_id as enrolment from individual_report r join report_run n on n.id = r.run_id
     join score_run s on s.id = n.score_run_id where s.number = 2`,
  );
  const [first, second] = ['T1', 'T2'].map((each) => made.find((one) => one.enrolment === enrolment[each])?.id);
  const mine = await get(own('T1'), `individual/${first}`);
  expect(textIn(mine.bytes)).toContain('Aubrevaux');
  const [other, nothing] = [await get(own('T1'), `individual/${second}`), await get(own('T1'), `individual/${id}`)];
  expect(other.refusal).toBe('NOT_FOUND');
  expect(other.bytes).toEqual(nothing.bytes);
  expect((await get('JUROR', `individual/${first}`)).refusal).toBe('FORBIDDEN');
  const old = await sql<{ id: string }>(
    `select r.id from individual_report r join report_run n on n.id = r.run_id join score_run s on s.id = n.score_run_id
     where s.number = 1 and r.enrolment_id = ?`,
    [enrolment.T1],
  );
  expect((await get(own('T1'), `individual/${old[0]?.id}`)).refusal).toBe('NOT_FOUND');
});
