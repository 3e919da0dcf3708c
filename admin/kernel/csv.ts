import type { DataProvider, GetListParams, RaRecord } from 'react-admin';

type Cell = string | number | boolean | readonly string[] | null | undefined;

/** A column of an export: its heading as people read it, and the value as a spreadsheet takes it. */
export interface CsvColumn<T> {
  /** A key of the dictionary. */
  readonly label: string;
  readonly value: (record: T) => Cell;
  /** The enumeration its value is a word of: the file says the word people read, not the code. */
  readonly of?: string;
}

const BOM = '\ufeff';

/** A file a French Excel opens by a double click: UTF-8 with its mark, semicolons, decimal commas, CRLF. */
export function csvOf<T>(
  records: readonly T[],
  columns: readonly CsvColumn<T>[],
  translate: (key: string) => string,
): string {
  const words = (value: Cell, of: string | undefined): Cell =>
    Array.isArray(value)
      ? value.map((one) => words(one, of)).join(', ')
      : of && typeof value === 'string'
        ? translate(`enum.${of}.${value}`)
        : typeof value === 'boolean'
          ? translate(value ? 'list.yes' : 'list.no')
          : value;
  const rows = records.map((record) => columns.map(({ value, of }) => cellOf(words(value(record), of))));
  return (
    BOM + [columns.map(({ label }) => cellOf(translate(label))), ...rows].map((row) => `${row.join(';')}\r\n`).join('')
  );
}

/** Text that a spreadsheet would run as a formula is kept as text; numbers get their comma. */
function cellOf(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const plain = String(value);
  const text = /^[=+@\t\r]/.test(plain) || /^-(?!\d)/.test(plain) ? `'${plain}` : plain;
  return /[";\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A decimal of the contract ("12.5") as a number with its comma ("12,5"), exact: it never becomes a float. */
export const decimal = (value: string | null | undefined): string | null => value?.replace('.', ',') ?? null;

/** Every row of a filtered, sorted list: the server gives a hundred at a time. */
export async function allRows<T extends RaRecord>(
  dataProvider: DataProvider,
  resource: string,
  params: Pick<GetListParams, 'filter' | 'sort'>,
  progress: (done: number, total: number) => void,
): Promise<T[]> {
  const rows: T[] = [];
  for (let page = 1; ; page++) {
    const { data, total = 0 } = await dataProvider.getList<T>(resource, {
      ...params,
      pagination: { page, perPage: 100 },
    });
    rows.push(...data);
    progress(rows.length, total);
    if (rows.length >= total || data.length === 0) return rows;
  }
}

/** Gives a text to the person as a file. */
export function download(text: string, name: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
