import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import { COUNTED } from '../enrolment/counted.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { gridOf, wholeGrid } from '../grid/grid.service.ts';
import type { Channel, Grid } from '../grid/grid.ts';
import { wordOf } from '../kernel/cell.rules.ts';
import type { Column } from '../kernel/column.rules.ts';
import { type Fault, fault } from '../kernel/fault.ts';
import { columnFaults, duplicateFaults, type Planner, refusedWhole, verdictsOf } from '../kernel/import.ts';
import type { Row, Sheet } from '../kernel/sheet.ts';
import { formerReferences } from '../structure/structure.service.ts';
import { townOf } from '../territory/territory.service.ts';
import { AuditState } from './audit.ts';
import { eventColumns } from './event.rules.ts';
import { type Guarded, guarded } from './passage.rules.ts';
import { channelWords, codesIn, type Reading, RowReader } from './row.ts';
import { changeTest, createTests, differencesOf, type Stored, saysTheSame, storedTests } from './said.ts';
import { testimonyColumns } from './testimony.rules.ts';

const required = ['test', 'reference', 'canal', 'date'];

/**
 * The columns of files of tests: those of any, then those in which the criteria of the edition are answered. A delay is
 * derived from events, and a file may say it all the same; so may it answer criteria of an earlier version of the grid.
 */
export async function auditColumns(em: EntityManager, editionId: string): Promise<Column[]> {
  const { channels } = await gridOf(em, editionId);
  const asked = channels.getItems().flatMap(({ criteria }) => criteria.getItems());
  const answered = asked.map(({ code, label, delay }) => ({
    name: code,
    label,
    required: false,
    spare: delay !== null,
  }));
  const codes = new Set(asked.map(({ code }) => code));
  const former = (await answeredBefore(em, editionId)).filter(({ name }) => !codes.has(name));
  return [
    { name: 'test', required: true, synonyms: ['numero test', 'n test', 'id test', 'identifiant test'] },
    { name: 'reference', required: true, synonyms: ['ref', 'reference structure', 'structure'] },
    { name: 'canal', required: true, synonyms: ['mode contact', 'channel'], values: Object.keys(channelWords) },
    { name: 'date', required: true, synonyms: ['date test', 'jour', 'realise le', 'date realisation'] },
    { name: 'siren', required: false },
    ...Object.values(eventColumns).map((name) => ({ name, required: false })),
    { name: testimonyColumns.verbatim, required: false, synonyms: ['commentaire', 'commentaires', 'texte libre'] },
    { name: testimonyColumns.beganAt, required: false, synonyms: ['debut test', 'heure debut', 'commence le'] },
    { name: testimonyColumns.endedAt, required: false, synonyms: ['fin test', 'heure fin', 'termine le'] },
    { name: testimonyColumns.auditorCode, required: false, synonyms: ['code auditeur', 'enqueteur', 'code enqueteur'] },
    {
      ...{ name: testimonyColumns.agency, required: false, requiredWith: testimonyColumns.auditorCode, anew: true },
      synonyms: ['nom agence', 'prestataire', 'institut'],
    },
    ...answered,
    ...former.map((column) => ({ ...column, required: false, spare: true })),
  ];
}

/** The criteria of all versions of the grid of an edition that were ever in force. */
const answeredBefore = (em: EntityManager, editionId: string): Promise<{ name: string; label: string }[]> =>
  em.execute(
    `select distinct on (c.code) c.code as name, c.label from criterion c join channel h on h.id = c.channel_id
       join grid g on g.id = h.grid_id where g.edition_id = ? and not g.draft order by c.code, g.number desc`,
    [editionId],
  );

/**
 * What a file of tests comes to. One row is one test on one channel; each criterion of that channel has a column, but
 * for delays: those follow from the columns that say when things happened. A test stays on the version of the grid it was
 * first recorded on, whichever is in force when it comes again.
 * A test already known with the same values is left alone; with others it is changed, unless it was already decided.
 */
export const planAudits: Planner = async (em, { now, editionId, sheet, upload, treatments }) => {
  const edition = await editionGranting(em, editionId, 'IMPORT', 'IMPORT_CLOSED', LockMode.PESSIMISTIC_WRITE);
  const grid = await gridOf(em, editionId);
  const stored = await storedTests(em, edition.id);
  const parts = await partsOf(em, grid, sheet, stored);
  const faults = columnsOf(sheet, parts);
  if (faults.length > 0) return refusedWhole(faults);

  const enrolments: Enrolment[] = await em.find(Enrolment, { edition, ...COUNTED }, { populate: ['structure'] });
  const grids = parts.map((part) => part.grid);
  const former = await formerReferences(em);
  const readers = parts.map(({ grid, rows }) => ({
    ...{ rows, reader: new RowReader(edition, now, grid, enrolments, grids, former) },
  }));
  const said = new Map<number, Said>();
  for (const { rows, reader } of readers)
    for (const row of rows) {
      const reading = reader.read(row);
      const before = stored.get(row.cells.test ?? '');
      if (!reading) continue;
      const structure = reading.enrolment.structure.getEntity();
      const { testimony, passages } = guarded(reading.testimony, structure, townOf(structure), treatments);
      said.set(row.line, { reading: { ...reading, testimony }, before, passages });
    }
  const same = ({ reading, before }: Said) => before !== undefined && saysTheSame(reading, before);
  const decided = sheet.rows.filter(({ line }) => {
    const test = said.get(line);
    return test?.before && test.before.state !== AuditState.SUBMITTED && !same(test);
  });
  // What is recorded word for word is not asked about again.
  const passages = [...said]
    .filter(([, test]) => !same(test))
    .flatMap(([line, test]) => test.passages.map((passage) => ({ ...passage, line })));
  const open = passages.filter(({ text }) => !treatments.has(text));
  const found = [
    ...duplicateFaults(sheet.rows, 'test'),
    ...readers.flatMap(({ reader }) => reader.faults),
    ...decided.map(({ line, cells }) => fault(line, 'test', cells.test ?? '', 'ALREADY_DECIDED')),
    ...open.map(({ line, text }) => fault(line, testimonyColumns.verbatim, text, 'PERSONAL_DATA')),
  ];
  const verdicts = verdictsOf(sheet, found, nameOf, ({ line }) => judged(said.get(line) as Said, same));
  const good = (outcome: string) =>
    verdicts.flatMap((verdict) => (verdict.outcome === outcome ? [said.get(verdict.line) as Said] : []));
  return {
    ...{ faults: [], verdicts, passages },
    write: async (em, told) => {
      grid.frozenAt ??= now;
      const created = good('NEW').map(({ reading }) => reading);
      await createTests(em, edition, upload, created);
      told(created.length);
      for (const [i, { reading, before }] of good('CHANGED').entries()) {
        await changeTest(em, upload, reading, before as Stored);
        told(created.length + i + 1);
      }
    },
  };
};

/** What a row says of a test, and the test it is about when there is one. */
interface Said {
  readonly reading: Reading;
  readonly before: Stored | undefined;
  readonly passages: Guarded['passages'];
}

const nameOf = ({ cells }: Row): string => [cells.test, cells.reference, cells.canal].filter(Boolean).join(', ');

function judged(said: Said, same: (said: Said) => boolean) {
  if (!said.before) return { outcome: 'NEW' as const };
  if (same(said)) return { outcome: 'UNCHANGED' as const };
  return { outcome: 'CHANGED' as const, differences: differencesOf(said.reading, said.before) };
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
    ...[...required, 'siren', ...Object.values(eventColumns), ...Object.values(testimonyColumns)],
    ...parts.flatMap(({ grid }) => codesIn(grid)),
  ]);
  const whose = sheet.columns.includes(testimonyColumns.auditorCode) ? [testimonyColumns.agency] : [];
  const all = [...required, ...whose, ...present.flatMap(needed)];
  return columnFaults(sheet, [...new Set(all)], known);
}
