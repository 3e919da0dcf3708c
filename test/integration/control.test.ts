import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { controlVerbs, deeds, type Played, played } from '../support/controlling.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { auditorActor, controllerActor, planning } from '../support/planned.ts';
import { byPhone, sheetOf } from '../support/sample.ts';

const office = await makeBackOffice('control');
const { ask, done, sql } = office;
const { id: editionId, enrolment, importTests } = await makeEdition(office, 'FIELDWORK');
await importTests(sheetOf(['T1', 'T2', 'T3', 'T4'].map((of, i) => byPhone(`P${i + 1}`, of, `oui ${i + 2} 5`))));
await importTests(sheetOf(['T1', 'T2', 'T3', 'T4'].map((of, i) => byPhone(`Q${i + 1}`, of, `oui ${i + 2} 3`))));
const plan = planning(office);
const auditorId = await plan.auditor(1);
const scenarioId = await plan.scenario(editionId, 'PHONE');
const rows = await sql<{ id: string; reference: string }>('select id, reference from audit where edition_id = ?', [
  editionId,
]);
const tests = Object.fromEntries(rows.map(({ id, reference }) => [reference, id]));
const [courtesy] = await sql<{ id: string }>(`select id from criterion where code = 'phone.courtesy'`);
const criterionId = courtesy?.id ?? '';

/** Has an imported test have come from a planned one. */
const fromPlan = async (reference: string, of: string) => {
  const assignment = await plan.assignment(
    {
      editionId,
      enrolmentId: enrolment[of] ?? '',
      channel: 'PHONE',
      reference: `T-${reference}`,
      scenarioId,
      auditorId,
    },
    'SUBMITTED',
  );
  await sql('update audit set assignment_id = ? where id = ?', [assignment, tests[reference]]);
  return assignment;
};
const p1 = await fromPlan('P1', 'T1');
await fromPlan('Q1', 'T1');
await fromPlan('Q2', 'T2');

const [me, other] = [controllerActor(1), controllerActor(2)];
interface Sheet {
  readonly auditorCode: string | null;
  readonly audit: { readonly version: number; readonly state: string };
  readonly ways: { readonly state: string; readonly obstacle: string | null }[];
  readonly corrections: object[];
  readonly questions: { readonly id: string; readonly state: string }[];
  readonly steps: {
    readonly did: string;
    readonly by: string | null;
    readonly state: string | null;
    readonly text: string | null;
  }[];
  readonly suspicions: { readonly kind: string; readonly auditors: string[] }[];
}
const sheetFor = async (reference: string, as = me) => {
  const { data, refusals } = await ask<{ controlSheet: Sheet }>(as, controlVerbs.sheet, { id: tests[reference] });
  expect(refusals).toEqual([]);
  return data.controlSheet;
};
const versionOf = async (reference: string) => (await sheetFor(reference)).audit.version;
const move = async (reference: string, state: string, as = me, reason: string | null = null) =>
  ask(as, controlVerbs.move, { id: tests[reference], version: await versionOf(reference), state, reason });
const correct = async (reference: string, value: string | null, as = me, reason = 'La photo le montre.') =>
  ask(as, controlVerbs.correct, {
    ...{ id: tests[reference], version: await versionOf(reference), reason },
    findings: [{ criterionId, value }],
  });

test('two controllers on one test: the second is told what the first did, and changes nothing', async () => {
  const version = await versionOf('P1');
  const answers = await Promise.all(
    [me, other].map((as) => ask(as, controlVerbs.move, { id: tests.P1, version, state: 'IN_CONTROL' })),
  );
  const stale = answers.filter(({ refusals }) => refusals.length > 0);
  expect(stale.map(({ refusals, details }) => [refusals, details[0]?.did])).toEqual([[['STALE'], 'MOVED']]);
  expect((await sheetFor('P1')).audit.state).toBe('IN_CONTROL');
});

test('an auditor is a code to those who control, and nobody validates their own', async () => {
  expect((await sheetFor('P1')).auditorCode).toBe('C-01');
  const itself = { ...auditorActor(1), role: me.role };
  expect((await sheetFor('P1', itself)).ways.find(({ state }) => state === 'VALIDATED')?.obstacle).toBe('AUDIT_OWN');
  expect((await move('P1', 'VALIDATED', itself)).refusals).toEqual(['AUDIT_OWN']);
  const { data } = await ask<{ decideAudits: object }>(itself, verbs.decide, {
    id: editionId,
    ids: [tests.P1],
    state: 'VALIDATED',
  });
  expect(data.decideAudits).toEqual({ changed: 0, held: [{ reference: 'P1', reason: 'AUDIT_OWN' }] });
});

describe('a question', () => {
  test('keeps its test from being validated, and no other; a mass decision says so and goes on', async () => {
    const version = await versionOf('P2');
    const asked = await ask<{ askQuestion: { id: string } }>(me, controlVerbs.ask, {
      id: tests.P2,
      version,
      criterionId,
    });
    expect((await ask(other, controlVerbs.ask, { id: tests.P2, version, criterionId })).refusals).toEqual(['STALE']);
    expect((await move('P2', 'VALIDATED')).refusals).toEqual(['AUDIT_QUESTIONED']);
    const ids = [tests.P2, tests.P3];
    const { data } = await ask<{ decideAudits: object }>(me, verbs.decide, { id: editionId, ids, state: 'VALIDATED' });
    expect(data.decideAudits).toEqual({ changed: 1, held: [{ reference: 'P2', reason: 'AUDIT_QUESTIONED' }] });
    const { id } = asked.data.askQuestion;
    expect((await ask(auditorActor(1), controlVerbs.answer, { id })).refusals).toEqual(['NOT_FOUND']);
    expect((await ask(me, controlVerbs.answer, { id })).refusals).toEqual([]);
    expect((await ask(me, controlVerbs.close, { id })).refusals).toEqual(['QUESTION_OWN']);
    expect((await ask(other, controlVerbs.close, { id })).refusals).toEqual([]);
    expect((await ask(other, controlVerbs.close, { id })).refusals).toEqual(['QUESTION_STATE']);
    expect((await move('P2', 'VALIDATED')).refusals).toEqual([]);
    expect((await sheetFor('P2')).steps.map(({ did }) => did)).toEqual([
      'CAME',
      'ASKED',
      'ANSWERED',
      'CLOSED',
      'MOVED',
    ]);
  });

  test('is answered by the auditor of the test, who sees it and no other', async () => {
    const version = await versionOf('P1');
    const { data } = await ask<{ askQuestion: { id: string } }>(me, controlVerbs.ask, {
      id: tests.P1,
      version,
      criterionId,
    });
    const own = await ask<{ questions: { items: object[] } }>(
      auditorActor(1),
      '{ questions { items { id state reference } } }',
    );
    expect(own.data.questions.items).toEqual([{ id: data.askQuestion.id, state: 'OPEN', reference: 'P1' }]);
    expect((await ask(auditorActor(1), '{ questions { items { askedByName } } }')).refusals).toEqual(['FORBIDDEN']);
    expect((await ask(auditorActor(1), controlVerbs.answer, { id: data.askQuestion.id })).refusals).toEqual([]);
    expect((await ask(me, controlVerbs.close, { id: data.askQuestion.id })).refusals).toEqual([]);
    expect((await sheetFor('P1')).steps.find(({ did }) => did === 'ANSWERED')?.by).toBe('C-01');
  });
});

describe('a correction', () => {
  test('shows what it does to the score and the rank before it is made, and the preview is what happens', async () => {
    await ask(me, verbs.decide, { id: editionId, state: 'VALIDATED' });
    await done(verbs.compute, { id: editionId });
    const scoreOf = async () =>
      sql<{ value: string; rank: number }>(
        `select s.value::text, s.rank from score s join score_run r on r.id = s.run_id where s.enrolment_id = ? and s.channel_id is null
         and s.criterion_id is null order by r.number desc limit 1`,
        [enrolment.T4],
      );
    const [before] = await scoreOf();
    const version = await versionOf('P4');
    const asked = { id: tests.P4, version, findings: [{ criterionId, value: '0' }] };
    const { data } = await ask<{
      correctionEffect: { change: { scoreAfter: string; rankAfter: number }; others: object[]; lines: object[] };
    }>('MANAGER', controlVerbs.effect, asked);
    expect(data.correctionEffect).toMatchObject({
      ...{
        counted: true,
        lines: [{ criterion: { code: 'phone.courtesy' }, before: { value: '5' }, after: { value: '0' } }],
      },
      change: { scoreBefore: before?.value, rankBefore: before?.rank, enrolment: { structure: { reference: 'T4' } } },
    });
    expect(await versionOf('P4')).toBe(version);
    expect((await correct('P4', '0')).refusals).toEqual([]);
    const { inputsHash } = await done<{ inputsHash: string }>(verbs.preview, { id: editionId });
    await done(verbs.compute, { id: editionId, inputsHash });
    expect(await scoreOf()).toEqual([
      { value: data.correctionEffect.change.scoreAfter, rank: data.correctionEffect.change.rankAfter },
    ]);
  });

  test('keeps what was said, says why, and has someone else validate', async () => {
    const sheet = await sheetFor('P4');
    expect(sheet.corrections).toEqual([
      {
        before: { value: '5', absence: null },
        after: { value: '0', absence: null },
        motive: 'EVIDENCE',
        reason: 'La photo le montre.',
      },
    ]);
    await move('P4', 'IN_CONTROL', me, 'À revoir.');
    expect((await move('P4', 'VALIDATED')).refusals).toEqual(['AUDIT_OWN']);
    expect((await move('P4', 'VALIDATED', other)).refusals).toEqual([]);
    await expect(sql(`update correction set reason = 'x'`)).rejects.toThrow();
  });

  test('whose maker may not validate is the last one, even of several within one instant', async () => {
    const obstacleTo = async (as: typeof me) =>
      (await sheetFor('Q3', as)).ways.find(({ state }) => state === 'VALIDATED')?.obstacle ?? null;
    await move('Q3', 'IN_CONTROL');
    for (const [i, by] of [me, other, me, other, me, other].entries()) {
      expect((await correct('Q3', String(i % 2), by)).refusals).toEqual([]);
      expect([await obstacleTo(by), await obstacleTo(by === me ? other : me)]).toEqual(['AUDIT_OWN', null]);
    }
  });

  test('is refused without a reason, with a value that cannot be, for nothing, or twice at once', async () => {
    expect((await correct('P4', '1', me, ' ')).refusals).toEqual(['BAD_USER_INPUT']);
    expect((await correct('P4', 'très bien')).refusals).toEqual(['CORRECTION_VALUE']);
    expect((await correct('P4', '0')).refusals).toEqual(['CORRECTION_NOTHING']);
    const version = await versionOf('P4');
    const both = await Promise.all(
      ['1', '2'].map((value) =>
        ask(me, controlVerbs.correct, { id: tests.P4, version, findings: [{ criterionId, value }], reason: 'Vu.' }),
      ),
    );
    expect(both.flatMap(({ refusals }) => refusals)).toEqual(['STALE']);
  });

  test('of one who controls tells how others move, and not who they are', async () => {
    const asked = { id: tests.P4, version: await versionOf('P4'), findings: [{ criterionId, value: '5' }] };
    const { data } = await ask<{ correctionEffect: { others: object[] } }>(me, controlVerbs.effect, asked);
    expect(data.correctionEffect.others).toEqual([]);
  });
});

test('what is to be redone is planned again, once, and then stays', async () => {
  expect((await move('P1', 'TO_REDO', me)).refusals).toEqual(['AUDIT_REASON_REQUIRED']);
  expect((await move('P1', 'TO_REDO', me, 'Inaudible.')).refusals).toEqual([]);
  const again = await sql('select reference, attempt, state, auditor_id from assignment where replaces_id = ?', [p1]);
  expect(again).toEqual([{ reference: 'T-P1-2', attempt: 2, state: 'PLANNED', auditor_id: null }]);
  expect((await move('P1', 'IN_CONTROL', me, 'Finalement.')).refusals).toEqual(['AUDIT_REDONE']);
  await sql(`update assignment set state = 'WITHDRAWN' where replaces_id = ?`, [p1]);
  expect((await move('P1', 'IN_CONTROL', me, 'Finalement.')).refusals).toEqual([]);
});

describe('second readings', () => {
  const drawn = () =>
    done<{ id: string; seed: string; size: number }>(
      'mutation ($id: ID!) { drawCheckSample(editionId: $id, share: 100, seed: "graine") { id seed size population } }',
      { id: editionId },
    );
  const checks = async (as = other) => {
    const query =
      'query ($id: ID!) { doubleChecks(editionId: $id) { id mine doneAt audit { id reference measurements { id } } criteria { id code kind } } }';
    return (
      await ask<{
        doubleChecks: {
          id: string;
          audit: { reference: string; measurements: object[] };
          criteria: { id: string; kind: string; code: string }[];
        }[];
      }>(as, query, { id: editionId })
    ).data.doubleChecks;
  };
  const take = (id: string, as = other) =>
    ask(as, 'mutation ($id: ID!) { takeDoubleCheck(id: $id) { id mine } }', { id });

  test('are drawn from a seed that is kept, and read by someone who did nothing to the test, blind', async () => {
    expect(await drawn()).toMatchObject({ seed: 'graine', size: 8 });
    await expect(drawn()).rejects.toThrow('SAMPLE_EMPTY');
    const all = await checks();
    const q1 = all.find(({ audit }) => audit.reference === 'Q1');
    const p4 = all.find(({ audit }) => audit.reference === 'P4');
    expect((await take(p4?.id ?? '')).refusals).toEqual(['CHECK_SEEN']);
    expect((await take(q1?.id ?? '', { ...auditorActor(1), role: me.role })).refusals).toEqual(['CHECK_SEEN']);
    expect((await take(q1?.id ?? '')).refusals).toEqual([]);
    expect((await take(q1?.id ?? '', controllerActor(3))).refusals).toEqual(['CHECK_TAKEN']);
    expect((await checks()).find(({ audit }) => audit.reference === 'Q1')?.audit.measurements).toEqual([]);
    expect((await ask(other, controlVerbs.sheet, { id: tests.Q1 })).refusals).toEqual(['CHECK_BLIND']);
    expect((await ask(other, controlVerbs.effect, { id: tests.Q1, version: 1, findings: [] })).refusals).toEqual([
      'CHECK_BLIND',
    ]);
  });

  test('are recorded whole, compared with what was found first, and tell their agreement', async () => {
    const q1 = (await checks()).find(({ audit }) => audit.reference === 'Q1');
    const read = (findings: object[]) =>
      ask(
        other,
        'mutation ($id: ID!, $findings: [FindingInput!]!) { readDoubleCheck(id: $id, findings: $findings) { doneAt } }',
        { id: q1?.id, findings },
      );
    const findings = (q1?.criteria ?? []).map(({ id, code }) => ({
      criterionId: id,
      value: code === 'phone.courtesy' ? '4' : code === 'phone.connected' ? '1' : '2',
    }));
    expect((await read(findings.slice(1))).refusals).toEqual(['CORRECTION_VALUE']);
    expect((await read(findings)).refusals).toEqual([]);
    expect((await read(findings)).refusals).toEqual(['CHECK_DONE']);
    const { data } = await ask<{ agreement: object }>(
      me,
      'query ($id: ID!) { agreement(editionId: $id) { testCount drawnCount lines { kind weighted count observed kappa } } }',
      { id: editionId },
    );
    expect(data.agreement).toMatchObject({
      ...{ testCount: 1, drawnCount: 8 },
      lines: expect.arrayContaining([
        { kind: 'YES_NO', weighted: false, count: 1, observed: 1, kappa: null },
        { kind: 'SCALE', weighted: true, count: 1, observed: 0, kappa: expect.any(Number) },
      ]),
    });
    expect((await sheetFor('Q1', other)).steps.at(-1)?.did).toBe('READ_AGAIN');
  });
});

describe('an auditor who cheats', () => {
  const text =
    'L’agent d’accueil m’a saluée dès mon arrivée, puis orientée vers le bon guichet sans attendre une minute.';
  test('is shown: the same picture, the same text, an impossible pace; an imported test as well', async () => {
    const piece = (assignment: string, n: number) =>
      sql(
        `insert into evidence (assignment_id, kind, type, size, digest, print, state, purge_on, sending_key, stored_key)
         values (?, 'PHOTO', 'image/jpeg', 1, 'x', ?, 'READY', '2030-01-01', ?, ?)`,
        [assignment, `a5a5f00f1234567${n}`, `key-${n}`, `key-${n}`],
      );
    const [q2] = await sql<{ assignment_id: string }>('select assignment_id from audit where id = ?', [tests.Q2]);
    await piece(p1, 8);
    await piece(q2?.assignment_id ?? '', 9);
    await sql('update audit set verbatim = ? where id = any(?::uuid[])', [text, `{${tests.P1},${tests.Q4}}`]);
    await sql(
      `update audit set began_at = '2022-05-10T09:00:00Z', ended_at = '2022-05-10T09:10:00Z' where id = any(?::uuid[])`,
      [`{${tests.P1},${tests.Q2}}`],
    );
    const { suspicions, auditorCode } = await sheetFor('P1');
    expect(suspicions.map(({ kind }) => kind).sort()).toEqual(['OVERLAPS', 'PICTURE', 'TEXT']);
    expect([auditorCode, suspicions.find(({ kind }) => kind === 'PICTURE')?.auditors]).toEqual(['C-01', ['C-01']]);
    await sql(`update audit set state = 'SUBMITTED', version = version + 1 where id = ?`, [tests.Q4]);
    const { data } = await ask<{ controlLines: { items: { audit: { reference: string }; suspicions: string[] }[] } }>(
      me,
      'query ($id: ID!) { controlLines(editionId: $id, view: SUSPICIOUS, sort: "reference") { total items { audit { reference } suspicions } } }',
      { id: editionId },
    );
    expect(data.controlLines.items).toMatchObject([
      { audit: { reference: 'P1' } },
      { audit: { reference: 'Q4' }, suspicions: ['TEXT'] },
    ]);
  });
});

test('whatever people do, in whatever order, a test stands where the rules say', { timeout: 120_000 }, async () => {
  const { id, importTests, enrolment } = await makeEdition(office, 'FIELDWORK', { year: 2023 });
  const people = [1, 2, 3].map(controllerActor);
  const runs = Number(process.env.CONTROL_RUNS ?? 6);
  const scenario = await plan.scenario(id, 'PHONE');
  const [on] = await sql<{ id: string }>(
    `select c.id from criterion c join channel h on h.id = c.channel_id join grid g on g.id = h.grid_id where g.edition_id = ? and c.code = 'phone.courtesy'`,
    [id],
  );
  let run = 0;
  await fc.assert(
    fc.asyncProperty(deeds, async (all) => {
      run += 1;
      const references = [1, 2, 3, 4].map((n) => `M${run}-${n}`);
      await importTests(sheetOf(references.map((reference, i) => byPhone(reference, `T${i + 1}`, 'oui 3 5'))));
      const made = await sql<{ id: string }>(
        `select id from audit where edition_id = ? and reference like ? order by reference`,
        [id, `M${run}-%`],
      );
      const tests: Played[] = [];
      for (const [i, each] of made.entries()) {
        const planned = i < 2;
        if (planned) {
          const said = {
            editionId: id,
            enrolmentId: enrolment[`T${i + 1}`] ?? '',
            channel: 'PHONE',
            scenarioId: scenario,
            auditorId,
          };
          const assignment = await plan.assignment({ ...said, reference: `T-M${run}-${i}` }, 'SUBMITTED');
          await sql('update audit set assignment_id = ? where id = ?', [assignment, each.id]);
        }
        tests.push({ id: each.id, planned, criterionId: on?.id ?? '' });
      }
      await played(office, people, tests, all);
    }),
    { numRuns: runs },
  );
});
