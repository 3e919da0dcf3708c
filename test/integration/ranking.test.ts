import { describe, expect, test } from 'vitest';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { byEmail, byPhone, sheetOf, structures } from '../support/sample.ts';

const office = await makeBackOffice('ranking');
const { ask, done, sql } = office;

interface Line {
  readonly rank: number | null;
  readonly score: string | null;
  readonly exact: string | null;
  readonly base: number;
  readonly enrolment: { structure: { reference: string } };
  readonly channels: { channel: { code: string }; score: string | null; mean: string | null }[];
}
const rankingOf = async (id: string) => {
  const query = `query ($id: ID!) { ranking(editionId: $id) { category { code } mean structureCount
    lines { rank score exact base enrolment { structure { reference } } channels { channel { code } score mean } } } }`;
  const categories = await done<{ category: { code: string }; mean: string; structureCount: number; lines: Line[] }[]>(
    query,
    { id },
  );
  return Object.fromEntries(categories.map((each) => [each.category.code, each]));
};
const linesOf = (lines: readonly Line[] = []) =>
  lines.map(({ rank, enrolment, exact, base }) => [rank, enrolment.structure.reference, exact, base]);

const sheet = `query ($id: ID!) { scoreSheet(enrolmentId: $id) { runNumber score exact rank field mean
  channels { channel { code } score mean base criteria { criterion { code } score base } } } }`;
interface Sheet {
  readonly scoreSheet: {
    readonly channels: {
      readonly channel: { readonly code: string };
      readonly mean: string | null;
      readonly criteria: {
        readonly criterion: { readonly code: string };
        readonly score: string | null;
        readonly base: number;
      }[];
    }[];
  };
}

describe('the scores of an edition', async () => {
  const { id, enrolment, moveTo } = await makeEdition(office, 'DELIBERATION');

  /*
   * By hand. Phone weighs 3 (connected 2, rings 1, courtesy 1), e-mail 1 (answered 1, delay 1, clarity 2).
   *   T1  phone 100; e-mail (100 + 100·5/7 + 2·100) / 4 = 650/7; (3·100 + 650/7) / 4 = 1375/14
   *   T2  phone (2·100 + 50 + 100) / 4 = 175/2; e-mail answered 0 and nothing else to see = 0; 3·175/2 / 4 = 525/8
   *   T3  two calls, rings worth 100 and 0: their mean is 50, as for T2; 525/8
   *   T4  phone not connected = 0, rings not seen, courtesy without object; e-mail (100 + 0 + 2·50) / 4 = 50; 50/4 = 25/2
   *   T5  offers neither: 0
   */
  test('are exact, and equals share a rank', async () => {
    const { towns, regions } = await rankingOf(id);
    expect(linesOf(towns?.lines)).toEqual([
      [1, 'T1', '1375/14', 6],
      [2, 'T2', '525/8', 4],
      [2, 'T3', '525/8', 7],
      [4, 'T4', '25/2', 4],
      [5, 'T5', '0', 6],
    ]);
    expect(linesOf(regions?.lines)).toEqual([
      [1, 'R1', '100', 6],
      [2, 'R2', '525/8', 4],
      [3, 'R3', '25/2', 4],
    ]);
    // (1375/14 + 2·525/8 + 25/2 + 0) / 5 = 1355/28; (100 + 525/8 + 25/2) / 3 = 475/8
    expect(towns).toMatchObject({ mean: '48.39', structureCount: 5 });
    expect(regions).toMatchObject({ mean: '59.38', structureCount: 3 });
  });

  test('show each channel beside the mean of the category on it, and the optional one outside the whole', async () => {
    const { towns } = await rankingOf(id);
    const [first, second] = towns?.lines ?? [];
    const cell = (code: string, score: string | null, mean: string) => ({ channel: { code }, score, mean });
    // Reception of T1: (1·100 + 0.5·50) / 1.5 = 250/3; of T4 100. T1 would lose by it: its overall score says nothing of it.
    expect(first?.channels).toEqual([
      cell('PHONE', '100.00', '55.00'),
      cell('EMAIL', '92.86', '28.57'),
      cell('RECEPTION', '83.33', '91.67'),
    ]);
    expect(second?.channels[2]).toEqual(cell('RECEPTION', null, '91.67'));
  });

  test('tell what leaves the denominator from what earns nothing', async () => {
    const criteriaOf = async (reference: string) => {
      const { data } = await ask<Sheet>('MANAGER', sheet, { id: enrolment[reference] });
      const lines = data.scoreSheet.channels.flatMap(({ criteria }) => criteria);
      return Object.fromEntries(lines.map(({ criterion, score, base }) => [criterion.code, [score, base]]));
    };
    expect(await criteriaOf('T4')).toEqual({
      ...{ 'phone.connected': ['0.00', 1], 'phone.connected.rings': [null, 0], 'phone.courtesy': [null, 0] },
      ...{ 'email.answered': ['100.00', 1], 'email.delay': ['0.00', 1], 'email.tone': ['50.00', 1] },
      ...{ 'reception.welcome': ['100.00', 1], 'reception.signs': ['100.00', 1] },
    });
    expect(await criteriaOf('T5')).toMatchObject({
      ...{ 'phone.connected': ['0.00', 1], 'phone.connected.rings': ['0.00', 1], 'email.tone': ['0.00', 1] },
    });
    expect(await criteriaOf('T3')).toMatchObject({ 'phone.connected.rings': ['50.00', 2] });
  });

  test('carry the figures of the edition, each with its base', async () => {
    const query = `query ($id: ID!) { scoreRuns(editionId: $id) { items { auditCount
      indicators { code exact value numerator denominator contributors } } } }`;
    const { items } = await done<{ items: object[] }>(query, { id });
    const figure = (
      code: string,
      exact: string,
      value: string,
      numerator: string,
      denominator: number,
      contributors: number,
    ) => ({
      ...{ code, exact, value, numerator, denominator, contributors },
    });
    expect(items).toEqual([
      {
        auditCount: 19,
        indicators: [
          figure('structures', '8', '8.000000', '8.000000', 8, 8),
          // Connected: P1 P2 P3 P3b P6 P7, of these and P4 P8; T5 offers no telephone.
          figure('phone.connected_first', '3/4', '0.750000', '6.000000', 8, 7),
          // Answered: E1 E4 E6 E8; within five days: E1 E6.
          figure('email.within_5_days', '1/2', '0.500000', '2.000000', 4, 4),
          figure('phone.rings_mean', '13/3', '4.333333', '26.000000', 6, 5),
          figure('reception.score_mean', '275/3', '91.666667', '183.333333', 2, 2),
          figure('towns.score_mean', '1355/28', '48.392857', '241.964286', 5, 5),
        ],
      },
    ]);
  });

  test('computed again with nothing changed are the same, however many ask at once', async () => {
    const runs = await Promise.all(Array.from({ length: 5 }, () => done<{ id: string }>(verbs.compute, { id })));
    expect(new Set(runs.map((run) => run.id)).size).toBe(1);
    expect(await sql('select number from score_run where edition_id = ?', [id])).toEqual([{ number: 1 }]);
  });

  test('are read by staff alone before they are published', async () => {
    for (const asker of ['CONTROLLER', 'AUDITOR', 'JUROR'] as const) {
      expect((await ask(asker, sheet, { id: enrolment.T1 })).refusals).toEqual(['FORBIDDEN']);
      expect((await ask(asker, 'query ($id: ID!) { ranking(editionId: $id) { mean } }', { id })).refusals).toEqual([
        'FORBIDDEN',
      ]);
    }
    expect((await ask('ADMINISTRATOR', sheet, { id: enrolment.T1 })).refusals).toEqual([]);
  });

  test('no longer move from the embargo on', async () => {
    await moveTo('EMBARGO');
    expect(await ask('MANAGER', verbs.compute, { id })).toMatchObject({ refusals: ['SCORING_CLOSED'] });
  });
});

describe('tests that are not validated', async () => {
  const { id, importTests, moveTo } = await makeEdition(office, 'FIELDWORK', { year: 2023 });
  await importTests(
    sheetOf([byPhone('P1', 'T1', 'oui 3 5'), byPhone('P2', 'T2', 'oui 9 5'), byPhone('P3', 'T2', 'oui 3 5')]),
  );
  const tests = async () =>
    Object.fromEntries(
      (await sql<{ id: string; reference: string }>('select id, reference from audit where edition_id = ?', [id])).map(
        (audit) => [audit.reference, audit.id],
      ),
    );
  const decide = async (state: string, references: readonly string[], reason?: string) => {
    const ids = await tests();
    return ask('CONTROLLER', verbs.decide, { id, state, ids: references.map((each) => ids[each]), reason });
  };
  const current = async () => {
    const query = 'query ($id: ID!) { scoreRuns(editionId: $id, sort: "number") { items { number current } } }';
    return (await done<{ items: { number: number; current: boolean }[] }>(query, { id })).items;
  };

  test('count for nothing', async () => {
    expect(await ask('MANAGER', verbs.compute, { id })).toMatchObject({ refusals: ['NOTHING_TO_SCORE'] });
    expect((await decide('VALIDATED', ['P1', 'P2'])).data).toEqual({ decideAudits: { changed: 2, held: [] } });
    await done(verbs.compute, { id });
    const { towns } = await rankingOf(id);
    expect(linesOf(towns?.lines)).toEqual([
      [1, 'T1', '100', 3],
      [2, 'T2', '75', 3],
      ...['T3', 'T4', 'T5'].map((reference) => [null, reference, null, 0]),
    ]);
    expect(await current()).toEqual([{ number: 1, current: true }]);
  });

  test('make the scores out of date as soon as one more is validated or rejected', async () => {
    await decide('VALIDATED', ['P3']);
    expect(await current()).toEqual([{ number: 1, current: false }]);
    const { inputsHash, ...preview } = await done<{ inputsHash: string }>(verbs.preview, { id });
    expect(preview).toEqual({
      ...{ current: false, runNumber: 1, auditCount: 3, structureCount: 2 },
      changes: [
        {
          ...{ scoreBefore: '75.00', scoreAfter: '87.50', rankBefore: 2, rankAfter: 2 },
          enrolment: { structure: { reference: 'T2' } },
        },
      ],
    });
    expect(await ask('MANAGER', verbs.compute, { id })).toMatchObject({
      ...{ refusals: ['SCORES_CHANGE'], details: [{ changed: 1, inputsHash }] },
    });
    expect(await ask('MANAGER', verbs.compute, { id, inputsHash: 'another' })).toMatchObject({
      refusals: ['SCORES_MOVED'],
    });
    expect(await current()).toEqual([{ number: 1, current: false }]);
    expect(await done(verbs.compute, { id, inputsHash })).toMatchObject({ number: 2, auditCount: 3 });
    expect(await current()).toEqual([
      { number: 1, current: false },
      { number: 2, current: true },
    ]);
    expect(linesOf((await rankingOf(id)).towns?.lines)[1]).toEqual([2, 'T2', '175/2', 6]);
    await decide('REJECTED', ['P2'], 'L’enregistrement est inaudible.');
    await done(verbs.compute, {
      id,
      inputsHash: (await done<{ inputsHash: string }>(verbs.preview, { id })).inputsHash,
    });
    expect(linesOf((await rankingOf(id)).towns?.lines).slice(0, 2)).toEqual([
      [1, 'T1', '100', 3],
      [1, 'T2', '100', 3],
    ]);
  });

  test('are rejected with a reason, in the phases of control', async () => {
    expect((await decide('REJECTED', ['P1'])).refusals).toEqual(['AUDIT_REASON_REQUIRED']);
    expect((await decide('REJECTED', ['P2'], 'Encore.')).data).toEqual({ decideAudits: { changed: 0, held: [] } });
    await moveTo('CONTROL');
    await moveTo('DELIBERATION');
    expect((await decide('REJECTED', ['P1'], 'Trop tard.')).refusals).toEqual(['CONTROL_CLOSED']);
  });
});

test('scores that look the same once rounded are still ranked by what they are', async () => {
  const fieldwork = ['T1', 'T2', 'T3'].flatMap((reference, i) => [
    byPhone(`P${i}`, reference, 'oui 3 5'),
    byEmail(`E${i}`, reference, `oui ${['2,0002', '2', '2,0001'][i]} clair`),
  ]);
  const { id } = await makeEdition(office, 'DELIBERATION', { year: 2024, fieldwork });
  const [first, second, third] = (await rankingOf(id)).towns?.lines ?? [];
  const seen = [first, second, third].map((line) => [line?.rank, line?.enrolment.structure.reference, line?.score]);
  expect(seen).toEqual([
    [1, 'T2', '98.21'],
    [2, 'T3', '98.21'],
    [3, 'T1', '98.21'],
  ]);
});

describe('a structure', async () => {
  const { enrolment, structure, publish } = await makeEdition(office, 'EMBARGO', { year: 2025 });
  const mine = (reference: string, of = reference) =>
    ask<Sheet>(actorOf('PARTICIPANT', structure[reference] ?? ''), sheet, { id: enrolment[of] });

  test('learns nothing of its scores before they are published', async () => {
    for (const { reference } of structures) expect((await mine(reference)).refusals, reference).toEqual(['NOT_FOUND']);
  });

  test('then reads its own, and cannot tell whether others have any', async () => {
    await publish();
    expect((await mine('T1')).data.scoreSheet).toMatchObject({ score: '98.21', rank: 1, field: 5 });
    for (const { reference } of structures.filter(({ reference }) => reference !== 'T1'))
      expect((await mine('T1', reference)).refusals, reference).toEqual(['NOT_FOUND']);
  });

  test('reads its criteria if it pays for them', async () => {
    const criteria = async (reference: string) =>
      (await mine(reference)).data.scoreSheet.channels.flatMap((channel) => channel.criteria).length;
    expect(await criteria('T1')).toBe(8);
    expect(await criteria('T4')).toBe(0);
  });

  test('reads no mean that would say what another one scored', async () => {
    // Of five towns the first is named: their means would tell the others. Of three regions any mean would.
    for (const [reference, score] of [
      ['T1', '98.21'],
      ['R1', '100.00'],
    ] as const) {
      const sheet = (await mine(reference)).data.scoreSheet;
      expect(sheet).toMatchObject({ score, rank: 1, mean: null });
      expect(sheet.channels.map(({ mean }) => mean)).toEqual([null, null, null]);
    }
  });
});
