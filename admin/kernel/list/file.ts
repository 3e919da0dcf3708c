import { type Cell, type CsvColumn, csvOf, inWords, localTime } from '../csv.ts';
import type { RowsRead } from '../rows.ts';

export type FileKind = 'xlsx' | 'csv';

type Rows<T> = AsyncIterable<RowsRead<T>>;
type Translate = (key: string) => string;

/** What a spreadsheet holds: a number it adds up, a day it sorts, a text it leaves alone. */
type Value = string | number | Date | null;

/** A file of a list, made as its rows come: the page stays free between two thousands. */
export const fileOf = <T>(kind: FileKind, rows: Rows<T>, columns: readonly CsvColumn<T>[], translate: Translate) =>
  kind === 'xlsx' ? workbookOf(rows, columns, translate) : csvFileOf(rows, columns, translate);

async function csvFileOf<T>(rows: Rows<T>, columns: readonly CsvColumn<T>[], translate: Translate): Promise<Blob> {
  const parts = [csvOf([], columns, translate)];
  // After the first part, the heading is there already.
  for await (const { rows: some } of rows) parts.push(csvOf(some, columns, translate).replace(/^[^\n]*\n/, ''));
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

async function workbookOf<T>(rows: Rows<T>, columns: readonly CsvColumn<T>[], translate: Translate): Promise<Blob> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  async function* lines(): AsyncGenerator<Value[]> {
    for await (const { rows: some } of rows)
      for (const record of some)
        yield columns.map(({ value, of, as }) => cellValue(inWords(value(record), of, translate), as));
  }
  const stream = writeXlsxStream(lines(), {
    name: 'Baromètre',
    columns: columns.map((column) => ({
      header: translate(column.label),
      width: widthOf(column, translate),
      ...formatOf(column),
    })),
    freezePane: { rows: 1 },
  });
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return new Response(stream, { headers: { 'content-type': type } }).blob();
}

/** Spreadsheets write these formats in the language of the reader: 12 345,6 in French. */
const formats = { decimal: '#,##0.##', day: 'dd/mm/yyyy', instant: 'dd/mm/yyyy hh:mm' } as const;
const formatOf = ({ as }: { readonly as?: keyof typeof formats }) => (as ? { numFmt: formats[as] } : {});

const widthOf = <T>({ label, as }: CsvColumn<T>, translate: Translate): number =>
  Math.max(as ? 16 : 14, Math.min(translate(label).length + 4, 40), /name|label|structure/i.test(label) ? 36 : 0);

/** Of a value in words, what a cell holds. Text stays text, digits too: a SIREN is not a number. */
export function cellValue(value: Cell, as: CsvColumn<unknown>['as']): Value {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return value;
  const text = String(value);
  if (as === 'decimal') return Number(text);
  // A spreadsheet knows no time zone: what it is given as universal time is what it shows.
  if (as === 'day') return new Date(`${text.slice(0, 10)}T00:00:00Z`);
  if (as === 'instant') return new Date(`${localTime(text).slice(0, 19).replace(' ', 'T')}Z`);
  return text;
}
