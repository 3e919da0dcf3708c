import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import { COUNTED } from '../enrolment/counted.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { gridOf, wholeGrid } from '../grid/grid.service.ts';
import type { Channel, Grid } from '../grid/grid.ts';
import { wordOf } from '../kernel/cell.rules.ts';
import { type Fault, fault } from '../kernel/fault.ts';
import { columnFaults, duplicateFaults, type Plan } from '../kernel/import.ts';
import type { Row, Sheet } from '../kernel/sheet.ts';
import type { Upload } from '../kernel/upload.ts';
import { formerReferences } from '../structure/structure.service.ts';
import { AuditState } from './audit.ts';
import { eventColumns } from './event.rules.ts';
import { channelWords, codesIn, type Reading, RowReader } from './row.ts';
import { changeTest, createTests, type Stored, saysTheSame, storedTests } from './said.ts';

const required = ['test', 'reference', 'canal', 'date'];

/**
 * What a file of tests comes to. One row is one test on one channel; each criterion of that channel has a column, but
 * for delays: those follow from the columns that say when things happened. A test stays on the version of the grid it was
 * first recorded on, whichever is in force when it comes again.
 * A test already known with the same values is left alone; with others it is changed, unless it was already decided.
 */
export async function planAudits(
  em: EntityManager,
  now: Date,
  editionId: string,
  sheet: Sheet,
  upload: Upload,
): Promise<Plan> {
  const edition = await editionGranting(em, editionId, 'IMPORT', 'IMPORT_CLOSED', LockMode.PESSIMISTIC_WRITE);
  const grid = await gridOf(em, editionId);
  const stored = await storedTests(em, edition.id);
  const parts = await partsOf(em, grid, sheet, stored);
  const faults = columnsOf(sheet, parts);
  if (faults.length > 0) return { created: 0, changed: 0, unchanged: 0, faults, write: async () => {} };

  const enrolments: Enrolment[] = await em.find(Enrolment, { edition, ...COUNTED }, { populate: ['structure'] });
  const grids = parts.map((part) => part.grid);
  const former = await formerReferences(em);
  const readers = parts.map(({ grid, rows }) => ({
    ...{ rows, reader: new RowReader(edition, now, grid, enrolments, grids, former) },
  }));
  const readings = readers.flatMap(({ rows, reader }) => rows.flatMap((row) => reader.read(row) ?? []));

  const created = readings.filter(({ reference }) => !stored.has(reference));
  const changed = readings.flatMap((reading) => {
    const before = stored.get(reading.reference);
    return before && !saysTheSame(reading, before) ? [{ reading, before }] : [];
  });
  const decided = changed.filter(({ before }) => before.state !== AuditState.SUBMITTED);
  return {
    created: created.length,
    changed: changed.length,
    unchanged: readings.length - created.length - changed.length,
    faults: [
      ...duplicateFaults(sheet.rows, 'test'),
      ...readers.flatMap(({ reader }) => reader.faults),
      ...decided.map(({ reading }) => fault(lineOf(sheet, reading), 'test', reading.reference, 'ALREADY_DECIDED')),
    ],
    write: async (em) => {
      grid.frozenAt ??= now;
      await createTests(em, edition, upload, created);
      for (const { reading, before } of changed) await changeTest(em, upload, reading, before);
    },
  };
}

/** The rows of a file that are read on one version of the grid. */
interface Part {
  readonly grid: Grid;
  readonly rows: readonly Row[];
}

/** The rows of each version: those of tests it already has, and, for the one in force, those of new tests. */
async function partsOf(
  em: EntityManager,
  grid: Grid,
  { rows }: Sheet,
  stored: ReadonlyMap<string, Stored>,
): Promise<Part[]> {
  const byGrid = Map.groupBy(rows, ({ cells }) => stored.get(cells.test ?? '')?.gridId ?? grid.id);
  const parts: Part[] = [{ grid, rows: byGrid.get(grid.id) ?? [] }];
  for (const [id, own] of byGrid) if (id !== grid.id) parts.push({ grid: await wholeGrid(em, id), rows: own });
  return parts;
}

/**
 * The channels of a file decide which columns it must have: one a criterion, or those of the two events a delay lies
 * between. Without the second, a forgotten column would pass for so many answers that never came.
 */
function columnsOf(sheet: Sheet, parts: readonly Part[]): Fault[] {
  const present = parts.flatMap(({ grid, rows }) => {
    const words = new Set(rows.map(({ cells }) => channelWords[wordOf(cells.canal ?? '')]));
    return grid.channels.getItems().filter(({ code }) => words.has(code));
  });
  const needed = (channel: Channel): string[] =>
    channel.criteria
      .getItems()
      .flatMap(({ code, delay }) => (delay ? [eventColumns[delay.from], eventColumns[delay.to]] : [code]));
  const known = new Set([
    ...[...required, 'siren', ...Object.values(eventColumns)],
    ...parts.flatMap(({ grid }) => codesIn(grid)),
  ]);
  const all = [...required, ...present.flatMap(needed)];
  return columnFaults(sheet, [...new Set(all)], known);
}

const lineOf = (sheet: Sheet, { reference }: Reading): number =>
  sheet.rows.find(({ cells }) => cells.test === reference)?.line ?? 1;
