import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { sumOf } from '../support/arbitrary.ts';
import { type Asker, actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { configuration, sheetOf as sheetFileOf, structures, tests } from '../support/sample.ts';

const office = await makeBackOffice('sheet');
const { ask, done, sql } = office;
const { category, enrolment, structure, publish } = await makeEdition(office, 'EMBARGO');

interface Part {
  readonly value: string;
  readonly exact: string;
}
interface Sheet {
  readonly exact: string | null;
  readonly share: string | null;
  readonly formula: string[];
  readonly strengths: { criterion: { code: string }; gap: string; mean: string; structureCount: number }[];
  readonly weaknesses: { criterion: { code: string }; gap: string }[];
  readonly toGainOnePlace: {
    readonly reason: string | null;
    readonly gap: string | null;
    readonly rankAfter: number | null;
    readonly gain: Part | null;
    readonly above: { structure: { reference: string } }[];
    readonly criteria: { criterion: { code: string }; score: string; gain: Part }[];
  };
  readonly channels: {
    readonly channel: { code: string };
    readonly outcome: string | null;
    readonly share: string | null;
    readonly part: Part | null;
    readonly cap: Part | null;
    readonly floor: Part | null;
    readonly criteria: { criterion: { code: string }; part: Part | null; gain: Part | null }[];
  }[];
}
const query = `query ($id: ID!) { scoreSheet(enrolmentId: $id) {
  exact share formula(language: FR) exclusion { reason label } knockOuts { scope label }
  strengths { criterion { code } gap mean structureCount } weaknesses { criterion { code } gap }
  toGainOnePlace { reason gap rankAfter gain { value exact } above { structure { reference } }
    criteria { criterion { code } score gain { value exact } } }
  toSwap { reason above lead verdict delta exactDelta neighbour { structure { reference } }
    weights { channel { code } before after } witness { channel { code } share } }
  channels { channel { code } outcome share earned bonus capped counted
    part { value exact } cap { value exact } floor { value exact }
    criteria { criterion { code } part { value exact } gain { value exact } } } } }`;
const answer = (asker: Asker, id: string | undefined) => ask<{ scoreSheet: Sheet }>(asker, query, { id });
const sheetOf = async (reference: string, asker: Asker = 'MANAGER') =>
  (await answer(asker, enrolment[reference])).data.scoreSheet as Sheet & { toSwap: Record<string, unknown> };
const owner = (reference: string) => actorOf('PARTICIPANT', structure[reference] ?? '');
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the sheet of a structure', () => {
  test('is taken apart into parts that add up to its score exactly', async () => {
    for (const { reference } of structures.filter(({ reference }) => enrolment[reference])) {
      const { exact, channels } = await sheetOf(reference);
      const total = (parts: readonly (Part | null)[]) =>
        sumOf(parts.flatMap((part) => (part ? [new Fraction(part.exact)] : [])));
      expect(total(channels.map(({ part }) => part)).toFraction(), reference).toBe(exact);
      for (const { part, cap, floor, criteria } of channels)
        expect(total([...criteria.map((each) => each.part), cap, floor]).toFraction()).toBe(part?.exact);
    }
  });

  test('says what became of each channel, and what each criterion would still bring', async () => {
    const { channels, share } = await sheetOf('T2');
    expect(channels.map(({ channel, outcome, share }) => [channel.code, outcome, share])).toEqual([
      ['PHONE', 'SCORED', '0.7500'],
      ['EMAIL', 'SCORED', '0.2500'],
      ['RECEPTION', 'NOT_COMPARED', '0.0000'],
    ]);
    // Rings weigh 1 of 4 on a channel of 3/4, and are worth 50; of the e-mail only "answered" counts, for nothing yet.
    const gains = channels.flatMap(({ criteria }) => criteria.map((each) => [each.criterion.code, each.gain?.exact]));
    expect(Object.fromEntries(gains)).toMatchObject({ 'phone.connected.rings': '75/8', 'email.answered': '25' });
    expect(gains.filter(([, gain]) => gain === undefined).map(([code]) => code)).toContain('email.delay');
    // The delay was not observed: e-mail rests on half of what applies, 1 of 2; (3·1 + 1·1/2) / 4.
    expect(share).toBe('0.8750');
  });

  test('gives its formula, in French and in English', async () => {
    const { formula } = await sheetOf('T2');
    expect(formula.map(plain)).toEqual([
      'Téléphone = (2 × 100,00 + 1 × 50,00 + 1 × 100,00) ÷ 4 = 87,50',
      'Courriel = (1 × 0,00) ÷ 1 = 0,00',
      'Courriel : sans valeur pour « Délai », « Clarté » ; les autres critères se partagent leur poids',
      'Accueil : en option, hors de la note globale',
      'Note globale = (3 × 87,50 + 1 × 0,00) ÷ 4 ≈ 65,63',
    ]);
    const english = 'query ($id: ID!) { scoreSheet(enrolmentId: $id) { formula(language: EN) } }';
    const { formula: said } = await done<{ formula: string[] }>(english, { id: enrolment.T2 });
    expect(said.at(-1)).toBe('Overall score = (3 × 87.50 + 1 × 0.00) ÷ 4 ≈ 65.63');
  });

  test('says how to gain one place, and for staff over whom', async () => {
    const { toGainOnePlace } = await sheetOf('T2');
    // 1375/14 − 525/8 = 1825/56; rings bring 75/8 and the answer 25: both are needed, and together make 100.
    expect(toGainOnePlace).toMatchObject({ reason: null, gap: '32.59', rankAfter: 1, gain: { exact: '275/8' } });
    expect(toGainOnePlace.criteria.map(({ criterion, score }) => [criterion.code, score])).toEqual([
      ['phone.connected.rings', '50.00'],
      ['email.answered', '0.00'],
    ]);
    expect(toGainOnePlace.above.map((each) => each.structure.reference)).toEqual(['T1']);
    expect((await sheetOf('T4')).toGainOnePlace.above.map((each) => each.structure.reference)).toEqual(['T2', 'T3']);
    expect((await sheetOf('T1')).toGainOnePlace).toMatchObject({ reason: 'FIRST', gap: null, criteria: [] });
  });

  test('says how far weights must move for it to swap with its neighbour', async () => {
    // T4 is at 0 and 50, T2 at 87.5 and 0: (3·87.5 − 1·50) / (3·87.5 + 1·50) = 17/25.
    expect((await sheetOf('T4')).toSwap).toEqual({
      ...{ reason: null, above: true, lead: '53.13', verdict: 'POSSIBLE', delta: '0.680000', exactDelta: '17/25' },
      neighbour: { structure: { reference: 'T2' } },
      weights: [
        { channel: { code: 'PHONE' }, before: '0.7500', after: '0.3636' },
        { channel: { code: 'EMAIL' }, before: '0.2500', after: '0.6364' },
      ],
      witness: [
        { channel: { code: 'PHONE' }, share: '0.0000' },
        { channel: { code: 'EMAIL' }, share: '1.0000' },
      ],
    });
    expect((await sheetOf('T1')).toSwap).toMatchObject({ above: false, verdict: 'NEVER', delta: null, weights: [] });
  });

  test('shows where it stands apart from its category, with the mean and how many make it', async () => {
    const { strengths, weaknesses } = await sheetOf('T1');
    // Answered: 100 against (100 + 0 + 0 + 100 + 0) / 5 = 40. Rings: T1 to T3 and T5 have a score, T4 was never put through.
    expect(strengths[0]).toEqual({
      criterion: { code: 'email.answered' },
      gap: '60.00',
      mean: '40.00',
      structureCount: 5,
    });
    expect(strengths.map(({ criterion, structureCount }) => [criterion.code, structureCount])).toContainEqual([
      ...['phone.connected.rings', 4],
    ]);
    expect(weaknesses.every(({ gap }) => Number(gap) < 0)).toBe(true);
  });
});

describe('the pairs of a podium', () => {
  const pairs = `query ($id: ID!) { podiumPairs(categoryId: $id) { verdict lead delta aheadRank behindRank
    ahead { structure { reference } } behind { structure { reference } } } }`;

  test('say whether weights could invert them', async () => {
    const all = await done<{ verdict: string; delta: string; aheadRank: number; behindRank: number; lead: string }[]>(
      ...([pairs, { id: category.towns }] as const),
    );
    expect(all).toHaveLength(10);
    expect(all[0]).toMatchObject({ verdict: 'NEVER', aheadRank: 1, behindRank: 2, delta: null });
    // T2 and T3 have the same scores on both channels.
    expect(all.find(({ aheadRank, behindRank }) => aheadRank === 2 && behindRank === 2)).toMatchObject({
      ...{ lead: '0.00', delta: '0.000000', verdict: 'NEVER' },
    });
  });

  test('are for staff alone', async () => {
    for (const asker of ['CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const)
      expect((await ask(asker, pairs, { id: category.towns })).refusals).toEqual(['FORBIDDEN']);
    expect((await ask('MANAGER', pairs, { id: enrolment.T1 })).refusals).toEqual(['NOT_FOUND']);
  });
});

describe('the measurements behind a score', () => {
  const behind = `query ($id: ID!, $criterion: Code!) { measurementsBehind(enrolmentId: $id, criterion: $criterion) {
    reference performedOn value absence points } }`;
  const rings = { id: enrolment.T3, criterion: 'phone.connected.rings' };

  test('are the value of each validated test with the points it earns, or why there is none', async () => {
    for (const asker of ['MANAGER', 'CONTROLLER'] as const)
      expect((await ask(asker, behind, rings)).data).toEqual({
        measurementsBehind: [
          { reference: 'P3', performedOn: '2022-06-08', value: '3.000000', absence: null, points: '1.0000' },
          { reference: 'P3b', performedOn: '2022-06-08', value: '9.000000', absence: null, points: '0.0000' },
        ],
      });
    expect(await done(behind, { id: enrolment.T2, criterion: 'email.delay' })).toMatchObject([
      { value: null, absence: 'NOT_OBSERVED', points: null },
    ]);
    expect(await done(behind, { id: enrolment.T2, criterion: 'email.unknown' })).toEqual([]);
  });

  test('are kept from structures, which would recognise the tests, and from jurors', async () => {
    for (const asker of ['JUROR', 'AUDITOR', owner('T3')] as const)
      expect((await ask(asker, behind, rings)).refusals).toEqual(['FORBIDDEN']);
  });
});

describe('once published, a structure that reads its own sheet', async () => {
  await publish();
  await sql("update enrolment set tier = 'PAID' where id = any(?)", [`{${enrolment.T2},${enrolment.R2}}`]);

  test('learns what to improve if it pays, and no other structure’s name', async () => {
    const sheet = await sheetOf('T2', owner('T2'));
    expect(sheet.toGainOnePlace).toMatchObject({ reason: null, gap: '32.59', above: [] });
    expect(sheet.toGainOnePlace.criteria).toHaveLength(2);
    expect(sheet.toSwap).toMatchObject({ verdict: 'NEVER', neighbour: null, weights: [], witness: null });
    const text = JSON.stringify(sheet);
    for (const { reference, name } of structures.filter(({ reference }) => reference !== 'T2'))
      expect([text.includes(name), text.includes(`"${reference}"`)], reference).toEqual([false, false]);
  });

  test('is compared on no criterion of a channel whose mean is withheld', async () => {
    const comparedFor = async (asker: Asker) => {
      const { strengths, weaknesses } = await sheetOf('T2', asker);
      return [...strengths, ...weaknesses].map(({ criterion }) => criterion.code).sort();
    };
    const [withheld] = await sql<{ n: number }>(
      `select count(*)::int as n from published.mean m where m.withheld is not null and m.measure = 'CHANNEL'
         and m.category_code = (select c.code from enrolment e join category c on c.id = e.category_id where e.id = ?)`,
      [enrolment.T2],
    );
    expect(withheld?.n).toBe(3);
    expect(await comparedFor('MANAGER')).toContain('phone.connected');
    expect(await comparedFor(owner('T2'))).toEqual([]);
  });

  test('reads of its category the means that the version tells, and no other', async () => {
    const means = 'query ($id: ID!) { scoreSheet(enrolmentId: $id) { mean channels { channel { code } mean } } }';
    type Means = {
      scoreSheet: { mean: string | null; channels: { channel: { code: string }; mean: string | null }[] };
    };
    for (const reference of ['T2', 'R2']) {
      const { scoreSheet } = (await ask<Means>(owner(reference), means, { id: enrolment[reference] })).data;
      const told = await sql<{ measure: string; value: string | null }>(
        `select split_part(m.code, '/', 2) as measure, m.value from published.mean m
         where m.category_code = (select c.code from enrolment e join category c on c.id = e.category_id where e.id = ?)`,
        [enrolment[reference]],
      );
      const toldOf = new Map(told.map(({ measure, value }) => [measure, value]));
      expect(toldOf.get('overall')).not.toBe(undefined);
      expect(scoreSheet.mean).toBe(toldOf.get('overall'));
      for (const { channel, mean } of scoreSheet.channels)
        expect([channel.code, mean]).toEqual([channel.code, toldOf.get(`channel.${channel.code}`)]);
    }
  });

  test('learns nothing of the next one where they are too few', async () => {
    const { toGainOnePlace, toSwap, strengths } = await sheetOf('R2', owner('R2'));
    expect(toGainOnePlace).toMatchObject({ reason: 'WITHHELD', gap: null, criteria: [] });
    expect([toSwap.reason, toSwap.lead, strengths]).toEqual(['WITHHELD', null, []]);
  });

  test('sees its channels alone in the free tier', async () => {
    const sheet = await sheetOf('T3', owner('T3'));
    expect(sheet.toGainOnePlace).toMatchObject({ reason: 'TIER', gap: '32.59', criteria: [] });
    expect([sheet.strengths, sheet.weaknesses, sheet.channels.flatMap(({ criteria }) => criteria)]).toEqual([
      [],
      [],
      [],
    ]);
    expect(sheet.formula.map(plain)).toEqual([
      'Téléphone = 87,50',
      'Courriel = 0,00',
      'Accueil : en option, hors de la note globale',
      'Note globale = (3 × 87,50 + 1 × 0,00) ÷ 4 ≈ 65,63',
    ]);
    expect(sheet.channels[0]?.part?.exact).toBe('525/8');
  });

  test('is nobody else, and no juror', async () => {
    expect((await answer(owner('T3'), enrolment.T2)).refusals).toEqual(['NOT_FOUND']);
    expect((await answer('JUROR', enrolment.T2)).refusals).toEqual(['FORBIDDEN']);
    expect((await answer(null, enrolment.T2)).refusals).toEqual(['UNAUTHENTICATED']);
  });
});

describe('what stands in the way of a rank or of the trophy', async () => {
  const { id, enrolment, structure, importTests, moveTo } = await makeEdition(office, 'PREPARATION', { year: 2023 });
  const grid = configuration();
  const [phone, email] = grid.channels;
  Object.assign(phone?.criteria[0] ?? {}, { minimum: '60' });
  Object.assign(email ?? {}, { minimum: '55' });
  await done(verbs.configure, { id, grid });
  await moveTo('FIELDWORK');
  await importTests(sheetFileOf(tests));
  await moveTo('CONTROL');
  await done(verbs.decide, { id, state: 'VALIDATED' });
  await done(
    'mutation ($id: ID!, $rules: PolicyRules!) { choosePolicy(editionId: $id, rules: $rules, motive: "Essai.") { id } }',
    { id, rules: { minimumShare: '0.8' } },
  );
  await moveTo('DELIBERATION');
  await done(verbs.compute, { id });
  const verdict = `query ($id: ID!) { scoreSheet(enrolmentId: $id) { exact rank share formula
    exclusion { reason label absence } knockOuts { scope label minimum score }
    channels { outcome part { exact } } toGainOnePlace { reason } toSwap { reason } } }`;
  const verdictOf = async (reference: string, asker: Asker = 'MANAGER') =>
    (await ask<{ scoreSheet: { formula: string[] } }>(asker, verdict, { id: enrolment[reference] })).data.scoreSheet;

  // T4 was not put through (0, under 60) and has 50 by e-mail (under 55). Rings were not observed and courtesy had no
  // object: telephone rests on 2 of 3, e-mail on all. Share (3·2/3 + 1) / 4 = 3/4, under 4/5.
  test('is said with the threshold and the share of data, and nothing is explained of a score there is not', async () => {
    const sheet = await verdictOf('T4');
    expect(sheet).toMatchObject({
      ...{ exact: null, rank: null, share: '0.7500' },
      exclusion: { reason: 'TOO_LITTLE_DATA', label: null, absence: null },
      knockOuts: [
        { scope: 'CRITERION', label: 'Mis en relation', minimum: '60.00', score: '0.00' },
        { scope: 'CHANNEL', label: 'Courriel', minimum: '55.00', score: '50.00' },
      ],
      ...{ toGainOnePlace: { reason: 'UNRANKED' }, toSwap: { reason: 'UNRANKED' } },
    });
    expect(sheet.formula.map(plain).at(-1)).toBe(
      'Note globale : aucune, trop peu de la grille repose sur des constats',
    );
  });

  test('tells a structure of the free tier that a criterion is under its threshold, not which', async () => {
    await sql("update edition set phase = 'PUBLISHED' where id = ?", [id]);
    expect(await verdictOf('T4', actorOf('PARTICIPANT', structure.T4 ?? ''))).toMatchObject({
      knockOuts: [
        { scope: 'CRITERION', label: null, minimum: null, score: null },
        { scope: 'CHANNEL', label: 'Courriel', minimum: '55.00', score: '50.00' },
      ],
    });
  });
});

describe('a run of another engine', () => {
  /** Lines of scores never change: the run of another engine is a later one, copied from the first. */
  const rerun = async (engine: string, overall: object = {}) => {
    const [{ id } = { id: '' }] = await sql<{ id: string }>(
      `insert into score_run select (jsonb_populate_record(r, jsonb_build_object(
         'id', gen_random_uuid(), 'number', r.number + 1, 'engine', ?::text))).*
       from score_run r where edition_id = (select edition_id from enrolment where id = ?)
         order by number desc limit 1 returning id`,
      [engine, enrolment.T2],
    );
    await sql(
      `insert into score select (jsonb_populate_record(s, jsonb_build_object(
         'id', gen_random_uuid(), 'run_id', ?::uuid, 'detail', null)
         || case when s.channel_id is null then ?::jsonb else '{}' end)).*
       from score s join score_run r on r.id = s.run_id
       where r.number = 1 and r.edition_id = (select edition_id from enrolment where id = ?)`,
      [id, JSON.stringify(overall), enrolment.T2],
    );
  };

  test('that kept no details is explained all the same, when its criteria lead to its scores', async () => {
    await rerun('1.0.0');
    const { share, channels, formula } = await sheetOf('T2');
    expect([share, channels[0]?.outcome, formula.length]).toEqual([null, 'SCORED', 5]);
  });

  test('whose scores cannot be retraced is shown without an explanation', async () => {
    await rerun('0.0.1', { exact: '66', value: '66.00' });
    const { exact, formula, channels, toSwap } = await sheetOf('T2');
    expect([exact, formula, toSwap.reason]).toEqual(['66', [], 'OTHER_ENGINE']);
    expect(channels.map(({ outcome, part }) => [outcome, part])).toEqual(Array(3).fill([null, null]));
  });
});
