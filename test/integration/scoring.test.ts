import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { channelDetailOf, overallDetailOf } from '../../server/ranking/detail.rules.ts';
import { indicatorOf, type Placed, placeAll } from '../../server/ranking/ranking.rules.ts';
import { computeScores } from '../../server/ranking/score.service.ts';
import { rounded } from '../../server/score/exact.rules.ts';
import { underPolicy } from '../../server/score/policy.rules.ts';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeBulkEdition, wide } from '../support/bulk.ts';
import { entrantsOf, type Imagined, imagined } from '../support/imagined.ts';
import { writeEdition } from '../support/written.ts';

const { em, sql } = await makeBackOffice('scoring');
const compute = (id: string) => computeScores(em.fork(), actorOf('MANAGER'), id, null);

/** A score as a run keeps it: exactly, then rounded. */
const told = (score: Fraction | null) => [score?.toFraction() ?? null, score && rounded(score, 2)];

/** What a run must hold for a structure, line by line, from the rules alone. */
const linesOf = ({ rank, ...scored }: Placed) => [
  ['', '', ...told(scored.score), scored.base, rank, overallDetailOf(scored)],
  ...scored.channels.flatMap((channel) => [
    [channel.code, '', ...told(channel.score), channel.base, null, channelDetailOf(channel)],
    ...channel.criteria.map(({ code, score, base }) => [channel.code, code, ...told(score), base, null, null]),
  ]),
];

const figuresOf = ({ indicators }: Imagined, placed: readonly Placed[]) =>
  indicators.map((rule) => {
    const { value, numerator, denominator, contributors } = indicatorOf(rule, placed);
    return [value?.toFraction() ?? null, numerator && rounded(numerator, 6), denominator, contributors];
  });

let year = 0;

/** Every scale, absence, policy, bonus, cap, step and threshold, through PostgreSQL and by the rules: to the last digit. */
test('a run holds exactly what the rules say of the findings', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(imagined, async (edition) => {
      year += 1;
      const { id, enrolments } = await writeEdition(em.fork(), year, edition);
      const run = await compute(id);
      const { rules, policy } = edition;
      const placed = placeAll(policy ? underPolicy(rules, policy) : rules, entrantsOf(edition));

      const lines = await sql<{ enrolment: string; line: unknown[] }>(
        `select s.enrolment_id as enrolment, json_build_array(coalesce(h.code, ''), coalesce(c.code, ''), s.exact,
           s.value::text, s.base, s.rank, s.detail) as line
         from score s left join channel h on h.id = s.channel_id left join criterion c on c.id = s.criterion_id
         where s.run_id = ? order by h.position nulls first, c.position nulls first`,
        [run.id],
      );
      const found = Map.groupBy(lines, ({ enrolment }) => enrolment);
      expect(enrolments.map((each) => found.get(each)?.map(({ line }) => line))).toEqual(placed.map(linesOf));

      const figures = await sql<{ figure: unknown[] }>(
        `select json_build_array(exact, numerator::text, denominator, contributors) as figure
         from indicator_value where run_id = ? order by position`,
        [run.id],
      );
      expect(figures.map(({ figure }) => figure)).toEqual(figuresOf(edition, placed));
    }),
    { numRuns: 120 },
  ),
);

test('a run whose connection is lost half way leaves nothing, and the next one is the first', async () => {
  const id = await makeBulkEdition(em.fork(), 30_000, { structures: 300, ...wide, tests: 1 });
  const lost = expect(compute(id)).rejects.toThrow();
  for (let ended = false; !ended; await sleep(2)) {
    const [line] = await sql<{ ended: boolean }>(
      `select count(pg_terminate_backend(pid)) > 0 as ended from pg_stat_activity
       where datname = current_database() and state = 'active' and query like 'insert into score (%'`,
    );
    ended = line?.ended ?? false;
  }
  await lost;
  const ofEdition =
    'select count(*)::int as count from score_run r left join score s on s.run_id = r.id where r.edition_id = ?';
  expect(await sql(ofEdition, [id])).toEqual([{ count: 0 }]);
  expect(await compute(id)).toMatchObject({ number: 1 });
  expect(await sql(ofEdition, [id])).toEqual([{ count: 300 * (1 + 6 * 11) }]);
});

test('scores are computed by plans that know how large an edition is, however it came in', async () => {
  const id = await makeBulkEdition(em.fork(), 20_999, { structures: 30, ...wide });
  const sizes = () =>
    sql<{ name: string; rows: number }>(
      `select relname as name, reltuples as rows from pg_class where relname in ('audit', 'enrolment', 'measurement')
       order by relname`,
    );
  await sql(`update pg_class set reltuples = -1 where relname in ('audit', 'enrolment', 'measurement')`);
  await compute(id);
  for (const { name, rows } of await sizes())
    expect(rows, name).toBe((await sql<{ count: number }>(`select count(*)::int as count from ${name}`))[0]?.count);
});
