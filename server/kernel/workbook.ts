import { type CellValue, readXlsx } from 'hucre/xlsx';
import { type FaultReason, fault } from './fault.ts';
import type { CellFault, Line, Table } from './sheet.ts';
import { isBomb, packedIn } from './zip.ts';

/** The most columns a sheet may have: a grid of 150 criteria has about as many. */
const MOST_COLUMNS = 500;
/** The most rows a sheet may have: France has 35,000 communes. */
const MOST_ROWS = 200_000;

/**
 * Reads the one visible sheet of an Excel workbook that has something in it. A formula counts for the value Excel
 * last gave it; a cell that has none, an error of Excel or a merged cell is a fault, never a guess.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  const entries = packedIn(bytes);
  if (!entries) return unreadable('DAMAGED_FILE');
  const holds = (name: string) => entries.some((entry) => entry.name === name);
  if (holds('xl/vbaProject.bin')) return unreadable('MACROS');
  if (!holds('xl/workbook.xml')) return unreadable('NOT_A_SHEET');
  if (isBomb(entries)) return unreadable('ZIP_BOMB');
  try {
    return await read(bytes);
  } catch {
    // The library throws its own errors on every damage it knows, and plain ones on the others.
    return unreadable('DAMAGED_FILE');
  }
}

async function read(bytes: Uint8Array): Promise<Table> {
  const workbook = await readXlsx(bytes, {
    maxRows: MOST_ROWS + 2,
    sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
  });
  const written = workbook.sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)));
  const [sheet] = written;
  if (!sheet) return unreadable('EMPTY_FILE');
  if (written.length > 1) return unreadable('SEVERAL_SHEETS', written.map(({ name }) => name).join(', '));
  const width = sheet.rows.reduce((most, { length }) => Math.max(most, length), 0);
  if (width > MOST_COLUMNS) return unreadable('TOO_MANY_COLUMNS', String(width));
  if (sheet.rows.length > MOST_ROWS + 1) return unreadable('TOO_MANY_ROWS');

  const cellFaults: CellFault[] = [];
  for (const [place, { formula, value }] of sheet.cells ?? []) {
    const [row = 0, at = 0] = place.split(',').map(Number);
    if (formula !== undefined && value === null)
      cellFaults.push({ line: row + 1, at, value: `=${formula}`, reason: 'FORMULA_WITHOUT_VALUE' });
    else if (typeof value === 'string' && ERROR.test(value))
      cellFaults.push({ line: row + 1, at, value, reason: 'FORMULA_ERROR' });
  }
  for (const { startRow, startCol, endRow } of sheet.merges ?? [])
    cellFaults.push({ line: startRow + 1, to: endRow + 1, at: startCol, value: null, reason: 'MERGED_CELLS' });
  const lines = sheet.rows.map((row, i): Line => ({ line: i + 1, cells: row.map(textOf) }));
  const full = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { lines: full, cellFaults, faults: [] };
}

const ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

/** A cell as a person would write it in a CSV file: exact, without the format that Excel shows it in. */
function textOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (value instanceof Date) return dateOf(value);
  // Fifteen digits, as Excel itself keeps: 0.1 + 0.2 is 0.3 there.
  const plain = String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
  return plain.includes('e') ? BigInt(Math.round(value)).toString() : plain;
}

function dateOf(value: Date): string {
  if (Number.isNaN(value.getTime())) return '#VALUE!';
  const [day = '', time = ''] = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString().split('T');
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

/** A file nothing can be read of, and why. */
export const unreadable = (reason: keyof typeof FaultReason, value: string | null = null): Table => ({
  ...{ lines: [], cellFaults: [] },
  faults: [fault(1, null, value, reason)],
});
