import { describe, expect, test } from 'vitest';
import { verify } from '../../server/certificate/verify.mjs';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { byPhone, columns, configuration, sheetOf } from '../support/sample.ts';

const office = await makeBackOffice('version');
const { ask, done, sql } = office;
const edition = await makeEdition(office, 'CONTROL');
const { id, enrolment, importTests, moveTo } = edition;

interface Version {
  readonly id: string;
  readonly version: number;
  readonly grid: { readonly id: string; readonly number: number };
}
interface Effect {
  readonly hash: string | null;
  readonly faults: readonly { reason: string; criterion: string | null; value: string | null; count: number | null }[];
  readonly fates: readonly { kind: string; source: { code: string } | null; values: number; absences: number }[];
  readonly changes: readonly { scoreBefore: string | null; scoreAfter: string | null; enrolment: object }[];
}
const VERSION = '{ id version motive adoptedAt grid { id number draft frozenAt } }';
const EFFECT = `{ hash auditCount structureCount faults { reason criterion value count }
  fates { kind source { code } target { code } answers { from to absence } factor absence motive values absences }
  changes { scoreBefore scoreAfter rankBefore rankAfter enrolment { structure { reference } } } }`;
const speak = {
  prepare: `mutation ($id: ID!, $grid: JSONObject) { prepareGridVersion(editionId: $id, configuration: $grid) ${VERSION} }`,
  declare: `mutation ($id: ID!, $version: Int!, $fates: [FateInput!]!) { declareFates(id: $id, version: $version, fates: $fates) ${VERSION} }`,
  discard: 'mutation ($id: ID!) { discardGridVersion(id: $id) }',
  effect: `query ($id: ID!) { gridVersionEffect(id: $id) ${EFFECT} }`,
  propose: `query ($id: ID!, $grid: JSONObject!, $fates: [FateInput!]!) { proposeGridVersion(editionId: $id, configuration: $grid, fates: $fates) ${EFFECT} }`,
  adopt: `mutation ($id: ID!, $hash: String!, $motive: Prose!) { adoptGridVersion(id: $id, hash: $hash, motive: $motive) ${VERSION} }`,
  grids: 'query ($id: ID!) { grids(editionId: $id, sort: "number", order: DESC) { total items { id number draft } } }',
};
const prepare = (grid: object | null = null) => done<Version>(speak.prepare, { id, grid });
const effectOf = (version: Version) => done<Effect>(speak.effect, { id: version.id });
const adopt = (version: Version, hash: string | null) =>
  ask('MANAGER', speak.adopt, { id: version.id, hash: hash ?? '', motive: 'La question était mal posée.' });
const preview = () => done<{ inputsHash: string; changes: object[] }>(verbs.preview, { id });
const compute = async () => {
  const { inputsHash } = await preview();
  return done<{ number: number }>(verbs.compute, { id, inputsHash });
};
const standing = () =>
  sql(
    `select s.reference, o.exact, o.rank from score o join enrolment e on e.id = o.enrolment_id
     join structure s on s.id = e.structure_id where o.channel_id is null and o.run_id =
       (select id from score_run where edition_id = ? order by number desc limit 1) order by s.reference`,
    [id],
  );
/** All that was ever measured, as it stands in its table. */
const measured = () => sql('select * from measurement order by id');

await compute();
const asMeasured = await measured();

/**
 * The second version: e-mails are asked otherwise. Its three clarities become two; the delay is counted in hours; the
 * courtesy of the phone is renamed; the rings are given up; whether the call was returned is new.
 */
const second = () => {
  const grid = configuration();
  const [phone, email] = grid.channels as [(typeof grid.channels)[number], (typeof grid.channels)[number]];
  const [connected, , courtesy] = phone.criteria;
  const [answered, delay, tone] = email.criteria;
  Object.assign(courtesy ?? {}, { code: 'phone.kindness', label: 'Amabilité', weight: '3' });
  Object.assign(delay ?? {}, { unit: 'MINUTES', scale: { type: 'LINEAR', zeroAt: '10080', oneAt: '0' } });
  Object.assign(tone ?? {}, {
    conditions: [{ criterion: 'email.answered', in: ['1'] }],
    scale: {
      type: 'CHOICE',
      choices: [
        { code: 'oui', label: 'Clair', points: '1' },
        { code: 'non', label: 'Peu clair', points: '0' },
      ],
    },
  });
  Object.assign(connected ?? {}, { label: 'Un agent a répondu' });
  const returned = { ...answered, code: 'phone.returned', label: 'Rappel', step: 'answer', weight: '1' };
  Object.assign(phone, { criteria: [connected, courtesy, returned] });
  grid.indicators = grid.indicators.filter(({ code }) => code !== 'phone.rings_mean');
  return grid;
};
const fates = [
  { source: 'phone.connected.rings', motive: 'Le comptage dépendait du standard.' },
  { source: 'phone.courtesy', target: 'phone.kindness' },
  { target: 'phone.returned', absence: 'NOT_OBSERVED' },
  { source: 'email.delay', target: 'email.delay', factor: '1440' },
  {
    ...{ source: 'email.tone', target: 'email.tone' },
    answers: [
      { from: 'clair', to: 'oui' },
      { from: 'partiel', to: 'non' },
      { from: 'obscur', absence: 'NOT_OBSERVED' },
    ],
  },
];

describe('a version in preparation', () => {
  test('is used nowhere: neither grid in force, nor import, nor scoring, nor file', async () => {
    const before = [await preview(), await done(speak.grids, { id })];
    const { id: grid } = (await done<{ items: { id: string }[] }>(speak.grids, { id })).items[0] ?? { id: '' };
    const file = 'query ($id: ID!) { gridConfiguration(id: $id) }';
    const kept = await done(file, { id: grid });
    const draft = await prepare(second());
    expect(draft.grid).toMatchObject({ number: 2, draft: true, frozenAt: null });
    expect([await preview(), await done(speak.grids, { id })]).toEqual(before);
    expect(await done(file, { id: grid })).toEqual(kept);
    expect(await importTests(sheetOf([byPhone('P9', 'T2', 'oui 3 5')]), false)).toMatchObject({ created: 1 });
    const newer = [...columns.slice(0, 5), 'phone.connected', 'phone.kindness', 'phone.returned'];
    const row = { ...byPhone('P9', 'T2', 'oui'), 'phone.kindness': '5', 'phone.returned': 'oui' };
    expect((await importTests(sheetOf([row], newer), false)).faultCount).toBeGreaterThan(0);
    expect(await ask('MANAGER', verbs.configure, { id, grid: configuration() })).toMatchObject({
      refusals: ['GRID_FROZEN'],
    });
    expect(await done(speak.discard, { id: draft.id })).toBe(true);
    expect(await measured()).toEqual(asMeasured);
  });

  test('of five people who prepare one at the same instant, one does', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('MANAGER', speak.prepare, { id })));
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('VERSION_EXISTS'));
    const [draft] = await done<Version[]>(`query ($id: ID!) { gridVersions(editionId: $id) ${VERSION} }`, { id });
    expect(await effectOf(draft as Version)).toMatchObject({ faults: [], changes: [] });
    await done(speak.discard, { id: draft?.id });
  });

  test('opens to staff alone; controllers read what was adopted', async () => {
    for (const role of ['CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const)
      for (const [verb, variables] of [
        [speak.prepare, { id }],
        [speak.discard, { id }],
        [speak.effect, { id }],
        [speak.adopt, { id, hash: 'x', motive: 'x' }],
      ] as const)
        expect((await ask(role, verb, variables)).refusals).toEqual(['FORBIDDEN']);
  });

  test('tells what is missing before anything else: a motive, answers without a fate, values without a place', async () => {
    const propose = (declared: object[]) =>
      done<Effect>(speak.propose, { id, grid: second(), fates: declared }).then(({ faults }) =>
        faults.map(({ reason, criterion, value, count }) => [reason, criterion, value, count]),
      );
    expect(await propose([])).toEqual([
      ['MOTIVE_MISSING', 'phone.connected.rings', null, null],
      ['MOTIVE_MISSING', 'phone.courtesy', null, null],
      ['MOTIVE_MISSING', 'email.delay', null, null],
      ['MOTIVE_MISSING', 'email.tone', null, null],
    ]);
    const but = (source: string, more: object) => [
      ...fates.filter((fate) => fate.source !== source),
      { source, target: source, ...more },
    ];
    expect(await propose(but('email.tone', { answers: [{ from: 'clair', to: 'limpide' }] }))).toEqual([
      ['ANSWER_UNKNOWN', 'email.tone', 'limpide', null],
      ['ANSWER_MISSING', 'email.tone', 'partiel', null],
      ['ANSWER_MISSING', 'email.tone', 'obscur', null],
    ]);
    expect(await propose(but('email.delay', {}))).toEqual([['OTHER_QUESTION', 'email.delay', 'email.delay', null]]);
    expect(await propose(but('email.delay', { factor: '-2' }))).toEqual([
      ['FACTOR_INVALID', 'email.delay', '-2', null],
    ]);
    expect(await propose(but('email.delay', { factor: '1/7' }))).toEqual([['OUTSIDE_SCALE', 'email.delay', '2', 1]]);
    expect(await propose(but('phone.courtesy', { target: 'email.answered' }))).toContainEqual([
      'OTHER_CHANNEL',
      'phone.courtesy',
      'email.answered',
      null,
    ]);
    expect(await done(`query ($id: ID!) { gridVersions(editionId: $id) ${VERSION} }`, { id })).toEqual([]);
  });
});

describe('adopted', () => {
  test('an identical version moves no score and no rank', async () => {
    const before = await standing();
    const draft = await prepare();
    const { hash, changes } = await effectOf(draft);
    expect(changes).toEqual([]);
    expect((await adopt(draft, hash)).refusals).toEqual([]);
    await compute();
    expect(await standing()).toEqual(before);
    expect(await measured()).toEqual(asMeasured);
  });

  test('of five who adopt the same version at the same instant, one does', async () => {
    const draft = await prepare(second());
    const declared = await done<Version>(speak.declare, { id: draft.id, version: draft.version, fates });
    const { hash, faults } = await effectOf(declared);
    expect(faults).toEqual([]);
    expect(await adopt(draft, '0'.repeat(64))).toMatchObject({ refusals: ['VERSION_MOVED'] });
    const answers = await Promise.all(Array.from({ length: 5 }, () => adopt(draft, hash)));
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('VERSION_ADOPTED'));
    expect(await done(speak.grids, { id })).toMatchObject({ total: 3, items: [{ number: 3, draft: false }, {}, {}] });
  });

  test('every score is what its rules say of what was measured, converted by hand', async () => {
    expect(
      await ask('MANAGER', 'query ($id: ID!) { certificate(enrolmentId: $id) }', { id: enrolment.T1 }),
    ).toMatchObject({ refusals: ['SCORES_STALE'] });
    const { number } = await compute();
    const scores = Object.fromEntries((await standing()).map(({ reference, exact }) => [reference, exact]));
    // T1: phone (2×1 + 3×1)/5 = 1; e-mail answered 1, delay 2880/10080 → 5/7, clear 1: (1 + 5/7 + 2)/4 = 13/14.
    // Overall (3×1 + 1×13/14)/4; phone.returned was not observed, and leaves.
    expect(scores.T1).toBe('1375/14');
    // T4: phone not connected (0), courtesy without object; e-mail after 7 days (0), half clear becomes unclear (0).
    expect(scores.T4).toBe('25/4');
    expect(number).toBeGreaterThan(1);
    expect(await measured()).toEqual(asMeasured);
  });

  test('a question that would not have been asked is not applicable, and the certificate verifies without us', async () => {
    for (const of of ['T1', 'T2', 'T4', 'R1']) {
      const certificate = await done<{ grid: { number: number }; tests: { answers: Record<string, object> }[] }>(
        'query ($id: ID!) { certificate(enrolmentId: $id) }',
        { id: enrolment[of] },
      );
      expect(certificate.grid.number).toBe(3);
      expect(() => verify(JSON.stringify(certificate))).not.toThrow();
      for (const { answers } of certificate.tests)
        if (of === 'T2' && 'email.tone' in answers)
          expect(answers['email.tone']).toEqual({ absence: 'NOT_APPLICABLE' });
    }
  });

  test('an old test still shows the questions, words and values it was filled with', async () => {
    const { items } = await done<{ items: { measurements: object[] }[] }>(
      `query ($id: ID!) { audits(editionId: $id, q: "P1") { items { reference channel { gridNumber }
        measurements { value criterion { code label } } } } }`,
      { id },
    );
    expect(items[0]).toMatchObject({ channel: { gridNumber: 1 } });
    expect(items[0]?.measurements).toContainEqual({
      ...{ value: '3.000000', criterion: { code: 'phone.connected.rings', label: 'Sonneries' } },
    });
    expect(items[0]?.measurements).toContainEqual({
      ...{ value: '1.000000', criterion: { code: 'phone.connected', label: 'Mis en relation' } },
    });
  });

  test('what a test counts is told with the version it was recorded on', async () => {
    const behind = await done(
      'query ($id: ID!) { measurementsBehind(enrolmentId: $id, criterion: "email.delay") { reference value recordedOn } }',
      { id: enrolment.T1 },
    );
    expect(behind).toEqual([{ reference: 'E1', value: '2880.000000', recordedOn: 1 }]);
  });

  test('a new test is recorded on the new version, an old one stays on its own, in one and the same file', async () => {
    const heads = [...columns, 'phone.kindness', 'phone.returned'];
    const fresh = { ...byPhone('P20', 'T3', 'oui'), 'phone.kindness': '4', 'phone.returned': 'oui' };
    const old = byPhone('P1', 'T1', 'oui 3 5');
    expect(await importTests(sheetOf([fresh, old], heads))).toMatchObject({ created: 1, unchanged: 1, faultCount: 0 });
    const { faults } = await importTests(sheetOf([{ ...old, 'phone.returned': 'oui' }], heads), false);
    expect(faults).toMatchObject([{ column: 'phone.returned', reason: 'UNEXPECTED_VALUE' }]);
    expect((await importTests(sheetOf([byPhone('P21', 'T3', 'oui 3 5')]), false)).faultCount).toBeGreaterThan(0);
    const [{ number }] = (await sql(
      `select g.number from audit a join channel h on h.id = a.channel_id join grid g on g.id = h.grid_id
       where a.reference = 'P20'`,
    )) as [{ number: number }];
    expect(number).toBe(3);
  });

  test('runs of before keep their grid', async () => {
    const runs = await sql<{ number: number }>(
      `select g.number from score_run r join grid g on g.id = r.grid_id where r.edition_id = ? order by r.number`,
      [id],
    );
    expect(runs.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('nothing that was adopted changes, and no draft is adopted from deliberation on', async () => {
    const [latest] = await done<Version[]>(`query ($id: ID!) { gridVersions(editionId: $id) ${VERSION} }`, { id });
    expect(await ask('MANAGER', speak.discard, { id: latest?.id })).toMatchObject({ refusals: ['VERSION_ADOPTED'] });
    const declare = { id: latest?.id, version: latest?.version, fates: [] };
    expect(await ask('MANAGER', speak.declare, declare)).toMatchObject({ refusals: ['VERSION_ADOPTED'] });
    const draft = await prepare();
    const { hash } = await effectOf(draft);
    await done(verbs.decide, { id, state: 'VALIDATED' });
    expect(await adopt(draft, hash)).toMatchObject({ refusals: ['VERSION_MOVED'] });
    await compute();
    await moveTo('DELIBERATION');
    const after = await effectOf(draft).catch((refused: Error) => refused.message);
    expect(String(await adopt(draft, hash).then(({ refusals }) => refusals))).toBe('VERSION_CLOSED');
    expect(after).toBeDefined();
    expect(await ask('MANAGER', speak.prepare, { id, grid: second() })).toMatchObject({ refusals: ['VERSION_CLOSED'] });
  });
});

test('a grid on which nothing was measured needs no version', async () => {
  const young = await makeEdition(office, 'FIELDWORK', { year: 2023 });
  expect(await ask('MANAGER', speak.prepare, { id: young.id })).toMatchObject({ refusals: ['VERSION_NOT_NEEDED'] });
});

test('the first measurement and a last change of the grid do not both come through', async () => {
  for (const year of [2031, 2032]) {
    const young = await makeEdition(office, 'PREPARATION', { year });
    await young.moveTo('FIELDWORK');
    const [{ id: criterion, version }] = (await sql(
      `select c.id, c.version from criterion c join channel h on h.id = c.channel_id join grid g on g.id = h.grid_id
       where g.edition_id = ? and c.code = 'phone.courtesy'`,
      [young.id],
    )) as [{ id: string; version: number }];
    const correct = () =>
      ask(
        'MANAGER',
        'mutation ($id: ID!, $version: Int!, $input: CriterionInput!) { updateCriterion(id: $id, version: $version, input: $input) { id } }',
        {
          ...{ id: criterion, version, input: { weight: '7' } },
        },
      );
    const [report, ...answers] = await Promise.all([
      young.importTests(sheetOf([byPhone('P1', 'T1', 'oui 3 5')])),
      ...Array.from({ length: 4 }, correct),
    ]);
    expect(report.applied).toBe(true);
    const refusals = answers.flatMap((answer) => answer.refusals);
    expect(refusals.length).toBeGreaterThanOrEqual(3);
    expect(refusals.every((refusal) => ['GRID_FROZEN', 'STALE'].includes(refusal))).toBe(true);
    expect(await correct()).toMatchObject({ refusals: ['GRID_FROZEN'] });
  }
});
