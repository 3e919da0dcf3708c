import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

/**
 * The cockpit on 30,000 tests planned and as many recorded: asked of the whole GraphQL server, and of PostgreSQL in
 * statements written by hand that answer the same figures, turn by turn in one run. The budget: 1.5 times.
 */
const TESTS = 30_000;
const ROUNDS = 15;
const BUDGET = 1.5;

const office = await makeBackOffice('cockpit_bench');
const pool = new pg.Pool({ connectionString: office.url, max: 1 });
// Its database may be dropped while it still says goodbye.
pool.on('error', () => {});
afterAll(() => pool.end());
office.time.now = new Date('2022-06-15T09:00:00Z');
const { id } = await makeEdition(office, 'FIELDWORK');
await fill();

test('the cockpit costs no more than half as much again as its statements', { timeout: 300_000 }, async () => {
  const query = `query ($id: ID!) { fieldworkProgress(editionId: $id) { planned late recorded validated remaining recent
    weeks { channel monday planned done validated late } places { code structures untouched planned done } } }`;
  const byServer = () => office.done<Record<string, unknown>>(query, { id });
  const [mine, theirs] = [await byServer(), await byHand()];
  expect(mine).toMatchObject(theirs);
  const times: { server: number[]; hand: number[] } = { server: [], hand: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.server.push(await timed(byServer));
    times.hand.push(await timed(byHand));
  }
  const [server, hand] = [medianOf(times.server), medianOf(times.hand)];
  console.log(
    `cockpit, ${TESTS} tests: ${server.toFixed(1)} ms, by hand ${hand.toFixed(1)} ms: ${(server / hand).toFixed(2)} times`,
  );
  expect(server / hand).toBeLessThan(BUDGET);
});

async function byHand(): Promise<Record<string, unknown>> {
  const all = async (text: string) => (await pool.query(text, [id])).rows;
  const [plan] =
    await all(`select count(*)::int as planned, (count(*) filter (where state in ('PLANNED', 'ASSIGNED', 'UNDER_WAY')))::int as remaining,
    (count(*) filter (where state in ('PLANNED', 'ASSIGNED', 'UNDER_WAY') and on_day < '2022-06-15'))::int as late
    from assignment where edition_id = $1 and state <> 'WITHDRAWN'`);
  const [tests] =
    await all(`select count(*)::int as recorded, (count(*) filter (where state = 'VALIDATED'))::int as validated,
    (count(*) filter (where performed_on >= '2022-06-01' and performed_on < '2022-06-15'))::int as recent
    from audit where edition_id = $1`);
  const weeks =
    await all(`with p as (select channel, date_trunc('week', on_day)::date as monday, count(*)::int as planned,
      (count(*) filter (where state in ('PLANNED', 'ASSIGNED', 'UNDER_WAY') and on_day < '2022-06-15'))::int as late
      from assignment where edition_id = $1 and state <> 'WITHDRAWN' group by 1, 2),
    d as (select h.code as channel, date_trunc('week', t.performed_on)::date as monday, (count(*) filter (where t.state not in ('REJECTED', 'TO_REDO')))::int as done,
      (count(*) filter (where t.state = 'VALIDATED'))::int as validated from audit t join channel h on h.id = t.channel_id where t.edition_id = $1 group by 1, 2)
    select channel, monday::text, coalesce(planned, 0) as planned, coalesce(done, 0) as done, coalesce(validated, 0) as validated, coalesce(late, 0) as late
    from p full join d using (channel, monday) order by monday, channel`);
  const places =
    await all(`with p as (select enrolment_id, count(*) as n from assignment where edition_id = $1 and state <> 'WITHDRAWN' group by 1),
    d as (select enrolment_id, count(*) as n from audit where edition_id = $1 and state not in ('REJECTED', 'TO_REDO') group by 1)
    select coalesce(s.department_code, '') as code, count(*)::int as structures, (count(*) filter (where d.n is null))::int as untouched,
      coalesce(sum(p.n), 0)::int as planned, coalesce(sum(d.n), 0)::int as done
    from enrolment e join structure s on s.id = e.structure_id left join p on p.enrolment_id = e.id left join d on d.enrolment_id = e.id
    where e.edition_id = $1 and e.state = 'CONFIRMED' group by 1 order by 1`);
  return { ...plan, ...tests, weeks, places };
}

/** As many tests planned and recorded, on every structure, over nine weeks. */
async function fill(): Promise<void> {
  const { sql } = office;
  await sql(
    `insert into scenario (edition_id, channel, code, label, instructions) values (?, 'PHONE', 'A', 'Un acte', 'Demander.')`,
    [id],
  );
  await sql(
    `insert into auditor (account_id, code, name, email, channels, departments)
     select gen_random_uuid(), 'C-' || i, 'Auditrice ' || i, i || '@example.org', '{PHONE}', '{}' from generate_series(1, 200) i`,
  );
  await sql(
    `insert into assignment (edition_id, enrolment_id, channel, reference, scenario_id, auditor_id, on_day, from_time, to_time, state)
     select e.edition_id, e.id, h.code, 'T-' || i, s.id, u.id, date '2022-05-02' + (i % 60), '09:00', '12:00',
       case when i % 3 = 0 then 'ASSIGNED' else 'SUBMITTED' end
     from generate_series(1, ${TESTS}) i
       join lateral (select * from enrolment where edition_id = '${id}' order by id offset i % 8 limit 1) e on true
       join lateral (select h.code from channel h join grid g on g.id = h.grid_id where g.edition_id = '${id}' order by h.position offset i % 2 limit 1) h on true
       join scenario s on s.edition_id = e.edition_id
       join auditor u on u.code = 'C-' || (1 + i % 200)`,
  );
  await sql(
    `insert into audit (edition_id, enrolment_id, channel_id, reference, performed_on, state)
     select a.edition_id, a.enrolment_id, h.id, a.reference, a.on_day, case when random() < 0.9 then 'VALIDATED' else 'REJECTED' end
     from assignment a join grid g on g.edition_id = a.edition_id join channel h on h.grid_id = g.id and h.code = a.channel
     where a.edition_id = '${id}'`,
  );
  await sql('analyze');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const medianOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
