import type { EntityManager } from '@mikro-orm/postgresql';
import { Field, Int, ObjectType } from 'type-graphql';
import { Refusal } from './errors.ts';
import { Fault, fault } from './fault.ts';
import { type Row, readSheet, type Sheet } from './sheet.ts';
import { Upload } from './upload.ts';

/** What a file would do, or did. */
@ObjectType({ description: 'What a file would do, or did: nothing is imported while one fault remains.' })
export class ImportReport {
  @Field(() => Boolean, { description: 'Whether it was imported; false for a preview and for a file with faults.' })
  applied!: boolean;

  @Field(() => Int, { description: 'Rows read, the heading not counted.' })
  rows!: number;

  @Field(() => Int, { description: 'Records that did not exist.' })
  created!: number;

  @Field(() => Int, { description: 'Records that exist with other values.' })
  changed!: number;

  @Field(() => Int, { description: 'Records that exist just so.' })
  unchanged!: number;

  @Field(() => Int, { description: 'How many faults the file has.' })
  faultCount!: number;

  @Field(() => [Fault], { description: 'The first 500 faults, in the order of the file.' })
  faults!: Fault[];

  @Field(() => [String], { description: 'The columns found.' })
  columns!: string[];

  @Field(() => [[String]], { description: 'The first rows, cell by cell, as they were read.' })
  sample!: string[][];
}

/** What the rows of a file come to. */
export interface Plan {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faults: readonly Fault[];
  /** Writes it all, inside the transaction of the import. */
  write(em: EntityManager): Promise<void>;
}

/** Says what the rows of a file come to, against what is recorded now. */
type Planner = (em: EntityManager, sheet: Sheet, upload: Upload) => Promise<Plan>;

/**
 * Imports a file, or only says what it would do. Reading, checking and writing are one transaction: a file with one
 * fault changes nothing, a crash half-way changes nothing, the same file twice changes nothing the second time.
 */
export async function importUpload(
  em: EntityManager,
  now: Date,
  uploadId: string,
  apply: boolean,
  plan: Planner,
): Promise<ImportReport> {
  const report = await em.transactional((em) => importNow(em, uploadId, apply, plan));
  // Apart from the import, which can then be undone as one act of its own.
  if (report.applied)
    await em.transactional((em) =>
      em.execute('update upload set applied_at = ?, version = version + 1 where id = ?', [now, uploadId]),
    );
  return report;
}

async function importNow(em: EntityManager, uploadId: string, apply: boolean, plan: Planner): Promise<ImportReport> {
  const upload = await em.findOne(Upload, { id: uploadId }, { populate: ['content'] });
  if (!upload) throw new Refusal('NOT_FOUND');
  const sheet = await readSheet(upload.content);
  if (Array.isArray(sheet)) return report({ columns: [], rows: [], faults: [] }, { ...nothing, faults: sheet }, false);
  // One import writes at a time: what the second one looks at is what the first one left.
  if (apply) await em.execute(`select pg_advisory_xact_lock(hashtext('import'))`);
  const planned = await plan(em, sheet, upload);
  const faults = [...sheet.faults, ...planned.faults];
  const applied = apply && faults.length === 0;
  if (applied) await planned.write(em);
  return report(sheet, { ...planned, faults }, applied);
}

const nothing: Omit<Plan, 'write'> = { created: 0, changed: 0, unchanged: 0, faults: [] };

function report(sheet: Sheet, plan: Omit<Plan, 'write'>, applied: boolean): ImportReport {
  const faults = plan.faults.toSorted((a, b) => a.line - b.line);
  return {
    applied,
    rows: sheet.rows.length,
    created: plan.created,
    changed: plan.changed,
    unchanged: plan.unchanged,
    faultCount: faults.length,
    faults: faults.slice(0, 500),
    columns: [...sheet.columns],
    sample: sheet.rows.slice(0, 8).map(({ cells }) => sheet.columns.map((column) => cells[column] ?? '')),
  };
}

/** The columns a file lacks, and those nobody asked for: a misspelt heading is a fault, not a silence. */
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
