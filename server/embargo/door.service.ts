import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOf } from '../account/token.ts';
import type { Invited } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import type { DocumentTables } from '../partner/document.rules.ts';
import { tablesOf } from '../partner/document.ts';
import { readerIn } from '../partner/stored.ts';
import { Dataset } from '../publication/dataset.ts';
import { Release, ReleaseState } from '../release/release.ts';
import { doorOf } from './access.rules.ts';
import { recordEmbargoedRead } from './access.service.ts';
import { EarlyAccess, type EarlyMeans } from './access.ts';
import type { EarlyDoor } from './door.ts';

/** Where a link leads: read without changing anything, so that a mail scanner that opens it has no effect. */
export async function earlyDoorOf(em: EntityManager, invited: Invited, now: Date): Promise<EarlyDoor> {
  const { access, dueAt, state } = await knock(em, invited, now);
  const { name, body, fromAt, edition } = access;
  return { ...{ state, name, body, fromAt, dueAt }, edition: edition.getProperty('label') };
}

/** What was read under embargo, and by whom. */
export interface Disclosed {
  readonly access: EarlyAccess;
  readonly version: string;
  readonly reader: string;
  readonly at: Date;
  readonly dueAt: Date;
  readonly tables: DocumentTables;
}

/** Opens the version a link leads to, and writes it into the register: the reading is there before anything is told. */
export function readEarly(
  em: EntityManager,
  invited: Invited,
  now: Date,
  { means, address }: { readonly means: EarlyMeans; readonly address: string },
): Promise<Disclosed> {
  return em.transactional(async (em) => {
    const { access, dueAt, state } = await knock(em, invited, now);
    if (state !== 'OPEN' || !dueAt) throw new Refusal('EARLY_CLOSED', { state });
    const { datasetName: version, name, body } = access;
    const tables = await tablesOf(readerIn(em), version, 'embargoed');
    // Stopped between the two looks: there is nothing left to read.
    if (!tables.dataset) throw new Refusal('EARLY_CLOSED', { state: 'CLOSED' });
    const [edition, reader] = [access.edition.getEntity(), `${name}, ${body}`];
    recordEmbargoedRead(em, { edition, access, reader, means, subject: version, at: now, address });
    return { ...{ access, version, reader, at: now, dueAt, tables } };
  });
}

/** The access of a link, and where it leads now. */
async function knock(em: EntityManager, { token }: Invited, now: Date) {
  const access = await em.findOne(EarlyAccess, { tokenHash: hashOf(token) }, { populate: ['edition'] });
  if (!access) throw new Refusal('INVITATION_UNKNOWN');
  const { datasetName: name, edition, revokedAt, fromAt } = access;
  const published = (await em.count(Dataset, { name })) > 0;
  const release = await em.findOne(Release, { edition, name, state: ReleaseState.SCHEDULED });
  const dueAt = release?.dueAt ?? null;
  return { access, dueAt, state: doorOf({ revokedAt, fromAt, published, dueAt }, now) };
}
