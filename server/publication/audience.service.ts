import type { EntityManager } from '@mikro-orm/postgresql';
import { grants, shiftsOf } from '../edition/edition.rules.ts';
import { EditionPhase } from '../edition/edition.ts';
import type { DocumentRow, DocumentTables } from '../partner/document.rules.ts';
import { tablesOf } from '../partner/document.ts';
import { readerIn } from '../partner/stored.ts';
import { announcementsOf } from './announcement.rules.ts';
import { type AudienceChange, type Audiences, Readership, type SeenChange } from './audience.ts';
import { type Difference, differencesOf, subjectOf } from './difference.rules.ts';
import { type Prospect, prospectOf } from './publication.service.ts';
import { structureChangesIn } from './structure.service.ts';

/** What publishing an edition now would change for each who reads, exactly. Writes nothing. */
export async function audiencesOf(em: EntityManager, editionId: string): Promise<Audiences> {
  const prospect = await prospectOf(em, editionId);
  const { edition, differences, latest } = prospect;
  const structures = await structureChangesIn(em, prospect);
  const seen = seenIn(differences);
  const announced = announcementsOf(prospect.before, prospect.after, latest === null);
  const to = EditionPhase.PUBLISHED;
  return {
    changes: [
      changeOf(Readership.PUBLIC, seen),
      {
        ...changeOf(Readership.PARTNER, seen),
        announcements: announced.map(({ kind, subject }) => ({ kind, subject })),
      },
      {
        ...changeOf(
          Readership.STRUCTURE,
          structures.flatMap(({ changes }) => changes),
        ),
        changes: [],
      },
      changeOf(Readership.PRESS, seenIn(differencesOf(prospect.keys, await pressOf(em, prospect), prospect.after))),
    ],
    shifts: grants(edition.phase, 'READ_PALMARES') ? [] : shiftsOf(edition.phase, to).map((shift) => ({ ...shift })),
  };
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

const changeOf = (readership: Readership, changes: SeenChange[]): AudienceChange => ({
  ...{ readership, changes, announcements: [] },
  added: changes.filter(({ field, before }) => field === null && before === null).length,
  changed: changes.filter(({ field }) => field !== null).length,
  removed: changes.filter(({ field, after }) => field === null && after === null).length,
});

/** Differences with what their rows are called. */
export const seenIn = (differences: readonly Difference[]): SeenChange[] =>
  differences.map((each) => {
    const row = each.field === null ? ((each.after ?? each.before) as DocumentRow) : {};
    return { ...each, subject: subjectOf(row, each.key) };
  });
