import type { EntityManager } from '@mikro-orm/postgresql';
import { Edition } from '../edition/edition.ts';
import { Refusal } from '../kernel/errors.ts';
import { dictionary, factNames } from '../partner/dictionary.ts';
import { type DocumentTables, hashOfTables } from '../partner/document.rules.ts';
import { tablesOf } from '../partner/document.ts';
import type { PublishedRows } from '../partner/published.ts';
import { asStored, readerIn } from '../partner/stored.ts';
import { latestRun } from '../ranking/score.service.ts';
import { Trophy } from '../trophy/trophy.ts';
import { blockersOf, type Publishable } from './blocker.service.ts';
import { BlockerCode, blocked } from './blocker.ts';
import { Dataset } from './dataset.ts';
import { type Difference, differencesOf, type Keys } from './difference.rules.ts';
import type { Rehearsal } from './publication.ts';
import { rowsOf } from './rows.ts';

/** What would become public of an edition, beside what is public of it. */
export interface Prospect extends Publishable {
  readonly latest: Dataset | null;
  readonly rows: PublishedRows;
  /** What is public now, and what would be, as documents write it. */
  readonly before: DocumentTables;
  readonly after: DocumentTables;
  readonly differences: readonly Difference[];
}

/** What tells the rows of each published table apart. */
export const keys: Keys = Object.fromEntries(factNames.map((name) => [name, dictionary[name].key]));

/** Works out what publishing an edition now would make public. Writes nothing. */
export async function prospectOf(em: EntityManager, editionId: string): Promise<Prospect> {
  const edition = await em.findOne(Edition, { id: editionId }, { populate: ['categories'] });
  if (!edition) throw new Refusal('NOT_FOUND');
  const trophies = await trophiesOf(em, edition);
  const run = await latestRun(em, editionId);
  const rows = await rowsOf(em, edition, run, trophies);
  const latest = await em.findOne(Dataset, { edition }, { orderBy: { number: 'desc' } });
  const { erratum: _, ...before } = latest ? await tablesOf(readerIn(em), latest.name) : {};
  const after = await asStored(em, rows);
  const differences = differencesOf(keys, before, after);
  return { edition, run, trophies, latest, rows, before, after, differences };
}

const trophiesOf = (em: EntityManager, edition: Edition): Promise<Trophy[]> =>
  em.find(
    Trophy,
    { edition },
    {
      populate: ['category', 'prize', 'laureates.structure.parent'],
      orderBy: [
        { category: { position: 'asc nulls last', code: 'asc' } },
        { prize: { position: 'asc nulls last', code: 'asc' } },
      ],
    },
  );

/** What publishing an edition now would make public, and what stands in the way. Writes nothing. */
export async function rehearse(em: EntityManager, editionId: string): Promise<Rehearsal> {
  return rehearsed(em, await prospectOf(em, editionId));
}

/** The same, of what was worked out already. */
export async function rehearsed(em: EntityManager, prospect: Prospect): Promise<Rehearsal> {
  const { edition, latest, rows, after, differences } = prospect;
  const blockers = await blockersOf(em, prospect);
  if (latest && differences.length === 0) blockers.push(blocked(BlockerCode.UNCHANGED, latest.name));
  const figures = [...rows.indicator, ...rows.mean.filter(({ territory_code }) => territory_code === null)];
  return {
    ...{ hash: hashOfTables(after), blockers, rows },
    ...{ version: `${edition.year}.${(latest?.number ?? 0) + 1}`, corrects: latest?.name ?? null },
    laureateCount: rows.laureate.length,
    unnamedCount: Math.max(0, (rows.dataset.structure_count ?? 0) - rows.laureate.length),
    withheldCount: figures.filter(({ withheld }) => withheld).length,
  };
}

/** What was read of a rehearsal, if it still holds and nothing stands in its way; refused otherwise. */
export async function confirmed(
  em: EntityManager,
  editionId: string,
  hash: string,
): Promise<Prospect & { readonly version: string }> {
  const prospect = await prospectOf(em, editionId);
  const { blockers, hash: current, version } = await rehearsed(em, prospect);
  if (blockers.some(({ code }) => code === BlockerCode.UNCHANGED)) throw new Refusal('PUBLICATION_UNCHANGED');
  if (blockers.length > 0) throw new Refusal('PUBLICATION_BLOCKED', { blockers });
  if (current !== hash) throw new Refusal('PUBLICATION_MOVED');
  return { ...prospect, version };
}
