import type { Reader } from '../partner/answering.ts';
import { columnsOf, dictionary, type TableName } from '../partner/dictionary.ts';
import { addresses } from './address.ts';
import { csvOf } from './csv.rules.ts';
import { DICTIONARY_HEADER, dictionaryLines, tableSchemaOf } from './descriptor.rules.ts';
import { everyTable, type Listed, type Rows, rowsOf } from './rows.ts';
import { workbookOf } from './workbook.ts';

/** One file of a version: what it holds, and as what. */
export interface File {
  readonly type: string;
  readonly content: string | Uint8Array;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const CSV_TYPE = 'text/csv; charset=utf-8; header=present';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a table can be had as. */
export const FORMATS = ['csv', 'xlsx', 'json', 'schema.json'] as const;
export type Format = (typeof FORMATS)[number];

/** One table of a version, in one format. */
export async function tableFile(
  reader: Reader,
  name: TableName,
  format: Format,
  { version, at }: Listed,
): Promise<File> {
  const columns = columnsOf(name);
  const own = { name: addresses[name], path: `/donnees/${version}/${addresses[name]}.csv` };
  if (format === 'schema.json') return json(tableSchemaOf(dictionary[name], columns, own));
  const table = await rowsOf(reader, name, version);
  if (format === 'json') return json(objectsOf(table));
  if (format === 'csv') return { type: CSV_TYPE, content: csvOf(table.header, table.rows) };
  const title = `${dictionary[name].title[0]} – ${version}`;
  const lines = dictionaryLines(own.name, columns);
  return { type: XLSX_TYPE, content: await workbookOf(title, table, columns, lines, new Date(at)) };
}

/** The dictionary of every table, in French. */
export const dictionaryFile = (): File => ({
  type: CSV_TYPE,
  content: csvOf(
    DICTIONARY_HEADER,
    everyTable.flatMap((name) => dictionaryLines(addresses[name], columnsOf(name))),
  ),
});

/** What a version is made of, as catalogues of open data read it. Source: specs.frictionlessdata.io/data-package. */
export const packageFile = ({ version, label, at }: Listed): File =>
  json({
    profile: 'tabular-data-package',
    name: `barometre-${version}`,
    title: label,
    version,
    created: at,
    lang: 'fr',
    resources: everyTable.map((name) => ({
      profile: 'tabular-data-resource',
      name: addresses[name],
      title: dictionary[name].title[0],
      description: dictionary[name].description[0],
      path: `${addresses[name]}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n' },
      schema: `${addresses[name]}.schema.json`,
    })),
  });

const objectsOf = ({ header, rows }: Rows) =>
  rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? null])));

const json = (value: unknown): File => ({ type: JSON_TYPE, content: `${JSON.stringify(value, null, 1)}\n` });
