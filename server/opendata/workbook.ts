import { writeXlsx } from 'hucre/xlsx';
import type { Column } from '../partner/column.ts';
import type { Cell } from './csv.rules.ts';
import { DICTIONARY_HEADER } from './descriptor.rules.ts';
import type { Rows } from './rows.ts';

/** The widest a column opens, in characters. */
const WIDEST = 60;

/** A table as an Excel workbook: its rows under French titles, and its dictionary on a second sheet. */
export async function workbookOf(
  title: string,
  { header, rows }: Rows,
  columns: Readonly<Record<string, Column>>,
  dictionary: readonly (readonly Cell[])[],
  publishedAt: Date,
): Promise<Uint8Array> {
  const titles = header.map((name) => columns[name]?.title[0] ?? name);
  const typed = rows.map((row) => row.map((cell, i) => typedOf(cell, columns[header[i] ?? '']?.type)));
  return writeXlsx({
    // What it was made of decides its bytes, and not when it was made.
    properties: { title, creator: 'Baromètre', created: publishedAt, modified: publishedAt },
    sheets: [
      sheet('Données', titles, typed),
      sheet(
        'Dictionnaire',
        DICTIONARY_HEADER,
        dictionary.map((line) => line.map(textOf)),
      ),
    ],
  });
}

type Value = string | number | boolean | Date | null;

function sheet(name: string, header: readonly string[], rows: readonly (readonly Value[])[]) {
  const widthOf = (i: number) => Math.max(...[header, ...rows].map((row) => String(row[i] ?? '').length)) + 2;
  const bold = { style: { font: { bold: true } } };
  return {
    name,
    columns: header.map((_, i) => ({ width: Math.min(WIDEST, widthOf(i)) })),
    rows: [header, ...rows].map((row) => [...row]),
    cells: new Map(header.map((title, i) => [`0,${i}`, { value: title, ...bold }])),
    freezePane: { rows: 1 },
  };
}

/** Numbers and days become those of Excel; texts stay texts, and none is ever a formula. */
function typedOf(cell: Cell, type: Column['type'] | undefined): Value {
  if (type === 'decimal' && typeof cell === 'string') return Number(cell);
  if (type === 'date' && typeof cell === 'string') return new Date(`${cell}T00:00:00Z`);
  return textOf(cell);
}

const textOf = (cell: Cell): Value => (Array.isArray(cell) ? cell.join(' | ') : (cell as Value));
