import type { EntityManager } from '@mikro-orm/postgresql';
import type { Seal } from '../kernel/seal.ts';
import { columnsOf, tableNames } from '../partner/dictionary.ts';
import { hashOfTables, statementOf } from '../partner/document.rules.ts';
import { tablesOf } from '../partner/document.ts';
import { withdrawAnnouncement, writeVersion } from '../partner/published.ts';
import { readerIn } from '../partner/stored.ts';
import type { Prospect } from '../publication/publication.service.ts';
import { errataOf } from './erratum.rules.ts';
import type { Release } from './release.ts';

/** Writes a release where it waits for its instant: the press under embargo reads it there, and nobody else can. */
export async function layUnderEmbargo(
  em: EntityManager,
  seal: Seal,
  release: Release,
  { rows, latest, differences }: Prospect,
  at: Date,
): Promise<void> {
  const { name: version, reason, reasons } = release;
  const errata = latest && reason ? errataOf(differences, { reason, reasons }) : [];
  const stamp = { version, number: numberOf(version), published_at: at.toISOString(), public_key: seal.publicKey };
  await writeVersion(em, 'embargoed', { ...stamp, hash: '', signature: '' }, rows, errata);
  await stampAt(em, seal, version, at);
}

/** The hash of what waits of a version, but for its errata: that of the rehearsal it was made from. */
export async function hashWaiting(em: EntityManager, version: string): Promise<string> {
  const { erratum: _, ...facts } = await tablesOf(readerIn(em), version, 'embargoed');
  return hashOfTables(facts);
}

/** Dates and signs what waits: its hash is taken of what stands there, and no longer of what was sent there. */
export async function stampAt(em: EntityManager, seal: Seal, version: string, at: Date): Promise<string> {
  const hash = hashOfTables(await tablesOf(readerIn(em), version, 'embargoed'));
  const { publicKey } = seal;
  const signature = seal.sign(statementOf({ version, publishedAt: at.toISOString(), hash, publicKey }));
  await em.execute(
    'update embargoed.dataset set published_at = ?, hash = ?, signature = ?, public_key = ? where version = ?',
    [at.toISOString(), hash, signature, publicKey, version],
  );
  return hash;
}

/** Moves what waited to where all read it, table by table, in the transaction of the release. */
export async function liftEmbargo(em: EntityManager, version: string): Promise<void> {
  for (const name of tableNames) {
    const list = Object.keys(columnsOf(name))
      .map((column) => `"${column}"`)
      .join(', ');
    await em.execute(
      `insert into published."${name}" (${list}) select ${list} from embargoed."${name}" where version = ?`,
      [version],
    );
  }
  await dropEmbargo(em, version);
}

/** Takes away what waited: nobody reads it any more, and it is no longer announced. */
export async function dropEmbargo(em: EntityManager, version: string): Promise<void> {
  for (const name of tableNames.toReversed())
    await em.execute(`delete from embargoed."${name}" where version = ?`, [version]);
  await withdrawAnnouncement(em, yearOf(version));
}

/** "2022.1" → 2022. */
const yearOf = (version: string): number => Number(version.split('.')[0]);

/** "2022.1" → 1. */
export const numberOf = (version: string): number => Number(version.split('.')[1]);
