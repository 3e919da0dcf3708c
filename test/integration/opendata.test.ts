import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { addresses } from '../../server/opendata/address.ts';
import { csvOf } from '../../server/opendata/csv.rules.ts';
import { everyTable } from '../../server/opendata/rows.ts';
import { columnsOf, keyOf } from '../../server/partner/dictionary.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('opendata');
const { app, sql } = office;
await makeEdition(office, 'PUBLISHED');
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test('the address of each table is for ever: a change here breaks other people’s programs', () => {
  expect(addresses).toEqual({
    ...{ dataset: 'editions', category: 'categories', channel: 'canaux', step: 'etapes', frame: 'referentiels' },
    ...{ criterion: 'criteres', commitment: 'engagements', trophy: 'trophees', laureate: 'laureats' },
    ...{ indicator: 'indicateurs', mean: 'moyennes', erratum: 'errata' },
  });
});

describe.each(everyTable.map((name) => [addresses[name], name] as const))('%s', (address, name) => {
  test('says the same in CSV, XLSX and JSON, as its schema says it does', async () => {
    const [csv, xlsx, json, schema] = await Promise.all(
      ['csv', 'xlsx', 'json', 'schema.json'].map((format) => get(`/donnees/2022.1/${address}.${format}`)),
    );
    for (const each of [csv, xlsx, json, schema]) expect(each?.statusCode).toBe(200);
    const columns = columnsOf(name);
    const rows = json?.json<Record<string, unknown>[]>() ?? [];
    const [header = [], ...lines] = parse(csv?.rawPayload ?? '', { relax_column_count: false }) as string[][];
    expect(header).toEqual(Object.keys(columns));
    expect(lines.length).toBe(rows.length);
    expect(lines.length).toBe(
      (await sql<{ n: number }>(`select count(*)::int as n from published.${name} where version = '2022.1'`))[0]?.n,
    );
    for (const [i, row] of rows.entries())
      for (const [at, column] of header.entries()) {
        const cell = row[column];
        const said = cell === null ? '' : Array.isArray(cell) ? JSON.stringify(cell) : String(cell);
        expect([said, `'${said}`]).toContain(lines[i]?.[at]);
      }
    const book = await readXlsx(xlsx?.rawPayload ?? new Uint8Array());
    expect(book.sheets.map(({ name }) => name)).toEqual(['Données', 'Dictionnaire']);
    expect(book.sheets[0]?.rows.length).toBe(rows.length + 1);
    expect(book.sheets[1]?.rows.length).toBe(header.length + 1);
    const { fields, primaryKey } = schema?.json<{ fields: Field[]; primaryKey: string[] }>() ?? {
      fields: [],
      primaryKey: [],
    };
    expect(fields.map(({ name }) => name)).toEqual(header);
    expect(primaryKey).toEqual(keyOf(name));
    for (const [i, line] of lines.entries()) expect(faultsOf(line, fields), `line ${i}`).toEqual([]);
    const keys = lines.map((line) => primaryKey.map((column) => line[header.indexOf(column)]).join('\n'));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints: { readonly required: boolean; readonly enum?: string[] };
}

/** What a validator of open data would say of a line. */
const faultsOf = (line: readonly string[], fields: readonly Field[]): string[] =>
  fields.flatMap(({ name, type, constraints }, i) => {
    const cell = line[i] ?? '';
    if (cell === '') return constraints.required ? [`${name} is required`] : [];
    if (constraints.enum && !constraints.enum.includes(cell)) return [`${name} is ${cell}`];
    const shapes: Record<string, RegExp> = {
      ...{ integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?$/, boolean: /^(true|false)$/, date: /^\d{4}-\d\d-\d\d$/ },
      ...{ datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/, array: /^\[.*\]$/, string: /[\s\S]/ },
    };
    return shapes[type]?.test(cell) ? [] : [`${name} is no ${type}: ${cell}`];
  });

test('a text that looks like a formula is one in no spreadsheet; a number stays one', () => {
  const dangerous = ['=1+1', '+33 1', '-cmd', '@SUM(A1)', '\tx', '=HYPERLINK("http://x","y")'];
  const text = csvOf(
    ['a'],
    dangerous.map((cell) => [cell]),
  );
  for (const [cell] of parse(text, { from_line: 2 }) as string[][]) expect(cell).toMatch(/^'/);
  expect(csvOf(['a', 'b', 'c', 'd'], [['-12.5', -3, null, ['x', 'y"z']]])).toBe(
    'a,b,c,d\r\n-12.5,-3,,"[""x"",""y\\""z""]"\r\n',
  );
});

test('a version is kept for ever by whoever fetched it, and is not sent twice', async () => {
  const first = await get('/donnees/2022.1/moyennes.csv');
  expect(first.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="barometre-2022.1-moyennes.csv"',
    'access-control-allow-origin': '*',
  });
  const etag = String(first.headers.etag);
  for (const asked of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
    expect((await get('/donnees/2022.1/moyennes.csv', { 'if-none-match': asked })).statusCode, asked).toBe(304);
  for (const forged of ['"x"', '', 'moi', `${etag}x`])
    expect((await get('/donnees/2022.1/moyennes.csv', { 'if-none-match': forged })).statusCode).toBe(200);
  const packed = await get('/donnees/2022.1/moyennes.csv', { 'accept-encoding': 'gzip' });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.headers.etag).not.toBe(etag);
});

test('a year leads to its latest version; what does not exist leads nowhere', async () => {
  const latest = await get('/donnees/2022/moyennes.csv');
  expect([latest.statusCode, latest.headers.location]).toEqual([302, '/donnees/2022.1/moyennes.csv']);
  for (const url of [
    '2022.9/moyennes.csv',
    '2022.1/notes.csv',
    '2022.1/moyennes.exe',
    '2022.1/mean.csv',
    '1999/moyennes.csv',
    "2022.1'--/moyennes.csv",
    '2022.1/..%2f..%2fsecret',
    '%00/moyennes.csv',
  ])
    expect((await get(`/donnees/${url}`)).statusCode, url).toBeGreaterThanOrEqual(400);
});

test('a catalogue finds every file of a version from its descriptor, and people from the page', async () => {
  const { resources } = (await get('/donnees/2022.1/datapackage.json')).json<{
    resources: { path: string; schema: string }[];
  }>();
  expect(resources.length).toBe(everyTable.length);
  for (const { path, schema } of resources)
    for (const file of [path, schema]) expect((await get(`/donnees/2022.1/${file}`)).statusCode, file).toBe(200);
  const dictionary = parse((await get('/donnees/2022.1/dictionnaire.csv')).rawPayload, { columns: true }) as Record<
    string,
    string
  >[];
  expect(dictionary.length).toBe(everyTable.reduce((sum, name) => sum + Object.keys(columnsOf(name)).length, 0));
  for (const line of dictionary) expect(line.description, `${line.table}.${line.colonne}`).not.toBe('');
  const page = (await get('/donnees')).body;
  const links = [...page.matchAll(/href="(\/(?:donnees|datasets)\/[^"]+)"/g)].map(([, href = '']) => href);
  expect(links.length).toBeGreaterThan(everyTable.length * 4);
  for (const link of new Set(links.filter((each) => each.includes('2022.1'))))
    expect((await get(link)).statusCode, link).toBe(200);
});
