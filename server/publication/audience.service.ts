import type { EntityManager } from '@mikro-orm/postgresql';
import { grants, shiftsOf } from '../edition/edition.rules.ts';
import { EditionPhase } from '../edition/edition.ts';
import type { DocumentRow, DocumentTables } from '../partner/document.rules.ts';
import { tablesOf } from '../partner/document.ts';
import { readerIn } from '../partner/stored.ts';
import { announcementsOf } from './announcement.rules.ts';
import { type AudienceChange, type Audiences, type ChangeCount, Readership, type SeenChange } from './audience.ts';
import { type Difference, differencesOf, subjectOf } from './difference.rules.ts';
import { keys, type Prospect, prospectOf } from './publication.service.ts';
import { structureChangesIn } from './structure.service.ts';

/** What publishing an edition now would change for each who reads, exactly. Writes nothing. */
export async function audiencesOf(em: EntityManager, editionId: string): Promise<Audiences> {
  const prospect = await prospectOf(em, editionId);
  const { edition, before, after, latest } = prospect;
  const announced = announcementsOf(before, after, latest === null);
  const changes: AudienceChange[] = [];
  for (const readership of Object.values(Readership))
    changes.push({
      ...{ readership, tables: countsOf(await changesFor(em, prospect, readership)) },
      announcements: readership === Readership.PARTNER ? announced : [],
    });
  const shifts = grants(edition.phase, 'READ_PALMARES') ? [] : shiftsOf(edition.phase, EditionPhase.PUBLISHED);
  return { changes, shifts: shifts.map((shift) => ({ ...shift })) };
}

/** Each change of one table for some who read; of every table when none is named. Writes nothing. */
export async function seenChanges(
  em: EntityManager,
  editionId: string,
  readership: Readership,
  table: string | null,
): Promise<SeenChange[]> {
  const changes = await changesFor(em, await prospectOf(em, editionId), readership);
  return changes.filter((change) => table === null || change.table === table);
}

async function changesFor(em: EntityManager, prospect: Prospect, readership: Readership): Promise<SeenChange[]> {
  if (readership === Readership.STRUCTURE)
    return (await structureChangesIn(em, prospect)).flatMap(({ changes }) => changes);
  if (readership === Readership.PRESS) return seenIn(differencesOf(keys, await pressOf(em, prospect), prospect.after));
  return seenIn(prospect.differences);
}

function countsOf(changes: readonly SeenChange[]): ChangeCount[] {
  return [...Map.groupBy(changes, ({ table }) => table)].map(([table, own]) => ({
    table,
    added: own.filter(({ field, before }) => field === null && before === null).length,
    changed: own.filter(({ field }) => field !== null).length,
    removed: own.filter(({ field, after }) => field === null && after === null).length,
  }));
}

/** What the press reads of an edition now: what waits under embargo, what is public otherwise. */
async function pressOf(em: EntityManager, { edition, before }: Prospect): Promise<DocumentTables> {
  const [waiting] = await em.execute<{ version: string }[]>('select version from embargoed.dataset where year = ?', [
    edition.year,
  ]);
  if (!waiting) return before;
  const { erratum: _, ...tables } = await tablesOf(readerIn(em), waiting.version, 'embargoed');
  return tables;
}

/** Differences with what their rows are called. */
const seenIn = (differences: readonly Difference[]): SeenChange[] =>
  differences.map((each) => {
    const row = each.field === null ? ((each.after ?? each.before) as DocumentRow) : {};
    return { ...each, subject: subjectOf(row, each.key) };
  });
