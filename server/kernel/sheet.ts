import { parse } from 'csv-parse/sync';
import { type Fault, fault } from './fault.ts';

/** One line of a sheet: its number in the file as a text editor counts it, and its cells by column. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A file of rows, as field agencies and Excel make them. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** The largest file that is read: a whole edition is under 2 MB. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/**
 * Reads a CSV file: UTF-8, UTF-16 with its mark, or Windows-1252; separated by `;`, `,` or tabs. What cannot be read
 * is a fault with its line, never a guess.
 */
export function readSheet(bytes: Uint8Array): Sheet | Fault[] {
  const text = decode(bytes);
  if (text.trim() === '') return [fault(1, null, null, 'EMPTY_FILE')];
  const broken = brokenLines(text);
  if (broken.length > 0) return broken;
  const [head = ''] = text.split(/\r?\n/, 1);
  try {
    const [first, ...records] = parse(text, {
      delimiter: delimiterOf(head),
      info: true,
      bom: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const columns = (first?.record ?? []).map((name) => name.toLowerCase());
    const twice = columns.find((name, i) => name !== '' && columns.indexOf(name) !== i);
    if (twice) return [fault(1, twice, twice, 'DUPLICATE_COLUMN')];
    const overlong = records.filter(({ record }) => record.length > columns.length);
    if (overlong.length > 0)
      return overlong.map(({ record, info }) => fault(info.lines, null, record.at(-1) ?? null, 'TOO_MANY_CELLS'));
    const rows = records.map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(columns.map((column, i) => [column, record[i] ?? ''])),
    }));
    return rows.length === 0 ? [fault(1, null, null, 'EMPTY_FILE')] : { columns, rows };
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    return [fault(line, null, null, 'UNREADABLE_ROW')];
  }
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
  return text.split(/\r?\n/).flatMap((line, i) => {
    const found = damage.exec(line);
    return found
      ? [fault(i + 1, null, line.slice(Math.max(0, found.index - 10), found.index + 20), 'BROKEN_ENCODING')]
      : [];
  });
}

const delimiterOf = (head: string): string =>
  [';', '\t', ','].reduce((best, mark) => (head.split(mark).length > head.split(best).length ? mark : best));
