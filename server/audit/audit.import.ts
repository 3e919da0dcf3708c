import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import type { Edition } from '../edition/edition.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { gridOf } from '../grid/grid.service.ts';
import type { Channel, Grid } from '../grid/grid.ts';
import { insertRows } from '../kernel/bulk.ts';
import { wordOf } from '../kernel/cell.rules.ts';
import { type Fault, fault } from '../kernel/fault.ts';
import { columnFaults, duplicateFaults, type Plan } from '../kernel/import.ts';
import type { Sheet } from '../kernel/sheet.ts';
import type { Upload } from '../kernel/upload.ts';
import { Audit, AuditState, Measurement } from './audit.ts';
import { sayFinding } from './finding.rules.ts';
import { channelWords, type Reading, RowReader } from './row.ts';

const required = ['test', 'reference', 'canal', 'date'];

/**
 * What a file of tests comes to. One row is one test on one channel; each criterion of that channel has a column.
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
  const reader = new RowReader(edition, grid, enrolments);
  const readings = sheet.rows.flatMap((row) => reader.read(row) ?? []);
  const stored = await storedTests(em, edition.id);

  const created = readings.filter(({ reference }) => !stored.has(reference));
  const changed = readings.flatMap((reading) => {
    const before = stored.get(reading.reference);
    return before && before.said !== sayReading(reading) ? [{ reading, before }] : [];
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
      const ids = await insertRows(
        em,
        'audit',
        created.map((reading) => rowOf(reading, edition, upload)),
      );
      await insertRows(
        em,
        'measurement',
        created.flatMap((reading, i) => measurementsOf(reading, ids[i] ?? '')),
      );
      for (const { reading, before } of changed) {
        const { performedOn, enrolment, channel } = reading;
        await em.nativeUpdate(Audit, { id: before.id }, { performedOn, enrolment, channel, upload });
        await em.nativeDelete(Measurement, { audit: before.id, criterion: { $nin: [...reading.findings.keys()] } });
        await insertRows(em, 'measurement', measurementsOf(reading, before.id), ['audit_id', 'criterion_id']);
      }
    },
  };
}

/** The channels of a file decide which criteria it must have a column for. */
function columnsOf(sheet: Sheet, grid: Grid): Fault[] {
  const present = new Set(sheet.rows.map(({ cells }) => channelWords[wordOf(cells.canal ?? '')]));
  const channels = grid.channels.getItems();
  const codes = (channel: Channel) => channel.criteria.getItems().map(({ code }) => code);
  const known = new Set([...required, 'siren', ...channels.flatMap(codes)]);
  return columnFaults(sheet, [...required, ...channels.filter(({ code }) => present.has(code)).flatMap(codes)], known);
}

/** The tests an edition already has, each said in one line, so that a row can be compared with what is stored. */
async function storedTests(em: EntityManager, editionId: string) {
  const rows: { id: string; reference: string; state: AuditState; said: string }[] = await em.execute(
    `select a.id, a.reference, a.state,
       concat_ws('|', a.enrolment_id, a.channel_id, a.performed_on,
         string_agg(c.code || '=' || coalesce(m.absence, m.choice, trim_scale(m.amount)::text), ',' order by c.code collate "C")) as said
     from audit a join measurement m on m.audit_id = a.id join criterion c on c.id = m.criterion_id
     where a.edition_id = ? group by a.id`,
    [editionId],
  );
  return new Map(rows.map((row) => [row.reference, row]));
}

function sayReading({ enrolment, channel, performedOn, findings }: Reading): string {
  const byCode = [...findings].sort(([a], [b]) => (a.code < b.code ? -1 : 1));
  const said = byCode.map(([{ code }, finding]) => `${code}=${sayFinding(finding)}`);
  return [enrolment.id, channel.id, performedOn, said.join(',')].join('|');
}

const rowOf = ({ reference, enrolment, channel, performedOn }: Reading, edition: Edition, upload: Upload) => ({
  ...{ edition_id: edition.id, enrolment_id: enrolment.id, channel_id: channel.id, upload_id: upload.id },
  ...{ reference, performed_on: performedOn, state: AuditState.SUBMITTED },
});

const measurementsOf = ({ findings }: Reading, audit: string) =>
  [...findings].map(([{ id }, finding]) => ({ audit_id: audit, criterion_id: id, ...finding }));

const lineOf = (sheet: Sheet, { reference }: Reading): number =>
  sheet.rows.find(({ cells }) => cells.test === reference)?.line ?? 1;
