import pg from 'pg';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../server/collect/content.rules.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { aCall, collecting, makeFieldwork } from '../support/collecting.ts';

const office = await makeBackOffice('collect');
const { ask, done, sql, time } = office;
const field = await makeFieldwork(office);
const { auditor, assign, sending, submit } = field;
const someone = await auditor();

interface Held {
  readonly id: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly content: object;
}
const sent = async (assignment: string): Promise<Held[]> =>
  sql('select id, outcome, reason, content from submission where assignment_id = ? order by received_at, id', [
    assignment,
  ]);
const auditsOf = (assignment: string) =>
  sql<{ id: string; state: string; verbatim: string; performed_on: string }>(
    'select id, state, verbatim, performed_on::text from audit where assignment_id = ?',
    [assignment],
  );
const settle = (id: string, how: string, motive = 'Vu avec l’auditrice.') =>
  ask<{ settleSubmission: { audit: { channel: { gridNumber: number }; measurements: object[] } | null } }>(
    'MANAGER',
    collecting.settle,
    { id, how, motive },
  );

describe('what is handed over', () => {
  test('an auditor receives their own tests whole, and nothing of any other', async () => {
    const [other, mine] = [await auditor(), await auditor()];
    const [theirs, own] = [await assign(other), await assign(mine)];
    const { data } = await ask<{
      myFieldwork: {
        tests: { id: string; formId: string }[];
        forms: { id: string; channel: string; questions: { code: string }[] }[];
      };
    }>(mine, collecting.mine);
    const { tests, forms } = data.myFieldwork;
    expect(tests).toEqual([
      expect.objectContaining({
        ...{ id: own, state: 'ASSIGNED', structureName: 'Ville de Aubrevaux', scenarioLabel: 'Déclarer une naissance' },
        ...{ personaMailbox: 'claude@persona.example', draft: null, receipt: null },
      }),
    ]);
    const form = forms.find(({ id }) => id === tests[0]?.formId);
    expect(form?.questions.map(({ code }) => code)).toEqual([
      'phone.connected',
      'phone.connected.rings',
      'phone.courtesy',
    ]);
    expect((await ask(mine, collecting.start, { id: theirs })).refusals).toEqual(['NOT_FOUND']);
  });

  test('opened, a test is under way and its grid no longer changes; opened again, it stays so', async () => {
    const id = await assign(someone);
    for (const _ of [1, 2])
      expect((await ask(someone, collecting.start, { id })).data).toMatchObject({
        startAssignment: { state: 'UNDER_WAY' },
      });
    expect(await sql('select frozen_at is not null as frozen from grid where id = ?', [field.grid])).toEqual([
      { frozen: true },
    ]);
  });

  test('nobody opens a test before they passed the briefing of the edition', async () => {
    const id = await assign(someone);
    const [{ id: briefing } = { id: '' }] = await sql<{ id: string }>(
      `insert into briefing (edition_id, text, pass_mark) values (?, 'À lire.', 1) returning id`,
      [field.id],
    );
    expect((await ask(someone, collecting.start, { id })).refusals).toEqual(['BRIEFING_NOT_PASSED']);
    await sql(
      `insert into briefing_result (briefing_id, auditor_id, wording, answers, "right", asked, passed, answered_at) values (?, ?, 1, '[]', 1, 1, true, now())`,
      [briefing, someone.auditorId],
    );
    expect((await ask(someone, collecting.start, { id })).refusals).toEqual([]);
    await sql('delete from briefing_result');
    await sql('delete from briefing');
  });
});

describe('drafts', () => {
  const draftOf = (assignmentId: string, revision: number, content: object, device = 'A') => ({
    input: { assignmentId, revision, content, device, sentAt: time.now.toISOString(), roundTrip: 40 },
  });

  test('two devices on one draft: the later is refused with what the other wrote, and both stay', async () => {
    const id = await assign(someone);
    const save = (...given: Parameters<typeof draftOf>) => ask(someone, collecting.save, draftOf(...given));
    expect((await save(id, 0, { answers: { x: { value: '1' } } })).data).toMatchObject({ saveDraft: { revision: 1 } });
    const refused = await save(id, 0, { answers: { x: { value: '2' } } }, 'B');
    expect(refused.refusals).toEqual(['DRAFT_STALE']);
    expect(refused.details[0]).toMatchObject({ revision: 1, device: 'A', content: { answers: { x: { value: '1' } } } });
    expect((await save(id, 1, { answers: { x: { value: '2' } } }, 'B')).data).toMatchObject({
      saveDraft: { revision: 2 },
    });
  });

  test('five devices that save at once after the same revision: one is kept, four are told', async () => {
    const id = await assign(someone);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        ask(someone, collecting.save, draftOf(id, 0, { answers: { x: { value: `${n}` } } }, `${n}`)),
      ),
    );
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('DRAFT_STALE'));
  });

  test('the same words saved again are no change, whatever revision they follow', async () => {
    const id = await assign(someone);
    for (const _ of [1, 2]) {
      const { data } = await ask(someone, collecting.save, draftOf(id, 0, { verbatims: { b: 'x', a: 'y' } }));
      expect(data).toMatchObject({ saveDraft: { revision: 1 } });
    }
  });
});

describe('sending', () => {
  test('a test that was sent is a test of the edition, with its events and what was found', async () => {
    const id = await assign(someone);
    const { data } = await submit(someone, sending(id));
    expect(data.submitTest).toMatchObject({ outcome: 'ACCEPTED', reason: null, faults: [] });
    const [audit] = await auditsOf(id);
    expect(audit).toMatchObject({ state: 'SUBMITTED', verbatim: 'Accueil chaleureux.', performed_on: '2022-06-08' });
    const found = await sql(
      `select c.code, trim_scale(m.amount)::text as amount from measurement m join criterion c on c.id = m.criterion_id where m.audit_id = ? order by c.code`,
      [audit?.id],
    );
    expect(found).toEqual([
      { code: 'phone.connected', amount: '1' },
      { code: 'phone.connected.rings', amount: '3' },
      { code: 'phone.courtesy', amount: '4' },
    ]);
    const events = await sql(
      'select kind, count(*)::int as n from audit_event where audit_id = ? group by kind order by kind',
      [audit?.id],
    );
    expect(events).toEqual([
      { kind: 'ATTEMPTED', n: 1 },
      { kind: 'CONNECTED', n: 1 },
      { kind: 'RANG', n: 3 },
    ]);
    expect(await sql('select state from assignment where id = ?', [id])).toEqual([{ state: 'SUBMITTED' }]);
  });

  test('the same sending five times at once: one test, five equal answers', async () => {
    const id = await assign(someone);
    const input = sending(id);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => submit(someone, input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(1);
    expect(answers[0]?.data.submitTest.outcome).toBe('ACCEPTED');
    expect((await auditsOf(id)).length).toBe(1);
    expect((await sent(id)).length).toBe(1);
  });

  test('is the act of whoever sent it, in the journal: kept in one, judged in another', async () => {
    const id = await assign(someone);
    await submit(someone, sending(id));
    const [audit] = await auditsOf(id);
    const [submission] = await sent(id);
    const lines = await sql<{ noun: string; actor_id: string; act: string }>(
      `select distinct noun, actor_id, act::text from change where record_id = any(?) and noun in ('submission', 'audit')`,
      [`{${audit?.id},${submission?.id}}`],
    );
    expect(new Set(lines.map(({ actor_id }) => actor_id))).toEqual(new Set([someone.id]));
    const actsOn = (noun: string) => new Set(lines.filter((line) => line.noun === noun).map(({ act }) => act));
    expect([actsOn('submission').size, actsOn('audit').size]).toEqual([2, 1]);
  });

  test('whose planned test changes while it is judged is judged anew, on what it became', async () => {
    const id = await assign(someone);
    const staff = new pg.Client(office.url);
    await staff.connect();
    await staff.query('begin');
    const withdraw = `update assignment set state = 'WITHDRAWN', state_reason = 'Fermé.', version = version + 1 where id = $1`;
    await staff.query(withdraw, [id]);
    const answer = submit(someone, sending(id));
    // It has read what was planned, and waits for the row to write on.
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await sql(waiting)).length).toBe(1);
    await staff.query('commit');
    await staff.end();
    const { data } = await answer;
    expect(data.submitTest).toMatchObject({ outcome: 'HELD', reason: 'WITHDRAWN' });
    expect(await auditsOf(id)).toEqual([]);
  });

  test('more auditors at once than there are connections: each has their test, and none waits for ever', async () => {
    const all = await Promise.all(Array.from({ length: 24 }, auditor));
    const given = await Promise.all(all.map((each) => assign(each)));
    await sql('update grid set frozen_at = null where id = ?', [field.grid]); // the first to begin freezes it
    const opened = await Promise.all(all.map((each, i) => ask(each, collecting.start, { id: given[i] })));
    expect(opened.flatMap(({ refusals }) => refusals)).toEqual([]);
    await sql('update grid set frozen_at = null where id = ?', [field.grid]);
    const answers = await Promise.all(all.map((each, i) => submit(each, sending(given[i] ?? ''))));
    expect(new Set(answers.map(({ data }) => data.submitTest.outcome))).toEqual(new Set(['ACCEPTED']));
    const [kept] = await sql('select count(*)::int as tests from audit where assignment_id = any(?)', [`{${given}}`]);
    expect(kept).toEqual({ tests: 24 });
  });

  test('the same test under another key is a repeat; another one is held, and nothing of it lost', async () => {
    const id = await assign(someone);
    await submit(someone, sending(id));
    expect((await submit(someone, sending(id))).data.submitTest.outcome).toBe('REPEATED');
    const other = { ...aCall(), verbatims: { '': 'Tout autre chose.' } };
    expect((await submit(someone, sending(id, other))).data.submitTest).toMatchObject({
      outcome: 'HELD',
      reason: 'ALREADY_SUBMITTED',
    });
    expect((await sent(id)).map(({ outcome }) => outcome).toSorted()).toEqual(['ACCEPTED', 'HELD', 'REPEATED']);
    expect((await sent(id)).find(({ outcome }) => outcome === 'HELD')?.content).toMatchObject({
      verbatims: { '': 'Tout autre chose.' },
    });
  });

  test('a clock that is wrong by an hour gives right instants, beside what the device said', async () => {
    const id = await assign(someone);
    const ahead = (at: string) => new Date(Date.parse(at) + 3_600_000).toISOString();
    const call = aCall('2022-06-08T08:03:00.000Z');
    const wrong: Content = { ...call, events: call.events.map((event) => ({ ...event, at: ahead(event.at) })) };
    const { data } = await submit(
      someone,
      sending(id, wrong, { sentAt: ahead(time.now.toISOString()), roundTrip: 80 }),
    );
    expect(data.submitTest.outcome).toBe('ACCEPTED');
    const [audit] = await auditsOf(id);
    const [first] = await sql<{ at: Date }>(`select at from audit_event where audit_id = ? order by at limit 1`, [
      audit?.id,
    ]);
    expect(Math.abs(new Date(first?.at ?? 0).getTime() - Date.parse('2022-06-08T08:03:00.000Z'))).toBeLessThan(100);
    const [kept] = await sql<{ skew: number; events: { deviceAt: string }[] }>(
      'select skew, events from submission where assignment_id = ?',
      [id],
    );
    expect(kept?.skew).toBe(-3_600_040);
    expect(kept?.events[0]?.deviceAt).toBe('2022-06-08T09:03:00.000Z');
  });

  test('an instant corrected by hand is what the person says: the clock of the device does not move it', async () => {
    const id = await assign(someone);
    const call = aCall('2022-06-08T08:03:00.000Z');
    const said = call.events.map((event) => ({
      ...event,
      recordedAt: event.at,
      at: event.at,
      motive: 'Notée sur papier.',
    }));
    const sentAt = new Date(time.now.getTime() + 3_600_000).toISOString();
    expect((await submit(someone, sending(id, { ...call, events: said }, { sentAt }))).data.submitTest.outcome).toBe(
      'ACCEPTED',
    );
    const [kept] = await sql<{ events: object[] }>('select events from submission where assignment_id = ?', [id]);
    expect(kept?.events[0]).toMatchObject({ at: '2022-06-08T08:03:00.000Z', motive: 'Notée sur papier.' });
  });

  test('what may identify an agent is found again on the server, with what the auditor says of it', async () => {
    const id = await assign(someone);
    const verbatims = { '': 'Reçue par Karim, à Aubrevaux.', 'phone.courtesy': 'Mme Dupont, au 04 65 71 12 45.' };
    await submit(someone, sending(id, { ...aCall(), verbatims, harmless: ['Karim'] }));
    const [kept] = await sql<{ flagged: object[] }>('select flagged from submission where assignment_id = ?', [id]);
    expect(kept?.flagged).toEqual([
      { place: '', kind: 'NAME', text: 'Karim', harmless: true },
      { place: 'phone.courtesy', kind: 'NAME', text: 'Mme Dupont', harmless: false },
      { place: 'phone.courtesy', kind: 'PHONE', text: '04 65 71 12 45', harmless: false },
    ]);
  });

  test.each<[string, Partial<Content>, string, string]>([
    [
      'an answer outside its scale',
      { answers: { ...aCall().answers, 'phone.courtesy': { value: '9' } } },
      'phone.courtesy',
      'OUT_OF_SCALE',
    ],
    ['a question left without an answer', { answers: {} }, 'phone.connected', 'MISSING_VALUE'],
    [
      'an answer to no question of this form',
      { answers: { ...aCall().answers, nothing: { value: '1' } } },
      'nothing',
      'UNEXPECTED_VALUE',
    ],
    [
      'a ring that no call made',
      { events: [{ id: 'r', kind: 'RANG', at: '2022-06-08T08:00:00Z' }] },
      'appel',
      'MISSING_VALUE',
    ],
    [
      'an event of tomorrow',
      { events: [{ id: 'a', kind: 'ATTEMPTED', at: '2022-06-09T08:00:00Z' }] },
      'appel',
      'EVENT_IN_FUTURE',
    ],
    [
      'a day outside the fieldwork',
      { events: [{ id: 'a', kind: 'ATTEMPTED', at: '2022-04-09T08:00:00Z' }] },
      'date',
      'OUTSIDE_FIELDWORK',
    ],
    [
      'something no version of the app writes',
      { answers: { ...aCall().answers, 'phone.courtesy': 4 as never } },
      'phone.courtesy',
      'UNKNOWN_VALUE',
    ],
  ])('%s is held, told where, and kept', async (_, wrong, place, reason) => {
    const id = await assign(someone);
    const content = { ...aCall(), ...wrong };
    const { data } = await submit(someone, sending(id, content));
    expect(data.submitTest).toMatchObject({ outcome: 'HELD', reason: 'FINDINGS_REFUSED' });
    expect(data.submitTest.faults).toContainEqual({ place, reason });
    expect((await sent(id))[0]?.content).toEqual(JSON.parse(JSON.stringify(content)));
    expect(await auditsOf(id)).toEqual([]);
  });

  test('text that no database holds is kept all the same, but for what it cannot hold', async () => {
    const id = await assign(someone);
    await submit(someone, sending(id, { ...aCall(), verbatims: { '': 'avant\u0000après \ud83d fin' } }));
    expect((await sent(id))[0]?.content).toMatchObject({ verbatims: { '': 'avant\ufffdaprès \ufffd fin' } });
  });

  test('the four absences and a question that was not asked are findings like those of a file', async () => {
    const id = await assign(someone, 'EMAIL');
    const answers: Content['answers'] = {
      'email.answered': { absence: 'NOT_OFFERED' },
      'email.delay': { absence: 'NOT_OBSERVED' },
      'email.tone': { absence: 'REFUSED' },
    };
    const { data } = await submit(someone, sending(id, { ...aCall(), answers, events: [] }));
    expect(data.submitTest.faults).toEqual([]);
    const [audit] = await auditsOf(id);
    const found = await sql(
      'select absence from measurement m join criterion c on c.id = m.criterion_id where audit_id = ? order by c.code',
      [audit?.id],
    );
    expect(found).toEqual([{ absence: 'NOT_OFFERED' }, { absence: 'NOT_OBSERVED' }, { absence: 'REFUSED' }]);
  });
});

describe('what is held', () => {
  test('a test withdrawn meanwhile is held; accepted, it is a test all the same', async () => {
    const id = await assign(someone);
    await sql(`update assignment set state = 'WITHDRAWN', state_reason = 'Doublon' where id = ?`, [id]);
    expect((await submit(someone, sending(id))).data.submitTest).toMatchObject({
      outcome: 'HELD',
      reason: 'WITHDRAWN',
    });
    const [held] = await sent(id);
    expect((await settle(held?.id ?? '', 'RECORD')).data.settleSubmission).toMatchObject({
      outcome: 'ACCEPTED',
      audit: { state: 'SUBMITTED' },
    });
    expect((await settle(held?.id ?? '', 'RECORD')).refusals).toEqual(['SUBMISSION_SETTLED']);
    expect(await sql('select state, state_reason from assignment where id = ?', [id])).toEqual([
      { state: 'SUBMITTED', state_reason: null },
    ]);
  });

  test('an auditor removed in mid-test: what they send is held, and becomes theirs when staff take it', async () => {
    const [gone, next] = [await auditor(), await auditor()];
    const id = await assign(gone);
    await ask(gone, collecting.start, { id });
    await sql('update auditor set left_at = now() where id = ?', [gone.auditorId]);
    await sql('update assignment set auditor_id = ? where id = ?', [next.auditorId, id]);
    expect((await submit(gone, sending(id))).data.submitTest).toMatchObject({
      outcome: 'HELD',
      reason: 'AUDITOR_REMOVED',
    });
    const [held] = await sent(id);
    await settle(held?.id ?? '', 'RECORD');
    expect(await sql('select auditor_id from assignment where id = ?', [id])).toEqual([{ auditor_id: gone.auditorId }]);
    expect((await submit(next, sending(id))).data.submitTest.outcome).toBe('HELD');
  });

  test('a test that was never planned is held like one that was taken away, and can only be set aside', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000099';
    const { data } = await submit(someone, sending(nowhere));
    expect(data.submitTest).toMatchObject({ outcome: 'HELD', reason: 'AUDITOR_REMOVED' });
    const [held] = await sql<{ id: string }>('select id from submission where key = ?', [data.submitTest.key]);
    expect((await settle(held?.id ?? '', 'RECORD')).refusals).toEqual(['SUBMISSION_UNPLANNED']);
    expect((await settle(held?.id ?? '', 'REFUSE')).data).toMatchObject({
      settleSubmission: { outcome: 'REFUSED', audit: null },
    });
  });

  test('what was sent never changes and never goes', async () => {
    const id = await assign(someone);
    await submit(someone, sending(id));
    await expect(sql('delete from submission where assignment_id = ?', [id])).rejects.toThrow();
    await expect(sql(`update submission set content = '{}' where assignment_id = ?`, [id])).rejects.toThrow();
  });

  test('a phase that takes no tests: held, and taken once the edition takes them again', async () => {
    const id = await assign(someone);
    await sql(`update edition set phase = 'DELIBERATION' where id = ?`, [field.id]);
    expect((await submit(someone, sending(id))).data.submitTest).toMatchObject({
      outcome: 'HELD',
      reason: 'PHASE_CLOSED',
    });
    const [held] = await sent(id);
    expect((await settle(held?.id ?? '', 'RECORD')).refusals).toEqual(['COLLECT_CLOSED']);
    await sql(`update edition set phase = 'FIELDWORK' where id = ?`, [field.id]);
    expect((await settle(held?.id ?? '', 'RECORD')).refusals).toEqual([]);
  });

  test('a grid that changed between download and sync: held, then taken on the old version or carried to the new', async () => {
    const [kept, carried, refused] = [await assign(someone), await assign(someone), await assign(someone)];
    const prepared = await done<{ id: string }>('mutation ($id: ID!) { prepareGridVersion(editionId: $id) { id } }', {
      id: field.id,
    });
    const { hash } = await done<{ hash: string }>(
      'query ($id: ID!) { gridVersionEffect(id: $id) { hash faults { reason } } }',
      prepared,
    );
    await done(
      'mutation ($id: ID!, $hash: String!) { adoptGridVersion(id: $id, hash: $hash, motive: "Une question.") { id } }',
      { ...prepared, hash },
    );
    for (const id of [kept, carried, refused])
      expect((await submit(someone, sending(id))).data.submitTest).toMatchObject({
        outcome: 'HELD',
        reason: 'GRID_CHANGED',
      });
    const held = async (id: string) => (await sent(id))[0]?.id ?? '';
    const recorded = (await settle(await held(kept), 'RECORD')).data.settleSubmission.audit;
    expect(recorded?.channel.gridNumber).toBe(1);
    const moved = (await settle(await held(carried), 'CARRY')).data.settleSubmission.audit;
    expect(moved?.channel.gridNumber).toBe(2);
    expect(moved?.measurements.length).toBe(3);
    expect((await settle(await held(refused), 'REFUSE')).data.settleSubmission.audit).toBeNull();
    expect(
      (await done<{ total: number }>(collecting.submissions, { id: field.id, outcome: 'HELD' })).total,
    ).toBeGreaterThan(0);
  });
});
