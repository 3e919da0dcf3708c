import { expect, test } from 'vitest';
import type { ColumnType } from '../../server/partner/column.ts';
import { columnsOf, keyOf, tableNames } from '../../server/partner/dictionary.ts';
import { makeBackOffice } from '../support/back-office.ts';

const { sql } = await makeBackOffice('dictionary');

const kinds: Readonly<Record<string, ColumnType>> = {
  ...{ text: 'text', 'text[]': 'texts', integer: 'integer', smallint: 'integer', boolean: 'boolean', date: 'date' },
  ...{ numeric: 'decimal', 'numeric(16,6)': 'decimal', 'timestamp with time zone': 'instant' },
};

test('the dictionary tells the tables of the published world, all of them; beside them only what is announced and texts', async () => {
  const tables = await sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'published'::regnamespace and relkind in ('r', 'v', 'm')`,
  );
  expect(tables.map(({ name }) => name).toSorted()).toEqual([...tableNames, 'announcement', 'paper'].toSorted());
});

test.each(tableNames)('the dictionary tells every column of %s as it is stored, and its key', async (table) => {
  const stored = await sql<{ name: string; type: string; nullable: boolean }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, not attnotnull as nullable
     from pg_attribute where attrelid = 'published.${table}'::regclass and attnum > 0 and not attisdropped`,
  );
  const told = Object.entries(columnsOf(table)).map(([name, { type, nullable }]) => ({ name, type, nullable }));
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  expect(told.toSorted(byName)).toEqual(
    stored.map(({ name, type, nullable }) => ({ name, type: kinds[type] ?? type, nullable })).toSorted(byName),
  );
  const [key] = await sql<{ columns: string[] }>(
    `select array_agg(attname::text order by array_position(indkey::int[], attnum::int)) as columns from pg_index
     join pg_attribute on attrelid = indrelid and attnum = any(indkey)
     where indrelid = 'published.${table}'::regclass and indisprimary`,
  );
  expect(key?.columns.toSorted()).toEqual([...keyOf(table)].toSorted());
});

test('every column says what it is in both languages, with an example', () => {
  for (const table of tableNames)
    for (const [name, { title, description, example }] of Object.entries(columnsOf(table)))
      for (const text of [...title, ...description, String(example)]) expect(text, `${table}.${name}`).not.toBe('');
});
