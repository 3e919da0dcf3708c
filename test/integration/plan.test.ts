import { expect, test } from 'vitest';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('plan');
const { ask, complaints, done, jobs, sql, time } = office;
time.now = new Date('2022-04-20T09:00:00Z');
const { id, structure, moveTo } = await makeEdition(office, 'PREPARATION');

const rules = 'query ($id: ID!) { planRules(editionId: $id) { version weekMost targets { channel tests } } }';
const save =
  'mutation ($id: ID!, $version: Int!, $input: PlanRulesInput!) { savePlanRules(editionId: $id, version: $version, input: $input) { version } }';
const draw =
  'mutation ($id: ID!, $mend: Boolean, $without: ID, $seed: Title) { drawPlan(editionId: $id, mend: $mend, without: $without, seed: $seed) { id state digest } }';
const drawn = `query ($id: ID!) { planDraw(id: $id) { state failure number report { tests added moved removed fewest
  clash { rules proven structures { name } auditors { name } } relaxation { cost proven bends { rule from to } } } } }`;
const apply = 'mutation ($id: ID!) { applyDraw(id: $id) { state appliedByName } }';
const invite = 'mutation ($input: InviteAuditorInput!) { inviteAuditor(input: $input) { id accountId } }';
const assigned =
  'query ($id: ID!) { assignments(editionId: $id, perPage: 100) { total items { id reference channel onDay state auditor { name } scenario { code } enrolment { structure { name } } } } }';
const mine = '{ myFieldwork { tests { id reference structureName } } }';
interface Mine {
  readonly myFieldwork: { readonly tests: { id: string; reference: string; structureName: string }[] };
}

const said = {
  targets: [
    { channel: 'PHONE', tests: 2 },
    { channel: 'EMAIL', tests: 1 },
  ],
  bands: ['PHONE', 'EMAIL'].map((channel) => ({ channel, weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' })),
  ...{ closedDays: ['2022-05-27'], weekMost: 12, structureShare: 3, structureGap: 2, weekExcess: null },
  ...{ auditorLockOut: 1, scenarioLockOut: 1, personaLockOut: 0 },
  costs: [{ rule: 'AUDITOR_WEEK', cost: 2 }],
};

interface Drawn {
  readonly state: string;
  readonly failure: string | null;
  readonly report: Record<string, unknown> | null;
}
interface Listed {
  readonly total: number;
  readonly items: {
    readonly id: string;
    readonly onDay: string;
    readonly reference: string;
    readonly auditor: { readonly name: string } | null;
  }[];
}
async function drawing(more: object = {}): Promise<Drawn & { readonly id: string }> {
  const begun = await done<{ id: string }>(draw, { id, ...more });
  await jobs.over(begun.id);
  return { id: begun.id, ...(await done<Drawn>(drawn, { id: begun.id })) };
}
const list = () => done<Listed>(assigned, { id });
const auditors: { id: string; accountId: string }[] = [];
const asAuditor = (i: number) => ({ ...actorOf('AUDITOR'), id: auditors[i]?.accountId ?? '' });

test('a plan needs its scenarios before it is drawn', async () => {
  expect(await done(rules, { id })).toMatchObject({ version: 0, weekMost: 12 });
  const { version } = await done<{ version: number }>(save, { id, version: 0, input: said });
  expect((await ask('MANAGER', save, { id, version: 0, input: said })).refusals).toEqual(['STALE']);
  const wrong = { ...said, bands: [{ channel: 'PHONE', weekdays: [], from: '12:00', to: '09:00' }] };
  const refused = await ask('MANAGER', save, { id, version, input: wrong });
  expect(refused).toMatchObject({ refusals: ['PLAN_INVALID'] });
  expect(refused.details[0]).toMatchObject({
    faults: expect.arrayContaining([{ path: 'bands.0', reason: 'NO_WEEKDAY' }]),
  });
  const { refusals, details } = await ask('MANAGER', draw, { id });
  expect(refusals).toEqual(['PLAN_UNREADY']);
  expect(details[0]).toEqual({ missing: ['SCENARIO_PHONE', 'SCENARIO_EMAIL'] });
  for (const [channel, code] of [
    ['PHONE', 'call-1'],
    ['PHONE', 'call-2'],
    ['EMAIL', 'mail-1'],
  ])
    await done('mutation ($id: ID!, $input: ScenarioInput!) { createScenario(editionId: $id, input: $input) { id } }', {
      ...{ id, input: { channel, code, label: 'Demander une carte', instructions: 'Demander les pièces à fournir.' } },
    });
  await done(
    'mutation ($id: ID!, $input: PersonaInput!) { createPersona(editionId: $id, input: $input) { channels } }',
    {
      ...{
        id,
        input: { code: 'p1', label: 'Claude Martin', mailbox: 'claude@example.org', phoneLine: '01 99 00 00 01' },
      },
    },
  );
});

test('without auditors the targets clash with nothing but themselves, and the report says so', async () => {
  const { state, report } = await drawing();
  expect(state).toBe('CLASHING');
  expect(report).toMatchObject({ clash: { rules: ['TARGET'], proven: true, auditors: [] }, relaxation: null });
});

test('an auditor is invited by mail, and is nobody with another role', async () => {
  for (const [i, name] of ['Ada Morel', 'Bea Nord'].entries())
    auditors.push(
      await done(invite, {
        input: { name, code: `C-0${i}`, email: `auditor${i}@example.org`, channels: ['PHONE', 'EMAIL'], weekMost: 6 },
      }),
    );
  const mails = await sql(`select id from mail where recipient like 'auditor%'`);
  expect(mails).toHaveLength(2);
  const twice = { name: 'Ada', code: 'C-09', email: 'auditor0@example.org', channels: ['PHONE'] };
  expect((await ask('MANAGER', invite, { input: twice })).refusals).toEqual(['AUDITOR_EXISTS']);
});

test('a draw changes nothing until it is applied; the same seed comes out the same', async () => {
  const first = await drawing({ seed: 'graine' });
  expect(first).toMatchObject({ state: 'DRAWN', report: { tests: 24, added: 24, moved: 0 } });
  expect((await list()).total).toBe(0);
  const again = await drawing({ seed: 'graine' });
  const proposals = await sql<{ proposal: object }>('select proposal from plan_draw where seed = ?', ['graine']);
  expect(proposals[0]).toEqual(proposals[1]);
  expect(await done(apply, { id: again.id })).toMatchObject({ state: 'APPLIED' });
  expect((await list()).total).toBe(24);
  // The first started from a plan without tests.
  expect((await ask('MANAGER', apply, { id: first.id })).refusals).toEqual(['PLAN_MOVED']);
  expect((await ask('MANAGER', apply, { id: again.id })).refusals).toEqual(['DRAW_ENDED']);
});

test('figures tell the weeks and channels, and no departure from what is wanted', async () => {
  const figures = await done<{ weeks: { planned: number }[]; gaps: unknown[] }>(
    'query ($id: ID!) { planFigures(editionId: $id) { weeks { week channel planned sent } gaps { structure } unassigned late } }',
    { id },
  );
  expect(figures).toMatchObject({ gaps: [], unassigned: 0, late: 0 });
  expect(figures.weeks.reduce((sum, { planned }) => sum + planned, 0)).toBe(24);
});

test('only staff and controllers see the plan, and controllers no name of an auditor', async () => {
  const code = 'query ($id: ID!) { assignments(editionId: $id) { total items { auditorCode } } }';
  expect((await ask('CONTROLLER', code, { id })).refusals).toEqual([]);
  expect((await ask('CONTROLLER', assigned, { id })).refusals).toContain('FORBIDDEN');
  for (const role of ['AUDITOR', 'JUROR', 'PARTICIPANT'] as const)
    expect((await ask(role, code, { id })).refusals, role).toEqual(['FORBIDDEN']);
});

test('an auditor is given tests once fieldwork is on and the briefing is passed, and only their own', async () => {
  const brief =
    'mutation ($id: ID!, $input: BriefingInput!) { saveBriefing(editionId: $id, version: 0, input: $input) { id } }';
  const question = { text: 'Dit-on qui l’on est ?', choices: ['Oui', 'Non'], right: 1 };
  const high = await ask('MANAGER', brief, { id, input: { text: 'Lire.', questions: [question], passMark: 2 } });
  expect(high.refusals).toEqual(['BRIEFING_INVALID']);
  await done(brief, { id, input: { text: 'Lire.', questions: [question], passMark: 1 } });
  expect((await ask<Mine>(asAuditor(0), mine)).data.myFieldwork.tests).toEqual([]);
  await moveTo('FIELDWORK');
  const { data } = await ask<Mine>(asAuditor(0), mine);
  const [first] = data.myFieldwork.tests;
  const start = 'mutation ($id: ID!) { startAssignment(id: $id) { id } }';
  expect((await ask(asAuditor(0), start, { id: first?.id })).refusals).toEqual(['BRIEFING_NOT_PASSED']);
  const answer =
    'mutation ($id: ID!, $answers: [Int!]!) { answerBriefing(editionId: $id, answers: $answers) { passed right } }';
  expect((await ask(asAuditor(0), answer, { id, answers: [0] })).data).toMatchObject({
    answerBriefing: { passed: false },
  });
  expect((await ask(asAuditor(0), start, { id: first?.id })).refusals).toEqual(['BRIEFING_NOT_PASSED']);
  expect((await ask(asAuditor(0), answer, { id, answers: [1] })).data).toMatchObject({
    answerBriefing: { passed: true },
  });
  const own = (await list()).items
    .filter(({ auditor }) => auditor?.name === 'Ada Morel')
    .map(({ reference }) => reference);
  expect(data.myFieldwork.tests.map(({ reference }) => reference).sort()).toEqual(own.sort());
  expect(own.length).toBeGreaterThan(0);
});

test('a tie that an auditor declares frees every test of the structure; mending gives these, and no other, away', async () => {
  const { tests } = (await ask<Mine>(asAuditor(0), mine)).data.myFieldwork;
  const [first] = tests;
  const same = tests.filter((test) => test.structureName === first?.structureName);
  const declare = 'mutation ($id: ID!, $reason: Prose!) { declareConflict(assignmentId: $id, reason: $reason) }';
  const freed = await ask(asAuditor(0), declare, { id: first?.id, reason: 'Ma sœur y travaille.' });
  expect(freed.data).toEqual({ declareConflict: same.length });
  const stranger = await ask(asAuditor(1), declare, { id: tests.at(-1)?.id, reason: 'Rien.' });
  expect(stranger.refusals).toEqual(['NOT_FOUND']);
  const before = await list();
  const mended = await drawing({ mend: true });
  expect(mended).toMatchObject({ state: 'DRAWN', report: { moved: same.length, added: 0, removed: 0, fewest: true } });
  const changes = await done<{ total: number }>('query ($id: ID!) { drawChanges(drawId: $id) { total } }', {
    id: mended.id,
  });
  expect(changes.total).toBe(same.length);
  await done(apply, { id: mended.id });
  const after = await list();
  const moved = after.items.filter(({ id, onDay, auditor }) => {
    const was = before.items.find((test) => test.id === id);
    return was?.onDay !== onDay || was.auditor?.name !== auditor?.name;
  });
  expect(moved).toHaveLength(same.length);
  expect(moved.every(({ auditor }) => auditor?.name === 'Bea Nord')).toBe(true);
});

test('when an auditor cannot be done without, what it would take is told', async () => {
  const { state, report } = await drawing({ mend: true, without: auditors[1]?.id });
  expect(state).toBe('CLASHING');
  expect(report).toMatchObject({ clash: { rules: ['AUDITOR_CONFLICT', 'TARGET'], proven: true } });
  expect((await list()).items.every(({ auditor }) => auditor !== null)).toBe(true);
});

test('a test is given by hand: what it breaks is named, a reason passes over it, and it then stays there', async () => {
  const choices = `query ($id: ID!, $day: LocalDate!) { assignmentChoices(id: $id, onDay: $day) {
    breaks auditors { breaks auditor { name } } } }`;
  const give =
    'mutation ($id: ID!, $version: Int!, $input: GiveAssignmentInput!) { giveAssignment(id: $id, version: $version, input: $input) { version state handReason onDay } }';
  const tied = await sql<{ id: string; version: number; on_day: string; enrolment_id: string }>(
    `select a.id, a.version, a.on_day::text, a.enrolment_id from assignment a join enrolment n on n.id = a.enrolment_id
     join auditor_conflict c on c.structure_id = n.structure_id where a.state = 'ASSIGNED' order by a.on_day`,
  );
  const [test, other] = tied;
  const onDay = other?.on_day ?? '';
  const to = (who: number, more: object = {}) => ({
    ...{ id: test?.id, version: test?.version, input: { auditorId: auditors[who]?.id, onDay, ...more } },
  });
  expect(await done(choices, { id: test?.id, day: onDay })).toEqual({
    breaks: ['STRUCTURE_GAP'],
    auditors: [
      { auditor: { name: 'Ada Morel' }, breaks: ['AUDITOR_CONFLICT'] },
      { auditor: { name: 'Bea Nord' }, breaks: [] },
    ],
  });
  expect((await ask('MANAGER', give, to(0, { reason: 'Personne d’autre.' }))).refusals).toEqual(['ASSIGNMENT_TIED']);
  const named = await ask('MANAGER', give, to(1));
  expect(named).toMatchObject({ refusals: ['ASSIGNMENT_BREAKS'], details: [{ rules: ['STRUCTURE_GAP'] }] });
  expect((await ask('MANAGER', give, to(1, { onDay: '2022-08-01' }))).refusals).toEqual(['ASSIGNMENT_DAY']);
  const placed = await done(give, to(1, { reason: 'La structure ferme le reste du mois.' }));
  expect(placed).toMatchObject({ state: 'ASSIGNED', onDay, handReason: 'La structure ferme le reste du mois.' });
  expect((await ask('MANAGER', give, to(1))).refusals).toEqual(['STALE']);
  expect(await drawing({ mend: true })).toMatchObject({ state: 'DRAWN', report: { moved: 0 } });
});

test('a test that is withdrawn comes back to whoever had it, unless they can no longer do it', async () => {
  const withdraw = 'mutation ($id: ID!) { withdrawAssignment(id: $id, reason: "Doublon.") { state stateReason } }';
  const restore = 'mutation ($id: ID!) { restoreAssignment(id: $id) { state stateReason auditor { name } } }';
  const [test] = (await list()).items.filter(({ auditor }) => auditor?.name === 'Bea Nord');
  expect((await ask('MANAGER', restore, { id: test?.id })).refusals).toEqual(['ASSIGNMENT_STATE']);
  expect(await done(withdraw, { id: test?.id })).toEqual({ state: 'WITHDRAWN', stateReason: 'Doublon.' });
  expect(await done(restore, { id: test?.id })).toEqual({
    ...{ state: 'ASSIGNED', stateReason: null, auditor: { name: 'Bea Nord' } },
  });
  const undo = 'mutation ($act: ID!) { undoAct(act: $act) { act } }';
  const [slip = ''] = (await ask('MANAGER', withdraw, { id: test?.id })).acts;
  expect((await ask('MANAGER', undo, { act: slip })).refusals).toEqual([]);
  expect((await list()).items.find(({ id }) => id === test?.id)).toMatchObject({ state: 'ASSIGNED' });
  const [last = ''] = (await ask('MANAGER', withdraw, { id: test?.id })).acts;
  await done('mutation ($id: ID!) { removeAuditor(id: $id, motive: "Départ.") { id } }', { id: auditors[1]?.id });
  expect((await ask('MANAGER', undo, { act: last })).refusals).toEqual(['UNDO_MOVED']);
  expect(await done(restore, { id: test?.id })).toEqual({ state: 'PLANNED', stateReason: null, auditor: null });
});

test('what tests cost is told by channel, beside what they may cost, and not looked at by a draw', async () => {
  const { version } = await done<{ version: number }>(rules, { id });
  const money = { prices: [{ channel: 'PHONE', cents: 850 }], budget: 12_000 };
  await done(save, { id, version, input: { ...said, ...money } });
  const figures = 'query ($id: ID!) { planFigures(editionId: $id) { budget costs { channel tests price cents } } }';
  expect(await done(figures, { id })).toEqual({
    budget: 12_000,
    costs: [
      { channel: 'PHONE', tests: 16, price: 850, cents: 13_600 },
      { channel: 'EMAIL', tests: 8, price: null, cents: 0 },
    ],
  });
});

test('a structure whose tests are planned stays enrolled, and a scenario in use stays', async () => {
  const [scenario] = await sql<{ id: string }>(`select id from scenario where code = 'mail-1'`);
  const discard = 'mutation ($id: ID!) { removeScenario(id: $id) }';
  expect((await ask('MANAGER', discard, { id: scenario?.id })).refusals).toEqual(['SCENARIO_IN_USE']);
  const [enrolment] = await sql<{ id: string }>('select id from enrolment where structure_id = ?', [structure.T1]);
  const leave = await ask('MANAGER', 'mutation ($id: ID!) { removeEnrolment(id: $id) }', { id: enrolment?.id });
  expect(leave.refusals).toEqual(['ENROLMENT_PLANNED']);
});

test('the work of an auditor is told in figures that open the tests they count, to staff and to the auditor alone', async () => {
  const own = await sql<{ id: string }>(
    `insert into audit (edition_id, enrolment_id, channel_id, reference, performed_on, state, assignment_id)
     select a.edition_id, a.enrolment_id, h.id, a.reference, a.on_day + row_number() over (order by a.reference)::int - 1,
       (array['VALIDATED', 'REJECTED', 'TO_REDO'])[row_number() over (order by a.reference)], a.id
     from assignment a join grid g on g.edition_id = a.edition_id join channel h on h.grid_id = g.id and h.code = a.channel
     where a.auditor_id = ? and a.state = 'ASSIGNED' order by a.reference limit 3 returning id`,
    [auditors[0]?.id],
  );
  await sql(`update assignment set state = 'SUBMITTED' where id in (select assignment_id from audit)`);
  time.now = new Date('2022-12-01T09:00:00Z');
  const fields = 'auditorId daysWorked mostInDay counts { figure count }';
  interface Quality {
    readonly auditorId: string;
    readonly counts: { readonly figure: string; readonly count: number }[];
  }
  const all = await done<Quality[]>(`query ($id: ID!) { auditorQuality(editionId: $id) { ${fields} } }`, { id });
  const ada = all.find(({ auditorId }) => auditorId === auditors[0]?.id);
  const count = Object.fromEntries((ada?.counts ?? []).map(({ figure, count }) => [figure, count]));
  expect(count).toMatchObject({ SENT: 3, DONE_LATE: 2, DECIDED: 3, REJECTED: 1, TO_REDO: 1, CORRECTED: 0 });
  expect(count.LATE).toBe((count.DUE ?? 0) - own.length);
  const behind = `query ($id: ID!, $who: ID!, $figure: QualityFigure!) {
    qualityTests(editionId: $id, auditorId: $who, figure: $figure) { total items { reference } } }`;
  for (const { auditorId, counts } of all)
    for (const { figure, count } of counts)
      expect((await done<{ total: number }>(behind, { id, who: auditorId, figure })).total, figure).toBe(count);
  const mine = await ask(asAuditor(0), `query ($id: ID!) { myQuality(editionId: $id) { ${fields} } }`, { id });
  expect(mine.data).toEqual({ myQuality: ada });
  const mineBehind =
    'query ($id: ID!) { myQualityTests(editionId: $id, figure: REJECTED) { total items { auditState } } }';
  expect((await ask(asAuditor(0), mineBehind, { id })).data).toEqual({
    myQualityTests: { total: 1, items: [{ auditState: 'REJECTED' }] },
  });
  for (const role of ['AUDITOR', 'CONTROLLER', 'JUROR', 'PARTICIPANT'] as const)
    expect((await ask(role, behind, { id, who: auditors[0]?.id, figure: 'SENT' })).refusals).toEqual(['FORBIDDEN']);
  expect(complaints).toEqual([]);
});
