import { describe, expect, test } from 'vitest';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { claimVerbs, makeContested } from '../support/contested.ts';
import { type makeEdition, verbs } from '../support/edition.ts';
import { pathwaysOf } from '../support/pathways.ts';
import { textIn } from '../support/pdf.ts';
import { planning } from '../support/planned.ts';

const office = await makeBackOffice('leak');
const { app, ask, done, sql, headersOf, time } = office;
time.now = new Date('2022-09-01T09:00:00Z');
const edition = await makeContested(office);
const mine = actorOf('PARTICIPANT', edition.structure.T1);
await sql(`update enrolment set tier = 'PAID'`);

const known = {
  ...{ id: edition.enrolment.T1, enrolmentId: edition.enrolment.T1, editionId: edition.id },
  ...{ structureId: edition.structure.T1, categoryId: edition.category.towns, year: 2022, code: 'phone.connected' },
};
const others = [edition.structure.T1, edition.id, edition.category.towns].map((id) => ({ ...known, id }));
const questions = [known, ...others].flatMap((each) => pathwaysOf(each, 2));
const unique = [...new Map(questions.map((each) => [JSON.stringify(each), each])).values()];

/** Everything a structure is told, whatever it asks: answers and refusals, as texts. */
async function toldTo(asker = mine): Promise<string[]> {
  const told: string[] = [];
  for (const { query, variables } of unique) {
    const payload = { query, variables };
    const answer = await app.inject({ method: 'POST', url: '/admin/graphql', headers: headersOf(asker), payload });
    told.push(`${query} ${JSON.stringify(variables)}\n${answer.body}`);
  }
  return told;
}

/** What is told otherwise than before. */
const movedBetween = (before: readonly string[], after: readonly string[]): string[] =>
  after.filter((each, i) => each !== before[i]).map((each) => each.slice(0, 600));

/** All that could give a shift away, elsewhere and otherwise: days, hours, who came, as whom, by which scenario. */
async function twin(days: number): Promise<void> {
  await sql(`update audit set performed_on = performed_on + ${days}`);
  await sql(`update audit_event set at = at + interval '${days * 5} hours'`);
  await sql(`update assignment set on_day = on_day + ${days}, from_time = '14:00', to_time = '17:30', persona_id = null,
    auditor_id = (select id from auditor order by code ${days > 0 ? 'desc' : 'asc'} limit 1)`);
  await sql(`update scenario set label = label || ' ${days}', instructions = 'Autre ${days}.'`);
}

async function makePlan({ id, enrolment }: Pick<Awaited<ReturnType<typeof makeEdition>>, 'id' | 'enrolment'>) {
  const plan = planning(office);
  const auditorId = await plan.auditor(1);
  await plan.auditor(2);
  const scenarioId = await plan.scenario(id, 'PHONE');
  const enrolmentId = enrolment.T1 ?? '';
  await plan.assignment({ editionId: id, enrolmentId, channel: 'PHONE', reference: 'T-1', scenarioId, auditorId });
}
await makePlan(edition);

const phase = (name: string) => sql(`update edition set phase = ? where id = ?`, [name, edition.id]);

describe('a structure learns nothing of when, by whom and how it was tested', () => {
  test('many questions are asked, and many are answered', async () => {
    const told = await toldTo();
    expect(told.length).toBeGreaterThan(60);
    expect(told.filter((each) => !each.includes('"errors"')).length).toBeGreaterThan(30);
  });

  test.each(['FIELDWORK', 'CONTRADICTORY'])('in phase %s', async (name) => {
    await phase(name);
    const before = await toldTo();
    await twin(3);
    expect(movedBetween(before, await toldTo())).toEqual([]);
    await twin(-3);
    await phase('CONTRADICTORY');
  });

  test('nor, before closure, how many tests there are of it', async () => {
    await phase('FIELDWORK');
    const before = await toldTo();
    await sql(`update audit set state = 'SUBMITTED' where state = 'VALIDATED' and reference like 'P%'`);
    await sql(`update assignment set state = 'ASSIGNED'`);
    expect(movedBetween(before, await toldTo())).toEqual([]);
    await sql(`update audit set state = 'VALIDATED'`);
    await phase('CONTRADICTORY');
  });

  test('a leak would be seen', async () => {
    const before = await toldTo();
    await sql(`update edition set note = 'Testée le 8 juin' where id = ?`, [edition.id]);
    expect(movedBetween(before, await toldTo())).not.toEqual([]);
    await sql(`update edition set note = null where id = ?`, [edition.id]);
  });

  test('its provisional results and claims say no day of a contact', async () => {
    const saved = await edition.contest('T1', 'phone.connected');
    const { data } = await ask(mine, claimVerbs.read, { enrolmentId: edition.enrolment.T1 });
    expect(JSON.stringify(data)).not.toMatch(/2022-06-08|8 juin|08\/06|P1"/);
    await edition.decide(saved, {});
  });
});

describe('a structure learns nothing of the claims of others', () => {
  test('before nor after they are decided, accepted and counted', async () => {
    const before = await toldTo();
    const read = async () => (await ask(mine, claimVerbs.read, { enrolmentId: edition.enrolment.T1 })).data;
    const own = JSON.stringify(await read());
    const claim = await edition.contest('T2', 'phone.connected.rings');
    expect(movedBetween(before, await toldTo())).toEqual([]);
    await edition.decide(claim, { 'phone.connected.rings': 'ACCEPTED' });
    const { inputsHash } = await done<{ inputsHash: string }>(verbs.preview, { id: edition.id });
    await done(verbs.compute, { id: edition.id, inputsHash });
    expect(movedBetween(before, await toldTo())).toEqual([]);
    expect(JSON.stringify(await read())).toBe(own);
    for (const role of ['PARTICIPANT', 'JUROR', 'AUDITOR'] as const) {
      const asker = role === 'PARTICIPANT' ? mine : role;
      expect((await ask(asker, claimVerbs.claim, { id: claim.id })).refusals).toEqual(['FORBIDDEN']);
      expect((await ask(asker, claimVerbs.claims, { id: edition.id })).refusals).toEqual(['FORBIDDEN']);
    }
  });
});

describe('what is kept of a structure tells no shift', () => {
  test('its certificate and its report, once published, say the same whenever it was tested', async () => {
    time.now = new Date('2022-10-03T09:00:00Z');
    await edition.moveTo('DELIBERATION');
    const before = await done<object>('query ($id: ID!) { certificate(enrolmentId: $id) }', {
      id: edition.enrolment.T2,
    });
    expect(JSON.stringify(before)).not.toMatch(/2022-06|"events"|performed|reference":"P/);
    await twin(3);
    const after = await done<object>('query ($id: ID!) { certificate(enrolmentId: $id) }', {
      id: edition.enrolment.T2,
    });
    expect(after).toEqual(before);
    await done('mutation ($id: ID!) { makeReports(editionId: $id) { id } }', { id: edition.id });
    const made = () =>
      sql<{ content: Buffer }>('select content from individual_report where enrolment_id = ?', [edition.enrolment.T2]);
    await expect.poll(async () => (await made()).length, { timeout: 30_000 }).toBe(1);
    const [report] = await made();
    const text = textIn(Buffer.from(report?.content ?? ''));
    expect(text).toMatch(/Réclamations et réponses/);
    expect(text).toMatch(/Motif pour phone\.connected\.rings/);
    expect(text).not.toMatch(/juin 2022|\d\d? h \d\d/);
  });
});
