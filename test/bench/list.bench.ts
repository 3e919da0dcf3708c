import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';

/**
 * Lists at the size of the country: 35,000 structures and a journal of a million lines. Each question is asked of the
 * whole GraphQL server, and of PostgreSQL in a query written by hand that answers the same JSON, rows and total; both
 * in one run, turn by turn, so that only their ratio counts. The budget: 1.5 times the hand-written query. The server
 * keeps a total for as long as nothing is committed: it is measured so, and, for the record, after a change. Of what
 * PostgreSQL answers in a few milliseconds, only the milliseconds on top are held to a limit.
 */
const STRUCTURES = 35_000;
const CHANGES = 1_000_000;
const ROUNDS = 40;
const BUDGET = 1.5;
/** What it costs to be asked in GraphQL at all; beside a query that takes less than that, a ratio says nothing. */
const SPEAKING_MS = 5;

const office = await makeBackOffice('list_bench');
const pool = new pg.Pool({ connectionString: office.url, max: 2 });
afterAll(() => pool.end());
await fill();

interface Question {
  readonly name: string;
  /** As the admin asks it. */
  readonly list: string;
  /** By hand: `where` and `order`, with what is looked for. */
  readonly from: string;
  readonly where: string;
  readonly order: string;
  readonly columns: string;
}

const structureRow = 'id version reference name kind siren siret inseeCode departmentCode population populationYear';
const structureColumns = `id, version, reference, name, kind, siren, siret, insee_code as "inseeCode",
  department_code as "departmentCode", population, population_year as "populationYear"`;
const structures = (name: string, args: string, where: string, order: string): Question => ({
  ...{ name, where, order, from: 'structure', columns: structureColumns },
  list: `{ structures(perPage: 25${args}) { total items { ${structureRow} } } }`,
});
const changeColumns = 'id::text, at, actor_id as "actorId", noun, record_id as "recordId", before, after';
const changes = (name: string, args: string, where: string): Question => ({
  ...{ name, where, from: 'change', columns: changeColumns, order: 'change.id desc' },
  list: `{ changes(perPage: 25, sort: "id", order: DESC${args}) { total items { id at actorId noun recordId before after } } }`,
});
const words = (word: string) =>
  ['name', 'reference', 'siren', 'siret', 'insee_code'].map((column) => `${column} ilike '%${word}%'`).join(' or ');

const questions: readonly Question[] = [
  structures('structures, first page', ', sort: "name"', 'true', 'name, id'),
  structures('structures, tenth page', ', sort: "name", page: 10', 'true', 'name, id'),
  structures('structures, a filter', ', sort: "name", departmentCode: "57"', `department_code = '57'`, 'name, id'),
  structures('structures, a search', ', sort: "name", q: "saint"', words('saint'), 'name, id'),
  structures(
    'structures, a rare word',
    ', sort: "name", q: "numéro 1234"',
    `(${words('numéro')}) and (${words('1234')})`,
    'name, id',
  ),
  structures('structures, a sort', ', sort: "population", order: DESC', 'true', 'population desc, id'),
  changes('journal, first page', '', 'true'),
  changes('journal, a filter', ', noun: "structure"', `noun = 'structure'`),
  changes('journal, one record', ', noun: "structure", recordId: "r7"', `noun = 'structure' and record_id = 'r7'`),
];

describe('lists of the whole country', () => {
  test.each(questions)('$name', { timeout: 120_000 }, async (question) => {
    const offset = /page: 10/.test(question.list) ? 225 : 0;
    const { columns, from, where, order } = question;
    const byHand = async () => {
      const [rows, count] = await Promise.all([
        pool.query(`select ${columns} from "${from}" where ${where} order by ${order} limit 25 offset ${offset}`),
        pool.query(`select count(*)::int as total from "${from}" where ${where}`),
      ]);
      return JSON.stringify({ total: count.rows[0].total, items: rows.rows });
    };
    const byServer = async () => {
      const { data } = await office.ask<Record<string, object>>('MANAGER', question.list);
      return JSON.stringify(Object.values(data)[0]);
    };
    // Whatever is written makes the server count anew: a number is taken, as any change takes one.
    const byServerFirst = {
      before: () => pool.query('select pg_current_xact_id()'),
      ask: byServer,
    };
    expect(sorted(JSON.parse(await byServer()))).toEqual(sorted(JSON.parse(await byHand())));
    const [first, again, hand] = await turnByTurn([byServerFirst, { ask: byServer }, { ask: byHand }]);
    const said = (ms: number) => `${ms.toFixed(1)} ms (${(ms / hand).toFixed(2)})`;
    console.log(
      `${question.name.padEnd(28)} by hand ${hand.toFixed(1)} ms, server ${said(again)}, after a change ${said(first)}`,
    );
    expect(again).toBeLessThanOrEqual(Math.max(hand * BUDGET, hand + SPEAKING_MS));
  });
});

interface Asker {
  /** What is done before each time, and not measured. */
  readonly before?: () => Promise<unknown>;
  readonly ask: () => Promise<unknown>;
}

/** The quickest of each, asked in turn: what is measured is the work, not the neighbours of the machine. */
async function turnByTurn<const A extends readonly Asker[]>(askers: A): Promise<{ [I in keyof A]: number }> {
  const times = askers.map((): number[] => []);
  for (let round = 0; round < ROUNDS + 3; round++)
    for (const [i, { before, ask }] of askers.entries()) {
      await before?.();
      const start = performance.now();
      await ask();
      if (round >= 3) times[i]?.push(performance.now() - start);
    }
  return times.map((all) => Math.min(...all)) as { [I in keyof A]: number };
}

/** Keys of a JSON value in one order: the two write them in theirs. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([k, v]) => [k, sorted(v)]),
    );
  return value;
}

/** Drawn by PostgreSQL, with its triggers asleep, the same each time. */
async function fill(): Promise<void> {
  const client = await pool.connect();
  await client.query(`set session_replication_role = replica; select setseed(0.35)`);
  await client.query(
    `insert into structure (reference, name, kind, insee_code, department_code, population, population_year)
     select 'C' || lpad(n::text, 5, '0'), (array['Ville de ', 'Saint-', 'Commune de ', 'Bourg '])[1 + n % 4] || 'numéro ' || n,
       'COMMUNE', lpad((n % 99000)::text, 5, '0'), lpad((1 + n % 95)::text, 2, '0'), floor(random() * 100000), 2022
     from generate_series(1, $1::int) n`,
    [STRUCTURES],
  );
  await client.query(
    `insert into change (actor_id, noun, record_id, before, after)
     select 'a' || n % 20, (array['structure', 'audit', 'measurement', 'enrolment'])[1 + n % 4], 'r' || n % 50000,
       '{"name": "avant"}', '{"name": "après"}' from generate_series(1, $1::int) n`,
    [CHANGES],
  );
  await client.query('vacuum analyze structure');
  await client.query('vacuum analyze change');
  client.release(true);
}
