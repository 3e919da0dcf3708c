import type { EntityManager } from '@mikro-orm/postgresql';
import { type Column, type Heading, headAmong, namedColumns } from '../kernel/column.rules.ts';
import { type Fault, fault } from '../kernel/fault.ts';
import { headingsOf, readTable, type Sheet, sheetOf, type Table } from '../kernel/sheet.ts';
import type { ImportChoice, ImportConstant, ImportHeading, ImportRun } from './run.ts';

/** How far down a heading is looked for: above it may stand a title. */
const TOP = 20;
const EXAMPLES = 3;

/** A file as it was understood. */
interface Reading {
  readonly headings: ImportHeading[];
  /** The values given for all rows, now or with an earlier file that had the same headings. */
  readonly constants: ImportConstant[];
  readonly sheet: Sheet;
  /** What is wrong with it as a whole. */
  readonly faults: readonly Fault[];
}

/** Reads a file under what is known of its headings: what someone said, of it or of an earlier one, then guesses. */
export async function readingOf(em: EntityManager, run: ImportRun, columns: readonly Column[]): Promise<Reading> {
  const { content } = await run.upload.loadOrFail({ populate: ['content'] });
  const table = await readTable(content);
  const at = headAmong(table.lines.slice(0, TOP), columns);
  const found = table.faults.length > 0 ? [...table.faults] : headingsOf(table, at);
  if (Array.isArray(found)) return { ...unread, faults: found };
  const said = run.choices
    ? { choices: run.choices, constants: run.constants }
    : await remembered(em, run, found.headings, columns);
  const named = namedColumns(found.headings, columns, said.choices, run.choices ? 'CHOSEN' : 'REMEMBERED');
  const constants = said.constants.filter(({ column }) => columns.some(({ name }) => name === column));
  const given = Object.fromEntries(constants.map(({ column, value }) => [column, value]));
  const line = table.lines[at]?.line ?? 1;
  return {
    constants,
    headings: named.map((heading, i) => ({ ...heading, examples: examplesOf(table, at, i) })),
    sheet: sheetOf(
      table,
      at,
      named.map(({ column }) => column),
      given,
    ),
    faults: [...unknownIn(named, line), ...twiceIn(named, constants, line)],
  };
}

const unread = { headings: [], constants: [], sheet: { columns: [], rows: [], faults: [] } };

/** A heading that nobody knows is a fault, not a silence: someone must say that it is to be left out. */
const unknownIn = (named: readonly Heading[], line: number): Fault[] =>
  named.flatMap(({ heading, confidence }) =>
    confidence === 'NONE' && heading !== '' ? [fault(line, heading, heading, 'UNKNOWN_COLUMN')] : [],
  );

/** A value for all rows in a column that the file has after all. */
const twiceIn = (named: readonly Heading[], constants: readonly ImportConstant[], line: number): Fault[] =>
  constants.flatMap(({ column, value }) =>
    named.some((heading) => heading.column === column) ? [fault(line, column, value, 'DUPLICATE_COLUMN')] : [],
  );

function examplesOf(table: Table, head: number, at: number): string[] {
  const examples: string[] = [];
  for (const { cells } of table.lines.slice(head + 1)) {
    const cell = cells[at] ?? '';
    if (cell !== '' && !examples.includes(cell)) examples.push(cell.slice(0, 60));
    if (examples.length === EXAMPLES) break;
  }
  return examples;
}

/** What someone last said of a file of this kind with these very headings; nothing, when nobody did. */
async function remembered(
  em: EntityManager,
  { id, kind }: ImportRun,
  headings: readonly string[],
  columns: readonly Column[],
): Promise<Said> {
  const [found] = await em.execute<Said[]>(
    `select choices, constants from import_run where kind = ? and id <> ? and choices is not null
       and (select jsonb_agg(h->'heading') from jsonb_array_elements(headings) h) = ?::jsonb
     order by created_at desc limit 1`,
    [kind, id, JSON.stringify(headings)],
  );
  const anew = new Set(columns.flatMap(({ name, anew }) => (anew ? [name] : [])));
  const { choices = [], constants = [] } = found ?? {};
  return { choices, constants: constants.filter(({ column }) => !anew.has(column)) };
}

type Said = { readonly choices: readonly ImportChoice[]; readonly constants: readonly ImportConstant[] };
