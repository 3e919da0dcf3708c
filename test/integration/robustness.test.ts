import { afterAll, describe, expect, test } from 'vitest';
import { actingAs } from '../../server/kernel/history.ts';
import { openOrm } from '../../server/orm.ts';
import { computeScores } from '../../server/ranking/score.service.ts';
import { actorOf, type BackOffice, makeBackOffice } from '../support/back-office.ts';
import { makeDemonstration } from '../support/demonstration.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { byEmail, byPhone, configuration, sheetOf } from '../support/sample.ts';

const office = await makeBackOffice('robustness');
const again = await makeBackOffice('robustness_again');

/** Everything the study of an edition keeps, by structure. */
const studied = ({ sql }: BackOffice, id: string) =>
  sql(
    `select s.reference, r.score_low, r.score_high, r.rank_low, r.rank_high, r.tied_from, r.tied_to, r.reason, r.bounded,
       r.weight_score_low, r.weight_score_high, r.weight_rank_low, r.weight_rank_high
     from robustness r join enrolment e on e.id = r.enrolment_id join structure s on s.id = e.structure_id
     where e.edition_id = ? order by s.reference`,
    [id],
  );

/** Every official figure of an edition. */
const official = ({ sql }: BackOffice, id: string) =>
  sql(
    `select s.reference, c.code as channel, q.code as criterion, p.exact, p.value, p.base, p.rank, p.detail
     from score p join enrolment e on e.id = p.enrolment_id join structure s on s.id = e.structure_id
       left join channel c on c.id = p.channel_id left join criterion q on q.id = p.criterion_id
     where e.edition_id = ? order by s.reference, c.code nulls first, q.code nulls first`,
    [id],
  );

describe('how sure the scores of an edition are', async () => {
  const { id } = await makeEdition(office, 'DELIBERATION');
  const { id: same } = await makeEdition(again, 'CONTROL');

  test('is kept for each ranked structure', async () => {
    const lines = await studied(office, id);
    expect(lines.map(({ reference }) => reference)).toEqual(['R1', 'R2', 'R3', 'T1', 'T2', 'T3', 'T4', 'T5']);
    // By telephone T3 alone was tested twice; by e-mail nobody was, anywhere.
    for (const line of lines) expect(line).toMatchObject({ reason: null, bounded: ['EMAIL'] });
  });

  test('changes nothing of an official score or rank, and comes with the next press when it was cut short', async () => {
    const em = again.em.fork();
    const run = await computeScores(actingAs(em, actorOf('MANAGER')), actorOf('MANAGER'), same, null);
    expect(await studied(again, same)).toEqual([]);
    expect(await official(again, same)).toEqual(await official(office, id));
    const presses = Array.from({ length: 5 }, () => again.done<{ id: string }>(verbs.compute, { id: same }));
    expect(new Set((await Promise.all(presses)).map((each) => each.id))).toEqual(new Set([run.id]));
    expect(await studied(again, same)).toHaveLength(8);
    expect(await official(again, same)).toEqual(await official(office, id));
  });

  test('is the same to the last digit in another database', async () => {
    const hashOf = async ({ sql }: BackOffice) => (await sql('select inputs_hash from score_run'))[0];
    expect(await hashOf(again)).toEqual(await hashOf(office));
    expect(await studied(again, same)).toEqual(await studied(office, id));
  });

  test('is never changed, nor removed', async () => {
    for (const change of ['delete from robustness', 'update robustness set rank_low = 1'])
      await expect(office.sql(change)).rejects.toThrow('Nothing changes or removes');
  });
});

test('a structure with one test in all has no interval, and says why', async () => {
  const fieldwork = [
    byPhone('P1', 'T1', 'oui 3 5'),
    byPhone('P2', 'T1', 'oui 9 3'),
    byEmail('E2', 'T2', 'oui 2 clair'),
  ];
  const { id } = await makeEdition(office, 'DELIBERATION', { year: 2023, fieldwork });
  const query = `query ($id: ID!) { ranking(editionId: $id) { category { code } lines { rank
    enrolment { structure { reference } } robustness { scoreLow scoreHigh rankLow rankHigh tiedFrom tiedTo reason } } } }`;
  interface Line {
    readonly enrolment: { structure: { reference: string } };
    readonly robustness: object | null;
  }
  const [towns] = await office.done<{ lines: Line[] }[]>(query, { id });
  const of = (reference: string) => towns?.lines.find(({ enrolment }) => enrolment.structure.reference === reference);
  expect(of('T2')).toMatchObject({
    rank: 1,
    robustness: {
      ...{ scoreLow: null, scoreHigh: null, rankLow: null, rankHigh: null, tiedFrom: null, tiedTo: null },
      reason: 'SINGLE_TEST',
    },
  });
  expect(of('T1')).toMatchObject({ robustness: { reason: null, tiedFrom: 1, tiedTo: 2 } });
  expect(of('T3')).toMatchObject({ rank: null, robustness: null });
});

test('a ranking says who is out of it, and who cannot receive its trophy, by the names of the grid', async () => {
  const { id, importTests, moveTo } = await makeEdition(office, 'PREPARATION', { year: 2024 });
  const grid = configuration();
  Object.assign(grid.channels[1] ?? {}, { minimum: '50', whenAbsent: 'EXCLUDE' });
  await office.done(verbs.configure, { id, grid });
  await moveTo('FIELDWORK');
  const tests = [byPhone('P1', 'T1', 'oui 3 5'), byEmail('E1', 'T1', 'oui 2 clair'), byPhone('P2', 'T2', 'oui 3 5')];
  await importTests(sheetOf([...tests, byEmail('E2', 'T2', 'non nobs so'), byPhone('P3', 'T3', 'oui 3 5')]));
  await moveTo('CONTROL');
  await office.done(verbs.decide, { id, state: 'VALIDATED' });
  await office.done(verbs.compute, { id });
  const query = `query ($id: ID!) { ranking(editionId: $id) { lines { rank exclusion { reason label absence }
    knockOuts { scope label minimum score } enrolment { structure { reference } } } } }`;
  const [towns] = await office.done<{ lines: object[] }[]>(query, { id });
  const line = (rank: number | null, reference: string, more: object = {}) => ({
    ...{ rank, exclusion: null, knockOuts: [], enrolment: { structure: { reference } }, ...more },
  });
  expect(towns?.lines.slice(0, 3)).toEqual([
    line(1, 'T1'),
    line(2, 'T2', { knockOuts: [{ scope: 'CHANNEL', label: 'Courriel', minimum: '50.00', score: '0.00' }] }),
    line(null, 'T3', { exclusion: { reason: 'CHANNEL', label: 'Courriel', absence: null } }),
  ]);
});

describe('the demonstration', async () => {
  const orm = openOrm(await makeDemonstration('robustness_demonstration'));
  const asked = async <Row>(sql: string) => orm.em.fork().getConnection().execute<Row[]>(sql);
  const ranked = `from score s join score_run u on u.id = s.run_id join edition e on e.id = u.edition_id left join robustness r on r.run_id = s.run_id and r.enrolment_id = s.enrolment_id
    where s.channel_id is null and s.exact is not null and e.phase <> 'CONTRADICTORY'`;
  afterAll(() => orm.close());

  test('says of every ranked structure how sure its score and rank are', async () => {
    const count = `select e.year, count(*)::int as ranked, count(r.id)::int as studied ${ranked} group by e.year order by 1`;
    expect(await asked(count)).toEqual([
      { year: 2021, ranked: 349, studied: 349 },
      { year: 2022, ranked: 311, studied: 311 },
      { year: 2026, ranked: 19, studied: 19 },
    ]);
  });

  test('holds each score and each rank within what is said of them', async () => {
    // Scores are kept rounded to 2 decimals: half a hundredth on either side.
    const within = `s.value::float8 between r.score_low - 0.005 and r.score_high + 0.005
      and s.value::float8 between r.weight_score_low - 0.005 and r.weight_score_high + 0.005
      and s.rank between r.rank_low and r.rank_high and s.rank between r.tied_from and r.tied_to
      and s.rank between r.weight_rank_low and r.weight_rank_high`;
    expect(
      await asked(`select s.rank, s.value, r.* ${ranked} and not coalesce(${within}, r.reason is not null)`),
    ).toEqual([]);
  });
});
