import type { EntityManager } from '@mikro-orm/postgresql';
import { type Fault, fault } from './fault.ts';
import type { Row, Sheet } from './sheet.ts';
import type { Upload } from './upload.ts';

/** What a row comes to: a record that does not exist, one with other values, one just so, or nothing for its faults. */
export type Outcome = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'REFUSED';

/** What a row would change in one column, both written as in a file; null for nothing. */
export interface Difference {
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What becomes of one row of a file, and why. */
export interface Verdict {
  readonly line: number;
  readonly outcome: Outcome;
  /** What the row is about, in words: the name of a structure, the number of a test. */
  readonly name: string;
  /** All its cells, as they came. */
  readonly cells: readonly string[];
  readonly differences: readonly Difference[];
  readonly faults: readonly Fault[];
}

/** A passage of a text of a file that may identify an agent. */
export interface Found {
  readonly line: number;
  readonly kind: 'NAME' | 'PHONE' | 'EMAIL';
  readonly text: string;
  /** The text around it. */
  readonly excerpt: string;
}

/** What the rows of a file come to. */
export interface Plan {
  /** What is wrong with the file as a whole: then no row was judged. */
  readonly faults: readonly Fault[];
  /** One a row, in the order of the file. */
  readonly verdicts: readonly Verdict[];
  /** What in its texts may identify an agent, decided or not; absent where texts name people on purpose. */
  readonly passages?: readonly Found[];
  /** Writes the rows that are not refused, inside the transaction of the import. */
  write(em: EntityManager, told: Told): Promise<void>;
}

/** Is told how many rows are dealt with so far; throws to give up. */
export type Told = (rows: number) => void;

/** What an import has to know: who looks, when, at what. */
export interface Planned {
  readonly now: Date;
  /** The edition it is about; empty for the register, which belongs to none. */
  readonly editionId: string;
  readonly sheet: Sheet;
  readonly upload: Upload;
  /** What becomes of passages that may identify an agent, by what stands there. */
  readonly treatments: ReadonlyMap<string, 'KEEP' | 'MASK'>;
}

/** Says what the rows of a file come to, against what is recorded now. */
export type Planner = (em: EntityManager, planned: Planned) => Promise<Plan>;

/** A file that is refused as a whole. */
export const refusedWhole = (faults: readonly Fault[]): Plan => ({ faults, verdicts: [], write: async () => {} });

/** What a row that has no fault comes to. */
export interface Judgement {
  readonly outcome: Exclude<Outcome, 'REFUSED'>;
  readonly differences?: readonly Difference[];
}

/** The verdicts on the rows of a file: refused when they have faults, otherwise as judged. */
export function verdictsOf(
  { rows, faults: read }: Sheet,
  found: readonly Fault[],
  nameOf: (row: Row) => string,
  judge: (row: Row) => Judgement,
): Verdict[] {
  const byLine = Map.groupBy([...read, ...found], ({ line }) => line);
  return rows.map((row) => {
    const own = byLine.get(row.line);
    const about = { line: row.line, name: nameOf(row), cells: row.raw };
    if (own) return { ...about, outcome: 'REFUSED', differences: NONE, faults: own };
    return { ...about, differences: NONE, faults: NONE, ...judge(row) };
  });
}

const NONE: never[] = [];

/** How many rows come to what. */
export function countsOf(verdicts: readonly Verdict[]): Readonly<Record<Outcome, number>> {
  const counts = { NEW: 0, CHANGED: 0, UNCHANGED: 0, REFUSED: 0 };
  for (const { outcome } of verdicts) counts[outcome]++;
  return counts;
}

/** How a value is written in a difference: as in a file. */
export const written = (value: unknown): string | null =>
  value === null || value === undefined || value === ''
    ? null
    : typeof value === 'boolean'
      ? value
        ? 'oui'
        : 'non'
      : String(value);

/** One import writes at a time: what the second one looks at is what the first one left. */
export const holdImports = (em: EntityManager): Promise<unknown> =>
  em.execute(`select pg_advisory_xact_lock(hashtext('import'))`);

/** The columns a file lacks, and those that nobody asked for: a misspelt heading is a fault, not a silence. */
export function columnFaults(sheet: Sheet, required: readonly string[], known: ReadonlySet<string>): Fault[] {
  const missing = required.filter((column) => !sheet.columns.includes(column));
  const unknown = sheet.columns.filter((column) => column !== '' && !known.has(column));
  return [
    ...missing.map((column) => fault(1, column, null, 'MISSING_COLUMN')),
    ...unknown.map((column) => fault(1, column, column, 'UNKNOWN_COLUMN')),
  ];
}

/** Rows whose key another row above already has. */
export function duplicateFaults(rows: readonly Row[], column: string): Fault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ line, cells }) => {
    const key = cells[column] ?? '';
    if (key === '' || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [fault(line, column, key, 'DUPLICATE')];
  });
}
