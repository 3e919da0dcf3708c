import { parse } from 'csv-parse/sync';
import { type Fault, type FaultReason, fault } from './fault.ts';
import { readWorkbook, unreadable } from './workbook.ts';

/** One line of a file: its number as a text editor or Excel counts it, and its cells from the left. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is wrong with one cell, by its place: `at` counts columns from 0. */
export interface CellFault {
  readonly line: number;
  /** The last line it spreads over. */
  readonly to?: number;
  readonly at: number;
  readonly value: string | null;
  readonly reason: keyof typeof FaultReason;
}

/** A file as it was read, its first line being the heading. */
export interface Table {
  /** Lines with something in them. */
  readonly lines: readonly Line[];
  readonly cellFaults: readonly CellFault[];
  /** Why nothing can be read of it at all. */
  readonly faults: readonly Fault[];
}

/** One row under the headings: its line in the file, its cells by column, and all of them as they came. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly raw: readonly string[];
}

/** A file of rows, as field agencies and Excel make them. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Faults of single cells, found while reading; a row that has one is not imported. */
  readonly faults: readonly Fault[];
}

/** The largest file that is read: a whole edition is under 2 MB. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** Reads a file whose headings are the very names of our columns, whatever their case. */
export async function readSheet(bytes: Uint8Array): Promise<Sheet | Fault[]> {
  const table = await readTable(bytes);
  if (table.faults.length > 0) return [...table.faults];
  const read = headingsOf(table, 0);
  if (Array.isArray(read)) return read;
  return sheetOf(
    table,
    0,
    read.headings.map((heading) => heading.toLowerCase()),
  );
}

/**
 * Reads an Excel workbook or a CSV file, whichever it is whatever its name: the content decides. What is neither is
 * refused by its own name.
 */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const begins = (...signature: number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04)) return readWorkbook(bytes);
  if (begins(0xd0, 0xcf, 0x11, 0xe0))
    return unreadable(Buffer.from(bytes).includes(ENCRYPTED) ? 'ENCRYPTED_FILE' : 'OLD_EXCEL');
  if (begins(0x25, 0x50, 0x44, 0x46)) return unreadable('PDF_FILE');
  if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || begins(0x7b, 0x5c, 0x72, 0x74))
    return unreadable('NOT_A_SHEET');
  return readText(bytes);
}

/** How Excel names, in UTF-16, the part that holds a workbook with a password. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** A CSV file: UTF-8, UTF-16 with its mark, or Windows-1252; separated by `;`, `,` or tabs. */
function readText(bytes: Uint8Array): Table {
  const text = decode(bytes);
  const start = text.slice(0, 200).trimStart().toLowerCase();
  if (start === '') return unreadable('EMPTY_FILE');
  if (start.startsWith('<!doctype') || start.startsWith('<html') || start.startsWith('<?xml'))
    return unreadable('NOT_A_SHEET');
  const broken = brokenLines(text);
  if (broken.length > 0) return { ...unreadable('BROKEN_ENCODING'), faults: broken };
  const lines: Line[] = [];
  try {
    parse(text, {
      delimiter: delimiterOf(text.slice(0, 100_000).split(/\r?\n/, 1)[0] ?? ''),
      bom: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      trim: true,
      on_record: (cells: string[], { lines: line }) => void lines.push({ line, cells }),
    });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    return { ...unreadable('UNREADABLE_ROW'), faults: [fault(line, null, null, 'UNREADABLE_ROW')] };
  }
  return { lines, cellFaults: [], faults: [] };
}

/** The headings of a table, at a place; or why nothing can be read under them. */
export function headingsOf(table: Table, at: number): { readonly headings: readonly string[] } | Fault[] {
  const [heading, ...below] = table.lines.slice(at);
  if (!heading || below.length === 0) return [fault(1, null, null, 'EMPTY_FILE')];
  const headings = heading.cells;
  const named = headings.map((name) => name.toLowerCase());
  const twice = named.findIndex((name, i) => name !== '' && named.indexOf(name) !== i);
  if (twice >= 0) return [fault(heading.line, headings[twice] ?? null, headings[twice] ?? null, 'DUPLICATE_COLUMN')];
  const overlong = below.filter(({ cells }) => cells.some((cell, i) => i >= headings.length && cell !== ''));
  if (overlong.length > 0)
    return overlong.map(({ line, cells }) => fault(line, null, cells.at(-1) ?? null, 'TOO_MANY_CELLS'));
  return { headings };
}

/**
 * A table read under the heading at a place, each of its columns by the name it is taken for; null leaves it out. What
 * the file lacks may have one value for all rows.
 */
export function sheetOf(
  table: Table,
  at: number,
  named: readonly (string | null)[],
  constants: Readonly<Record<string, string>> = {},
): Sheet {
  const [heading, ...below] = table.lines.slice(at);
  const rows = below.map(({ line, cells }): Row => {
    const row: Record<string, string> = { ...constants };
    for (const [i, column] of named.entries()) if (column !== null) row[column] = cells[i] ?? '';
    return { line, cells: row, raw: cells };
  });
  const columns = [...named.filter((column) => column !== null), ...Object.keys(constants)];
  return { columns, rows, faults: faultsOf(table, heading?.line ?? 1, named) };
}

/** The faults of cells under the heading, and of its own: what stands above it is a title. */
function faultsOf({ cellFaults, lines }: Table, head: number, named: readonly (string | null)[]): Fault[] {
  return cellFaults.flatMap(({ line, to = line, at, value, reason }) => {
    const column = named[at] ?? null;
    if (to < head || column === null) return [];
    const touched = lines.filter((each) => each.line >= Math.max(line, head) && each.line <= to);
    return touched.map((each) => fault(each.line, column, value, reason));
  });
}

/** A byte order mark decides; otherwise strict UTF-8, or else Windows-1252: deterministic, where guessing libraries err. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Control characters, replacement marks and UTF-8 read as Windows-1252 ("Ã©") betray a file damaged on its way. */
function brokenLines(text: string): Fault[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  const damage = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]|Ã[\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]/;
  if (!damage.test(text)) return [];
  return text.split(/\r?\n/).flatMap((line, i) => {
    const found = damage.exec(line);
    return found
      ? [fault(i + 1, null, line.slice(Math.max(0, found.index - 10), found.index + 20), 'BROKEN_ENCODING')]
      : [];
  });
}

const delimiterOf = (head: string): string =>
  [';', '\t', ','].reduce((best, mark) => (head.split(mark).length > head.split(best).length ? mark : best));
