export type Cell = string | number | boolean | readonly string[] | null | undefined;

/** A column of an export: its heading as people read it, and the value as a spreadsheet takes it. */
export interface CsvColumn<T> {
  /** A key of the dictionary. */
  readonly label: string;
  readonly value: (record: T) => Cell;
  /** The enumeration its value is a word of: the file says the word people read, not the code. */
  readonly of?: string;
  /** The column of the table that shows the same; by default the last word of the label. */
  readonly source?: string;
  /** What a text stands for, so that a spreadsheet can reckon with it; by default it stays text, as codes must. */
  readonly as?: 'decimal' | 'day' | 'instant';
}

/** The value of a column as people read it: words instead of codes, yes or no, several values in one cell. */
export function inWords(value: Cell, of: string | undefined, translate: (key: string) => string): Cell {
  if (Array.isArray(value)) return value.map((one) => inWords(one, of, translate)).join(', ');
  if (of && typeof value === 'string') return translate(`enum.${of}.${value}`);
  return typeof value === 'boolean' ? translate(value ? 'list.yes' : 'list.no') : value;
}

const BOM = '\ufeff';

/** A file a French Excel opens by a double click: UTF-8 with its mark, semicolons, decimal commas, CRLF. */
export function csvOf<T>(
  records: readonly T[],
  columns: readonly CsvColumn<T>[],
  translate: (key: string) => string,
): string {
  const rows = records.map((record) =>
    columns.map(({ value, of, as }) => cellOf(plain(inWords(value(record), of, translate), as))),
  );
  return (
    BOM + [columns.map(({ label }) => cellOf(translate(label))), ...rows].map((row) => `${row.join(';')}\r\n`).join('')
  );
}

/** A decimal gets its comma, an instant the day and hour a spreadsheet reads. */
function plain(value: Cell, as: CsvColumn<unknown>['as']): Cell {
  if (typeof value !== 'string' || !as) return value;
  return as === 'decimal' ? decimal(value) : as === 'instant' ? localTime(value).slice(0, 19) : value;
}

/** 2022-11-10 14:05:00 on the clock of the reader, from an instant. */
export function localTime(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().replace('T', ' ').replace('Z', '');
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

/** Gives a text, or what was made of one, to the person as a file. */
export function download(content: string | Blob, name: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: some browsers begin to read after the click has been answered.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
