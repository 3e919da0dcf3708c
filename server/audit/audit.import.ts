import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { gridOf } from '../grid/grid.service.ts';
import type { Channel, Grid } from '../grid/grid.ts';
import { wordOf } from '../kernel/cell.rules.ts';
import { type Fault, fault } from '../kernel/fault.ts';
import { columnFaults, duplicateFaults, type Plan } from '../kernel/import.ts';
import type { Sheet } from '../kernel/sheet.ts';
import type { Upload } from '../kernel/upload.ts';
import { AuditState } from './audit.ts';
import { eventColumns } from './event.rules.ts';
import { channelWords, type Reading, RowReader } from './row.ts';
import { changeTest, createTests, saysTheSame, storedTests } from './said.ts';

const required = ['test', 'reference', 'canal', 'date'];

/**
 * What a file of tests comes to. One row is one test on one channel; each criterion of that channel has a column, but
 * for delays: those follow from the columns that say when things happened.
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
  const faults = columnsOf(sheet, grid);
  if (faults.length > 0) return { created: 0, changed: 0, unchanged: 0, faults, write: async () => {} };

  const enrolments: Enrolment[] = await em.find(Enrolment, { edition }, { populate: ['structure'] });
  const reader = new RowReader(edition, now, grid, enrolments);
  const readings = sheet.rows.flatMap((row) => reader.read(row) ?? []);
  const stored = await storedTests(em, edition.id);

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
      ...reader.faults,
      ...decided.map(({ reading }) => fault(lineOf(sheet, reading), 'test', reading.reference, 'ALREADY_DECIDED')),
    ],
    write: async (em) => {
      grid.frozenAt ??= now;
      await createTests(em, edition, upload, created);
      for (const { reading, before } of changed) await changeTest(em, upload, reading, before);
    },
  };
}

/**
 * The channels of a file decide which columns it must have: one a criterion, or those of the two events a delay lies
 * between. Without the second, a forgotten column would pass for so many answers that never came.
 */
function columnsOf(sheet: Sheet, grid: Grid): Fault[] {
  const present = new Set(sheet.rows.map(({ cells }) => channelWords[wordOf(cells.canal ?? '')]));
  const channels = grid.channels.getItems();
  const codes = (channel: Channel) => channel.criteria.getItems().map(({ code }) => code);
  const needed = (channel: Channel): string[] =>
    channel.criteria
      .getItems()
      .flatMap(({ code, delay }) => (delay ? [eventColumns[delay.from], eventColumns[delay.to]] : [code]));
  const known = new Set([...required, 'siren', ...Object.values(eventColumns), ...channels.flatMap(codes)]);
  const all = [...required, ...channels.filter(({ code }) => present.has(code)).flatMap(needed)];
  return columnFaults(sheet, [...new Set(all)], known);
}

const lineOf = (sheet: Sheet, { reference }: Reading): number =>
  sheet.rows.find(({ cells }) => cells.test === reference)?.line ?? 1;
