import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { nouns, openOrm } from '../../server/orm.ts';
import { tableNames } from '../../server/partner/dictionary.ts';
import { makeDatabase } from '../support/database.ts';

const url = await makeDatabase('drift');
const orm = openOrm(url);
const owner = new pg.Client(url);
await owner.connect();
afterAll(async () => {
  await owner.end();
  await orm.close();
});
const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows;

test('the migrations build exactly the tables that the nouns describe', async () => {
  expect(await orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
});

test('a new migration would have nothing to do', async () => {
  expect(await orm.migrator.checkSchema()).toBe(false);
});

const tables = nouns
  .map((noun) => orm.getMetadata<object>(noun).tableName)
  // The lines of a run never change: the run itself, in the history, says who and when.
  .filter((table) => !['change', 'score', 'indicator_value', 'robustness'].includes(table))
  .sort();

test.each(tables)('every creation, change and removal of a line of %s goes into the history', async (table) => {
  const schema = table === 'user' ? 'auth' : 'public';
  const watched = await rows(
    `select t.tgtype & 28 as verb, t.tgenabled as enabled from pg_trigger t join pg_proc p on p.oid = t.tgfoid
     where t.tgrelid = format('%I.%I', $1::text, $2::text)::regclass and p.proname = 'record_change' order by verb`,
    [schema, table],
  );
  const [inserted, deleted, updated] = [4, 8, 16].map((verb) => ({ verb, enabled: 'O' }));
  expect(watched).toEqual([inserted, deleted, updated]);
});

test('the history says who, before and after, even of a statement by hand', async () => {
  await owner.query('begin');
  await owner.query(`select set_config('barometre.actor', 'Ada', true)`);
  const [{ id }] = await rows(
    `insert into structure (reference, name, kind) values ('S1', 'Ville de Zouafques', 'COMMUNE') returning id`,
  );
  await owner.query(`update structure set name = 'Ville de Wissant', version = version + 1`);
  await owner.query('commit');
  await owner.query('update structure set name = name');
  await owner.query('delete from structure');

  const told = await rows('select actor_id, noun, before, after from change where record_id = $1 order by id', [id]);
  const full = { id, reference: 'S1', kind: 'COMMUNE', siren: null, population: null };
  expect(told).toEqual([
    {
      ...{ actor_id: 'Ada', noun: 'structure', before: null },
      after: expect.objectContaining({ ...full, name: 'Ville de Zouafques' }),
    },
    {
      ...{ actor_id: 'Ada', noun: 'structure' },
      ...{ before: { name: 'Ville de Zouafques' }, after: { name: 'Ville de Wissant' } },
    },
    {
      ...{ actor_id: null, noun: 'structure', after: null },
      before: expect.objectContaining({ ...full, name: 'Ville de Wissant' }),
    },
  ]);
});

const final = [
  ...[
    'change',
    'decision',
    'scoring_policy',
    'criterion_fate',
    'score_run',
    'score',
    'indicator_value',
    'robustness',
    'dataset',
    'publication_event',
    'early_read',
    'neutralisation',
    'provisional_read',
  ],
  ...tableNames.map((each) => `published.${each}`),
  'published.paper',
];

test('every table of the published world is final, but for what is announced', async () => {
  const published = await rows(`select format('%s.%s', schemaname, tablename) as name from pg_tables
    where schemaname = 'published' and tablename <> 'announcement' order by tablename`);
  expect(published.map(({ name }) => name)).toEqual(final.filter((name) => name.startsWith('published.')).sort());
});

test.each(final)('nothing changes or removes a line of %s, not even its owner', async (table) => {
  const [{ column }] = await rows(
    `select attname as column from pg_attribute where attrelid = $1::regclass and attnum = 1`,
    [table],
  );
  for (const statement of [
    `update ${table} set ${column} = ${column}`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ])
    await expect(owner.query(statement), statement).rejects.toThrow(/^Nothing changes or removes a line of/);
});
